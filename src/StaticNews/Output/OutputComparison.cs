using System.Text;
using StaticNews.Diagnostics;
using StaticNews.FileSystem;
using StaticNews.Text;

namespace StaticNews.Output;

/// <summary>
/// Whether the files of the output folder have the bytes that they should have. Safe for many threads.
/// </summary>
internal sealed class OutputComparison(OutputFolders folders, BuildLog log)
{
    /// <summary>
    /// Whether a file has the bytes of its record. A file with another stamp is read: it may have
    /// been copied, or touched, or written at the very end of a build. If it has them, the record gets the stamp that
    /// it has now.
    /// </summary>
    public bool StandsAs(string path, ref OutputRecord record)
    {
        var standing = folders.Ask(path);
        if (standing.Kind != FileStatusKind.File || standing.Stamp.Size != record.Stamp.Size)
        {
            return false;
        }

        if (record.IsSettled && standing.Stamp == record.Stamp)
        {
            return true;
        }

        if (HashOf(path) != record.Content)
        {
            return false;
        }

        log.AddOutput(path, record.Key.Span, record.Content, standing.Stamp);
        record = record with { Stamp = standing.Stamp };
        return true;
    }

    /// <summary>Whether the file that an earlier build wrote here is unchanged.</summary>
    public bool StandsAsLogged(string path)
    {
        try
        {
            return log.TryFindOutput(path, out var record) && OutputPath.IsSafe(path) && StandsAs(path, ref record);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return false;
        }
    }

    /// <summary>Whether the log has this very record of a file, so that none need be added.</summary>
    public bool IsLogged(string path, ReadOnlySpan<ulong> key, ContentHash content, FileStamp standing) =>
        log.TryFindOutput(path, out var record)
        && record.IsSettled
        && record.Stamp == standing
        && record.Content == content
        && record.Key.Span.SequenceEqual(key);

    /// <summary>Whether a file has such bytes; the log is asked before the file is read.</summary>
    public bool Holds(string path, FileStatus standing, ContentHash content)
    {
        if (standing.Kind != FileStatusKind.File)
        {
            return false;
        }

        return log.TryFindOutput(path, out var record) && record.IsSettled && record.Stamp == standing.Stamp
            ? record.Content == content
            : HashOf(path) == content;
    }

    private ContentHash HashOf(string path)
    {
        using var folder = folders.Open(OutputFolders.FolderOf(path));
        using var file = folder.Required.OpenRead(OutputFolders.NameOf(path));
        return DiskFile.HashOf(file, CancellationToken.None);
    }
}

/// <summary>Whether a build may write in a place of the output folder. Safe for many threads.</summary>
/// <param name="root">The output folder's absolute path.</param>
internal sealed class WritePermission(
    string root,
    OutputFolders folders,
    OutputLedger ledger,
    OrphanCleanup cleanup,
    OutputProblems problems,
    Adoption adoption
)
{
    /// <summary>
    /// What PATH_MAX of Linux leaves for a path below the folder: a longer one could be written, but no other program
    /// could name it.
    /// </summary>
    private readonly int _pathMaxBytes = 4096 - 2 - Encoding.UTF8.GetByteCount(root);

    /// <summary>Whether a file may have this path, and the disk still takes files.</summary>
    public bool MayBegin(string path)
    {
        if (problems.IsHalted)
        {
            return false;
        }

        if (!OutputPath.IsSafe(path))
        {
            problems.Add(StorageDiagnostics.OutputPathUnsafe(problems.DisplayPath(path)));
            return false;
        }

        if (
            Encoding.UTF8.GetMaxByteCount(path.Length) > _pathMaxBytes
            && Encoding.UTF8.GetByteCount(path) > _pathMaxBytes
        )
        {
            problems.Add(StorageDiagnostics.CannotWrite(problems.DisplayPath(path), DiskFault.PathTooLong));
            return false;
        }

        return true;
    }

    /// <summary>Removes our own orphans that are in the way, and reports other entries.</summary>
    public bool MayWrite(string path, FileStatus standing, string? owner)
    {
        var source = owner is null ? null : SourceTree.DisplayPath(owner);
        var folder = OutputFolders.FolderOf(path).ToString();
        var around = KindOf(folder);
        if (around == FileStatusKind.File && cleanup.ClearFile(folders.Blocker(folder)))
        {
            around = KindOf(folder);
        }

        if (around is not (FileStatusKind.Folder or FileStatusKind.Nothing))
        {
            return problems.Refuse(path, around, folders.Blocker(folder), source);
        }

        return standing.Kind switch
        {
            FileStatusKind.Nothing => true,
            FileStatusKind.File => MayReplace(path) || problems.Refuse(path, FileStatusKind.File, path, source),
            FileStatusKind.Special when ledger.IsOurs(path) => true,
            FileStatusKind.Folder => cleanup.ClearFolder(path)
                || problems.Refuse(path, FileStatusKind.Folder, path, source),
            _ => problems.Refuse(path, standing.Kind, path, source),
        };
    }

    private FileStatusKind KindOf(string folder)
    {
        using var lease = folders.Open(folder);
        return lease.Kind;
    }

    private bool MayReplace(string path) =>
        ledger.IsOurs(path)
        || ledger.IsAccepted(path)
        || adoption is Adoption.Take or Adoption.Remove
        || (ledger.MayLackFiles && CarriesMark(path));

    private bool CarriesMark(string path)
    {
        using var folder = folders.Open(OutputFolders.FolderOf(path));
        using var file = folder.Required.OpenRead(OutputFolders.NameOf(path));
        return GeneratorMark.IsIn(file);
    }
}

/// <summary>What became of one file.</summary>
internal enum PublishOutcome
{
    /// <summary>Refused with a diagnostic; the entry at the path is unchanged.</summary>
    Failed,

    /// <summary>The bytes stood there already; the file and its time are untouched.</summary>
    Unchanged,

    /// <summary>The file is in place.</summary>
    Written,
}
