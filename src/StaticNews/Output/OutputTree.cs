using Microsoft.Win32.SafeHandles;
using StaticNews.Diagnostics;
using StaticNews.FileSystem;
using StaticNews.Text;

namespace StaticNews.Output;

/// <summary>
/// The output folder: writes files that changed, keeps the others, removes files that no job makes any more. Two kinds
/// of ownership are checked, and each record can be lost without the other:
/// <list type="bullet">
/// <item>The FOLDER is ours if it is empty or missing, or if its <see cref="OutputMarker"/> names this site, as it is
/// called now or was at the last build here. A folder with files and without this marker is refused, whatever
/// <c>.staticnews/</c> contains: the path may lead to another folder now.</item>
/// <item>A FILE in it is ours if the <see cref="OutputLedger"/> lists it. Only such files are replaced or removed. Any
/// other file at the path of a page is an error, unless it has the same bytes as the page.</item>
/// </list>
/// <para>
/// If the marker exists and the ledger is lost, as after a fresh checkout beside a cached output, a file is ours if it
/// has the bytes of a page or carries our mark (<see cref="GeneratorMark"/>). Other files stay, with a warning, until
/// an option decides (<see cref="Adoption"/>). The build log proves no ownership.
/// </para>
/// <para>
/// A file is written under a temporary name in its own folder and renamed, so that a reader sees the old page or the
/// new one. The order is ledger, rename, log. Every step is relative to open folders (<see cref="OutputFolders"/>), so
/// no link is followed, and a folder that is replaced by a link has no effect. All members but <see cref="Open"/>,
/// <see cref="Finish"/> and <see cref="Dispose"/> are safe for many threads.
/// </para>
/// </summary>
internal sealed class OutputTree : IDisposable
{
    private readonly BuildLog _log;
    private readonly OutputLedger _ledger;
    private readonly OutputFolders _folders;
    private readonly long _startTicks;
    private readonly Adoption _adoption;
    private readonly OutputProblems _problems;
    private readonly OrphanCleanup _sweep;
    private readonly OutputComparison _comparison;
    private readonly WritePermission _permission;
    private long _temporaries;
    private int _written;
    private int _unchanged;
    private int _reused;
    private bool _isFirst;

    private OutputTree(
        OutputLock entrance,
        FolderHandle root,
        BuildLog log,
        long startTicks,
        Adoption adoption,
        Action<string>? removed
    )
    {
        _log = log;
        _ledger = entrance.Ledger;
        _folders = new OutputFolders(root);
        _startTicks = startTicks;
        _adoption = adoption;
        _problems = new OutputProblems(entrance.DisplayName);
        _sweep = new OrphanCleanup(_folders, _ledger, log, _problems, adoption, removed);
        _comparison = new OutputComparison(_folders, log);
        _permission = new WritePermission(entrance.Root, _folders, _ledger, _sweep, _problems, adoption);
    }

    /// <summary>
    /// The disk is full: every further call fails without a diagnostic of its own, and nothing is removed. Ask between
    /// pages.
    /// </summary>
    public bool IsHalted => _problems.IsHalted;

    /// <summary>Files that are new or have other bytes than before.</summary>
    public int Written => _written;

    /// <summary>Files that were rendered or copied and came out as they stood.</summary>
    public int Unchanged => _unchanged;

    /// <summary>Files that <see cref="Keep(string, ReadOnlySpan{ulong}, string)"/> found as logged.</summary>
    public int Reused => _reused;

    public int Removed => _sweep.Removed;

    /// <summary>
    /// Files of which no record tells who wrote them, ordinal, those in the place of a page too; known when the build
    /// has finished.
    /// </summary>
    public IReadOnlyList<string> UnknownFiles => _sweep.UnknownFiles;

    /// <summary>Whether <see cref="UnknownFiles"/> were removed, as it was asked for.</summary>
    public bool HasRemovedUnknown => _sweep.HasRemovedUnknown;

    /// <summary>
    /// Files that no page of this build needed and that stay because their sources have errors; known when the build
    /// has finished.
    /// </summary>
    public IReadOnlyList<OwnedFile> KeptFiles => _sweep.KeptFiles;

    /// <summary>What went wrong so far, in no order.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _problems.All;

    /// <param name="entrance">Its ledger is this tree's from now on.</param>
    /// <param name="log">Open, for the same two folders; closed by the caller after this tree.</param>
    /// <param name="startTicks"><see cref="BuildLock.ClockTicks"/>.</param>
    /// <param name="adoption">How files of unknown origin are treated.</param>
    /// <param name="removed">
    /// Receives the path of each file that is removed, on any thread; null where it is not needed.
    /// </param>
    /// <returns>The tree, or why nothing may be written there.</returns>
    public static (OutputTree? Tree, Diagnostic? Problem) Open(
        OutputLock entrance,
        BuildLog log,
        long startTicks,
        Adoption adoption = Adoption.Report,
        Action<string>? removed = null
    )
    {
        try
        {
            // To read a long archive takes minutes: someone may have put another folder here since it was first looked
            // at.
            var (root, refusal) = entrance.Enter();
            if (root is null)
            {
                return (null, refusal);
            }

            var tree = new OutputTree(entrance, root, log, startTicks, adoption, removed);
            tree.Enter(root, entrance.SiteName);
            return (tree, null);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return (null, StorageDiagnostics.CannotWrite(entrance.DisplayName, DiskFault.Reason(exception)));
        }
    }

    /// <summary>
    /// Keeps a file without its bytes being made: true when the log has this very key for it and the file stands as
    /// logged. False says nothing and leaves nothing: make the bytes, then
    /// <see cref="Publish(string, ReadOnlySpan{byte}, ReadOnlySpan{ulong})"/>.
    /// </summary>
    public bool Keep(string path, ReadOnlySpan<ulong> key, string? owner = null) => Keep(path, key, owner, out _);

    /// <param name="owner">As for <see cref="OutputLedger.MarkOurs"/>.</param>
    /// <param name="record">What the log has of the file that was kept.</param>
    public bool Keep(string path, ReadOnlySpan<ulong> key, string? owner, out OutputRecord record)
    {
        record = default;
        if (
            IsHalted
            || !_log.TryFindOutput(path, out record)
            || !record.Key.Span.SequenceEqual(key)
            || !OutputPath.IsSafe(path)
        )
        {
            return false;
        }

        try
        {
            if (!_comparison.StandsAs(path, ref record))
            {
                return false;
            }

            _ledger.MarkOurs(path, owner);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return false;
        }

        Claim(path);
        Interlocked.Increment(ref _reused);
        return true;
    }

    /// <summary>
    /// As <see cref="Keep(string, ReadOnlySpan{ulong}, string)"/>, with a key that says the same in other words and is
    /// logged in the old one's place.
    /// </summary>
    public bool KeepRenewed(string path, ReadOnlySpan<ulong> key, ReadOnlySpan<ulong> renewed, string? owner = null)
    {
        if (!Keep(path, key, owner, out var record))
        {
            return false;
        }

        if (!key.SequenceEqual(renewed))
        {
            _log.AddOutput(path, renewed, record.Content, record.Stamp);
        }

        return true;
    }

    /// <summary>The key that an earlier build logged for a path; empty where it logged none.</summary>
    public ReadOnlyMemory<ulong> KeyOf(string path) => _log.TryFindOutput(path, out var record) ? record.Key : default;

    /// <summary>
    /// Whether <see cref="Copy(string, SourceTree, SourceFile, CancellationToken)"/> would find its copy as logged, and
    /// not read the source.
    /// </summary>
    public bool IsCopied(string path, SourceFile source)
    {
        var settled = source.Stamp.Settled(_startTicks);
        return settled.ModifiedTicks != 0 && KeyOf(path).Span.SequenceEqual(KeyOf(settled)) && Stands(path);
    }

    /// <summary>Whether the file that an earlier build wrote here is unchanged.</summary>
    public bool Stands(string path) => _comparison.StandsAsLogged(path);

    /// <summary>Puts bytes in place, unless they stand there already.</summary>
    /// <param name="path">Below the output folder, with '/'. Once per build.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="key">
    /// Hashes of what decided the bytes, at most 255; <see cref="Keep(string, ReadOnlySpan{ulong}, string)"/> compares
    /// them in the next build.
    /// </param>
    /// <exception cref="InvalidOperationException">This build has published the path before.</exception>
    public PublishOutcome Publish(string path, ReadOnlySpan<byte> bytes, ReadOnlySpan<ulong> key) =>
        Publish(path, bytes, key, owner: null, out _);

    /// <param name="owner">As for <see cref="OutputLedger.MarkOurs"/>.</param>
    /// <param name="content">Of the bytes; nothing where it failed.</param>
    public PublishOutcome Publish(
        string path,
        ReadOnlySpan<byte> bytes,
        ReadOnlySpan<ulong> key,
        string? owner,
        out ContentHash content
    )
    {
        content = default;
        if (!Begin(path))
        {
            return PublishOutcome.Failed;
        }

        try
        {
            content = ContentHash.Of(bytes);
            var standing = _folders.Ask(path);
            if (standing.Stamp.Size == bytes.Length && _comparison.Holds(path, standing, content))
            {
                return Confirm(path, key, content, standing.Stamp, owner);
            }

            if (!_permission.MayWrite(path, standing, owner))
            {
                return PublishOutcome.Failed;
            }

            using var folder = _folders.Make(OutputFolders.FolderOf(path));
            var temporary = NewTemporary();
            using var file = folder.Required.Create(temporary);
            return Place(folder.Required, file, temporary, path, bytes, key, content, owner);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            _problems.AddFailure(path, exception);
            return PublishOutcome.Failed;
        }
    }

    /// <summary>Publishes a file as it is, piece by piece; one that the log knows unchanged is not even read.</summary>
    /// <param name="path">As for <see cref="Publish(string, ReadOnlySpan{byte}, ReadOnlySpan{ulong})"/>.</param>
    /// <param name="sources">Where the source is.</param>
    /// <param name="source">The file to copy.</param>
    /// <param name="cancel">Looked at between pieces.</param>
    /// <exception cref="OperationCanceledException">Asked for by <paramref name="cancel"/>.</exception>
    public PublishOutcome Copy(
        string path,
        SourceTree sources,
        SourceFile source,
        CancellationToken cancel = default
    ) => Copy(path, sources, source, out _, cancel);

    /// <param name="content">Of the bytes; nothing where it failed.</param>
    public PublishOutcome Copy(
        string path,
        SourceTree sources,
        SourceFile source,
        out ContentHash content,
        CancellationToken cancel = default
    )
    {
        content = default;
        var settled = source.Stamp.Settled(_startTicks);
        ReadOnlySpan<ulong> key = KeyOf(settled);
        if (settled.ModifiedTicks != 0 && Keep(path, key, source.Path, out var record))
        {
            content = record.Content;
            return PublishOutcome.Unchanged;
        }

        if (!Begin(path))
        {
            return PublishOutcome.Failed;
        }

        var (file, problem) = sources.Open(source);
        using (file)
        {
            if (problem is not null)
            {
                _problems.Add(problem);
                return PublishOutcome.Failed;
            }

            return CopyOpened(path, file, key, source.Path, out content, cancel);
        }
    }

    /// <summary>
    /// The whole of a file that stands; null where it has other bytes than these, is longer than is read, or the disk
    /// does not give it.
    /// </summary>
    public byte[]? Read(string path, ContentHash content)
    {
        try
        {
            using var folder = _folders.Open(OutputFolders.FolderOf(path));
            return
                folder.Handle?.ReadAll(OutputFolders.NameOf(path), SourceTree.TextMaxBytes) is { } bytes
                && ContentHash.Of(bytes) == content
                ? bytes
                : null;
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            return null;
        }
    }

    /// <summary>
    /// Leaves what an earlier build wrote here, with its compressed copies, because this one could not make it.
    /// </summary>
    public void Retain(string path)
    {
        _ledger.MarkProduced(path);
        _sweep.Retain(path);
    }

    /// <summary>
    /// Removes a file of an earlier build at once, where leaving it until the end would be wrong: a compressed copy of
    /// what is no more. Others' files stay.
    /// </summary>
    public void Withdraw(string path)
    {
        if (_isFirst || IsHalted || !_ledger.IsOurs(path) || _ledger.IsProduced(path) || !OutputPath.IsSafe(path))
        {
            return;
        }

        try
        {
            _sweep.ClearFile(path);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            _problems.Add(StorageDiagnostics.CannotRemove(_problems.DisplayPath(path), DiskFault.Reason(exception)));
        }
    }

    /// <summary>What the log has of a file; false: nothing.</summary>
    public bool TryFind(string path, out OutputRecord record) => _log.TryFindOutput(path, out record);

    /// <summary>
    /// What an earlier build noted of a file, if it has these bytes still; empty where there is nothing.
    /// </summary>
    public ReadOnlySpan<byte> NoteOf(string path, ContentHash content) => _log.NoteOf(path, content).Span;

    /// <summary>
    /// Notes what took long to find out of a file that was published or kept. Held for as long as it has its bytes.
    /// </summary>
    public void AddNote(string path, ReadOnlySpan<byte> note) => _log.AddNote(path, note);

    /// <summary>What diagnostics call a file of the output.</summary>
    public string DisplayPath(string path) => _problems.DisplayPath(path);

    /// <summary>Whether an earlier build, or this one, wrote a file.</summary>
    public bool IsPublished(string path) => _ledger.IsOurs(path);

    /// <summary>Whether an earlier build, or this one, wrote a file of a source.</summary>
    /// <param name="owner">Below content/.</param>
    public bool HasFilesOf(string owner) => _ledger.HasFilesOf(owner);

    /// <summary>Whether this build has made a file, or kept it.</summary>
    public bool IsProduced(string path) => _ledger.IsProduced(path);

    /// <summary>What <see cref="Finish"/> would remove, ordinal.</summary>
    public IEnumerable<OwnedFile> Removable(FailedSources failed) => IsHalted ? [] : _sweep.Removable(failed);

    /// <summary>
    /// Ends a build that came to its end; removes what it did not produce. The log is left to be closed.
    /// </summary>
    /// <param name="failed">What was published of these stays.</param>
    /// <param name="clockTicks">
    /// The machine's clock, in UTC ticks; null where an option sets the time of the build.
    /// </param>
    public void Finish(FailedSources failed, long? clockTicks = null)
    {
        if (!IsHalted)
        {
            WriteDown(() => _sweep.End(failed));
            if (clockTicks is { } ticks)
            {
                WriteDown(() => _ledger.MarkFinished(ticks));
            }
        }

        Dispose();
    }

    /// <summary>Ends a build that was given up; what it has published stays, and so does all the rest.</summary>
    public void Dispose()
    {
        _ledger.Dispose();
        _folders.Dispose();
    }

    /// <summary>A copy is decided by its source's stamp.</summary>
    public static ulong[] KeyOf(FileStamp source) =>
        [(ulong)source.Size, (ulong)source.ModifiedTicks, (ulong)source.ChangedTicks, source.Inode];

    private void Enter(FolderHandle root, string siteName)
    {
        _isFirst = _ledger.IsEmpty;
        var marked = OutputMarker.SiteOf(root);

        // The ledger first: should the build end between the two, the folder's old mark is still one that it knows.
        _ledger.Begin(marked ?? siteName, _startTicks);
        if (!string.Equals(marked, siteName, StringComparison.Ordinal))
        {
            OutputMarker.Write(root, siteName);
            _ledger.Rename(siteName);
        }

        if (OutputMarker.FoldsCase(root))
        {
            _ledger.FoldCase();
        }

        if (_ledger.MayLackFiles || _adoption != Adoption.Report)
        {
            _sweep.Survey();
        }
    }

    private static void WriteDown(Action line)
    {
        try
        {
            line();
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            // The next whole build does it.
        }
    }

    private bool Begin(string path)
    {
        var mayBegin = _permission.MayBegin(path);
        if (mayBegin)
        {
            Claim(path);
        }

        return mayBegin;
    }

    private void Claim(string path)
    {
        if (!_ledger.MarkProduced(path))
        {
            throw new InvalidOperationException($"'{path}' is published twice by one build.");
        }
    }

    private PublishOutcome Confirm(
        string path,
        ReadOnlySpan<ulong> key,
        ContentHash content,
        FileStamp standing,
        string? owner
    )
    {
        _ledger.MarkOurs(path, owner);
        if (!_comparison.IsLogged(path, key, content, standing))
        {
            _log.AddOutput(path, key, content, standing);
        }

        Interlocked.Increment(ref _unchanged);
        return PublishOutcome.Unchanged;
    }

    /// <summary>Hashes first: a copy that stands as it should costs reading and no writing.</summary>
    private PublishOutcome CopyOpened(
        string path,
        SafeFileHandle? file,
        ReadOnlySpan<ulong> key,
        string owner,
        out ContentHash content,
        CancellationToken cancel
    )
    {
        content = default;
        try
        {
            var size = file is null ? 0 : RandomAccess.GetLength(file);
            var standing = _folders.Ask(path);
            if (
                standing.Kind == FileStatusKind.File
                && standing.Stamp.Size == size
                && DiskFile.HashOf(file, cancel) is var standsFor
                && _comparison.Holds(path, standing, standsFor)
            )
            {
                content = standsFor;
                return Confirm(path, key, content, standing.Stamp, owner);
            }

            if (!_permission.MayWrite(path, standing, owner))
            {
                return PublishOutcome.Failed;
            }

            using var folder = _folders.Make(OutputFolders.FolderOf(path));
            return CopyInto(folder.Required, file, path, key, owner, out content, cancel);
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            _problems.AddFailure(path, exception);
            return PublishOutcome.Failed;
        }
    }

    private PublishOutcome CopyInto(
        FolderHandle folder,
        SafeFileHandle? source,
        string path,
        ReadOnlySpan<ulong> key,
        string owner,
        out ContentHash content,
        CancellationToken cancel
    )
    {
        var temporary = NewTemporary();
        using var file = folder.Create(temporary);
        try
        {
            (_, content) = DiskFile.Copy(source, file, cancel);
        }
        catch
        {
            folder.TryDelete(temporary);
            throw;
        }

        return Place(folder, file, temporary, path, [], key, content, owner);
    }

    /// <param name="bytes">Still to be written; none where the file has them.</param>
    private PublishOutcome Place(
        FolderHandle folder,
        SafeFileHandle file,
        string temporary,
        string path,
        ReadOnlySpan<byte> bytes,
        ReadOnlySpan<ulong> key,
        ContentHash content,
        string? owner
    )
    {
        try
        {
            RandomAccess.Write(file, bytes, 0);
            _ledger.MarkOurs(path, owner);
            folder.Rename(temporary, OutputFolders.NameOf(path));
        }
        catch
        {
            folder.TryDelete(temporary);
            throw;
        }

        // Asked for after the rename, which changes the stamp, and of the file itself, whatever has its name by then.
        _log.AddOutput(path, key, content, FileStatus.StampOf(file));
        Interlocked.Increment(ref _written);
        return PublishOutcome.Written;
    }

    private string NewTemporary() => OutputPath.Temporary(Interlocked.Increment(ref _temporaries));
}
