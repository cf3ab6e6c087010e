using System.Collections.Concurrent;
using System.Text;
using Microsoft.Win32.SafeHandles;
using StaticNews.Diagnostics;
using StaticNews.FileSystem;

namespace StaticNews.Output;

/// <summary>
/// Takes away what earlier builds left in the output folder: pages that no source makes any more, files a killed build
/// had under construction.
/// </summary>
/// <param name="removed">As for <see cref="OutputTree.Open"/>.</param>
internal sealed class OrphanCleanup(
    OutputFolders folders,
    OutputLedger ledger,
    BuildLog log,
    OutputProblems problems,
    Adoption adoption,
    Action<string>? removed
)
{
    private readonly Lock _gate = new();
    private readonly List<string> _unknown = [];
    private readonly List<OwnedFile> _kept = [];
    private readonly ConcurrentBag<string> _retained = [];
    private int _removed;

    public int Removed => _removed;

    public IReadOnlyList<string> UnknownFiles => _unknown;

    public IReadOnlyList<OwnedFile> KeptFiles => _kept;

    /// <summary>Whether <see cref="UnknownFiles"/> were removed, as it was asked for.</summary>
    public bool HasRemovedUnknown { get; private set; }

    /// <summary>
    /// Keeps the compressed copies of a file that this build could not make and that stays as an earlier build made it.
    /// </summary>
    public void Retain(string path) => _retained.Add(path);

    /// <summary>
    /// Where the ledger may lack files: removes what was under construction, and notes the files that no rule can
    /// account for.
    /// </summary>
    /// <exception cref="IOException">A folder cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be listed.</exception>
    public void Survey()
    {
        var pending = new Stack<string>([string.Empty]);
        while (pending.TryPop(out var folder))
        {
            using var open = folders.Open(folder.AsSpan().TrimEnd('/'));
            foreach (var entry in open.Handle?.List(folder) ?? [])
            {
                var name = entry.Path.AsSpan(folder.Length);
                if (entry.IsFolder && !entry.IsLink && IsVisible(name.TrimEnd('/')))
                {
                    pending.Push(entry.Path);
                }
                else if (!entry.IsFolder && OutputPath.IsTemporary(name))
                {
                    open.Required.Delete(name);
                }
                else if (
                    !entry.IsFolder
                    && IsVisible(name)
                    && !ledger.IsOurs(entry.Path)
                    && !ledger.IsAccepted(entry.Path)
                )
                {
                    _unknown.Add(entry.Path);
                }
            }
        }
    }

    /// <summary>Hidden files (<c>.git</c>) are passed over, except those that a site can publish.</summary>
    private static bool IsVisible(ReadOnlySpan<char> name) => name[0] != '.' || FolderWalk.IsPublishedHidden(name);

    /// <summary>Ends a whole build.</summary>
    /// <exception cref="IOException">The ledger cannot be written.</exception>
    public void End(FailedSources failed)
    {
        var leftovers = Leftovers();
        _kept.AddRange(leftovers.Where(file => failed.Keep(file.Owner)));
        var kept = _kept.Select(file => file.Path).Concat(_retained).ToHashSet(StringComparer.Ordinal);
        RemoveAll([
            .. leftovers.Select(file => file.Path).Where(path => !kept.Contains(path) && !IsCopyOf(path, kept)),
        ]);
        EndAdoption(failed);
    }

    /// <summary>Whether this is the compressed copy (<c>flood.html.br</c>) of one of these files.</summary>
    private static bool IsCopyOf(string path, HashSet<string> files) =>
        path.LastIndexOf('.') is var dot and > 0 && files.Contains(path[..dot]);

    /// <summary>Removes files, and folders that are empty then.</summary>
    private void RemoveAll(IReadOnlyList<string> paths)
    {
        var emptied = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var folder = OutputFolders.FolderOf(path).ToString();
            try
            {
                using (var lease = folders.Open(folder))
                {
                    if (lease.Kind == FileStatusKind.Link)
                    {
                        problems.Refuse(path, FileStatusKind.Link, folders.Blocker(folder));
                        continue;
                    }
                }

                Remove(path);
                emptied.Add(folder);
            }
            catch (Exception exception) when (DiskFault.IsFault(exception))
            {
                problems.Add(StorageDiagnostics.CannotRemove(problems.DisplayPath(path), DiskFault.Reason(exception)));
            }
        }

        foreach (var folder in emptied)
        {
            Prune(folder);
        }
    }

    /// <summary>
    /// A file of an earlier build where a folder has to be: <c>world</c>, when <c>world/index.html</c> comes. False: it
    /// stays.
    /// </summary>
    public bool ClearFile(string path)
    {
        lock (_gate)
        {
            if (folders.Ask(path).Kind is FileStatusKind.Folder or FileStatusKind.Nothing)
            {
                return true;
            }

            if (!IsLeftover(path))
            {
                return false;
            }

            Remove(path);
            folders.Forget(path);
            return true;
        }
    }

    /// <summary>
    /// A folder where a file has to be makes way if it holds nothing but leftovers. False: it stays, with all that is
    /// in it.
    /// </summary>
    public bool ClearFolder(string path)
    {
        lock (_gate)
        {
            var leftovers = new List<string>();
            var inside = new List<string> { $"{path}/" };
            for (var i = 0; i < inside.Count; i++)
            {
                using var open = folders.Open(inside[i].AsSpan().TrimEnd('/'));
                foreach (var entry in open.Required.List(inside[i]))
                {
                    if (entry.IsLink || (!entry.IsFolder && !IsLeftover(entry.Path)))
                    {
                        return false;
                    }

                    (entry.IsFolder ? inside : leftovers).Add(entry.Path);
                }
            }

            leftovers.ForEach(Remove);
            for (var i = inside.Count - 1; i >= 0; i--)
            {
                if (!folders.DeleteIfEmpty(inside[i].TrimEnd('/')))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>What <see cref="End"/> would remove, ordinal.</summary>
    public IEnumerable<OwnedFile> Removable(FailedSources failed) =>
        Leftovers().Where(file => !failed.Keep(file.Owner));

    private List<OwnedFile> Leftovers()
    {
        try
        {
            return ledger.Leftovers();
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            problems.Add(StorageDiagnostics.CannotRemove(problems.Folder, DiskFault.Reason(exception)));
            return [];
        }
    }

    private bool IsLeftover(string path) => ledger.IsOurs(path) && !ledger.IsProduced(path);

    /// <summary>
    /// Removes a file. What has become a folder is none, and stays; a path that no output can have is not ours.
    /// </summary>
    private void Remove(string path)
    {
        if (OutputPath.IsSafe(path) && folders.Ask(path).Kind is FileStatusKind.File or FileStatusKind.Link)
        {
            folders.Delete(path);
            Interlocked.Increment(ref _removed);
            removed?.Invoke(path);
        }

        ledger.MarkRemoved(path);
        log.DropOutput(path);
    }

    /// <summary>Removes a folder that a removal has left empty, and those above it.</summary>
    private void Prune(string folder)
    {
        try
        {
            while (folder.Length > 0 && folders.DeleteIfEmpty(folder))
            {
                folder = OutputFolders.FolderOf(folder).ToString();
            }
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            problems.Add(StorageDiagnostics.CannotRemove(problems.DisplayPath(folder), DiskFault.Reason(exception)));
        }
    }

    /// <summary>An error was already reported for those at the path of a page.</summary>
    private void ReportUnknown()
    {
        var others = _unknown.FindAll(path => !ledger.IsProduced(path));
        if (others.Count > 0)
        {
            problems.Add(StorageDiagnostics.UnknownFilesStay(problems.Folder, others.Count, others[0]));
        }
    }

    /// <summary>
    /// Treats the files of unknown origin as the options say; while there are any, the next build reports them
    /// again.
    /// </summary>
    private void EndAdoption(FailedSources failed)
    {
        _unknown.RemoveAll(ledger.IsOurs);
        _unknown.Sort(StringComparer.Ordinal);
        if (adoption == Adoption.Take)
        {
            _unknown.FindAll(path => !ledger.IsProduced(path)).ForEach(ledger.Accept);
        }
        else if (adoption == Adoption.Remove && !failed.Any && !problems.HasErrors)
        {
            RemoveAll(_unknown.FindAll(path => !ledger.IsProduced(path)));
            HasRemovedUnknown = true;
        }
        else if (_unknown.Count > 0)
        {
            ReportUnknown();
            ledger.BeginAdoption();
            return;
        }

        if (!failed.Any)
        {
            ledger.EndAdoption();
        }
    }
}

/// <summary>
/// Whether a file carries the mark of StaticNews: <c>&lt;meta name=generator content=StaticNews&gt;</c> in a
/// page, <c>&lt;generator&gt;StaticNews&lt;/generator&gt;</c> in a feed. It is asked only where no ledger tells whose a
/// file is, as after a fresh clone with a committed output folder.
/// </summary>
internal static class GeneratorMark
{
    /// <summary>Both stand in the head of a file, before or right behind its style sheet.</summary>
    private const int HeadBytes = 1 << 16;

    public static bool IsIn(SafeFileHandle file)
    {
        var head = new byte[Math.Min(HeadBytes, RandomAccess.GetLength(file))];
        return IsIn(Encoding.UTF8.GetString(head, 0, DiskFile.ReadFully(file, head, 0)));
    }

    public static bool IsIn(ReadOnlySpan<char> head)
    {
        if (head.Contains("<generator>StaticNews", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        while (head.IndexOf("<meta", StringComparison.OrdinalIgnoreCase) is var at and >= 0)
        {
            head = head[(at + "<meta".Length)..];
            var tag = head[..(head.IndexOf('>') is var end and >= 0 ? end : head.Length)];
            if (
                ValueOf("name", tag).Equals("generator", StringComparison.OrdinalIgnoreCase)
                && ValueOf("content", tag).StartsWith("StaticNews", StringComparison.Ordinal)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// An attribute's value, with or without quotes around it; empty where the tag has no such attribute.
    /// </summary>
    private static ReadOnlySpan<char> ValueOf(string attribute, ReadOnlySpan<char> tag)
    {
        var at = tag.IndexOf($" {attribute}=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return [];
        }

        var value = tag[(at + attribute.Length + 2)..];
        if (value.Length > 0 && value[0] is '"' or '\'')
        {
            var quote = value[0];
            value = value[1..];
            return value[..(value.IndexOf(quote) is var close and >= 0 ? close : value.Length)];
        }

        return value[..(value.IndexOfAny(' ', '/') is var end and >= 0 ? end : value.Length)];
    }
}

/// <summary>
/// The treatment of files of unknown origin in the output folder (<c>--adopt</c>).
/// </summary>
internal enum Adoption
{
    /// <summary>
    /// The build reports their number and keeps them, except pages and feeds that carry StaticNews's mark and are
    /// built again.
    /// </summary>
    Report,

    /// <summary>It names each.</summary>
    List,

    /// <summary>
    /// A page that needs the place replaces the file; the others stay, and no later build reports them.
    /// </summary>
    Take,

    /// <summary>A page that needs the place replaces the file; the others are removed.</summary>
    Remove,
}
