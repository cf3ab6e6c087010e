using StaticNews.Diagnostics;

namespace StaticNews.Storage;

/// <summary>Takes away what earlier builds left in the output folder: pages nobody wants any more, files a killed build had under construction.</summary>
/// <param name="removed">As for <see cref="OutputTree.Open"/>.</param>
internal sealed class OutputSweep(
    string root, OutputFolders folders, OutputLedger ledger, BuildLog log, OutputProblems problems, Action<string>? removed)
{
    private readonly Lock _gate = new();
    private readonly List<string> _unknown = [];
    private int _removed;

    public int Removed => _removed;

    /// <summary>After a lost ledger or a killed build: removes what was under construction, and notes the files that nobody can account for.</summary>
    /// <exception cref="IOException">A folder cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be listed.</exception>
    public void Survey()
    {
        var pending = new Stack<string>([string.Empty]);
        while (pending.TryPop(out var folder))
        {
            foreach (var entry in FolderListing.Read(FullPath(folder), folder))
            {
                var name = entry.Path.AsSpan(folder.Length);
                if (entry.IsFolder && !entry.IsLink && name[0] != '.')
                {
                    pending.Push(entry.Path);
                }
                else if (!entry.IsFolder && OutputPath.IsTemporary(name))
                {
                    File.Delete(FullPath(entry.Path));
                }
                else if (!entry.IsFolder && name[0] != '.' && !ledger.IsOurs(entry.Path))
                {
                    _unknown.Add(entry.Path);
                }
            }
        }
    }

    /// <summary>After a whole build: removes what it did not produce, and says what must stay because nobody knows whose it is.</summary>
    public void RemoveLeftovers()
    {
        var emptied = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in Leftovers())
        {
            var folder = OutputFolders.FolderOf(path).ToString();
            try
            {
                if (folders.Look(folder) == StandingKind.Link)
                {
                    problems.Refuse(path, StandingKind.Link, folders.Blocker(folder));
                    continue;
                }

                Remove(path);
                emptied.Add(folder);
            }
            catch (Exception exception) when (DiskFault.IsFault(exception))
            {
                problems.Add(StorageDiagnostics.CannotRemove(problems.Shown(path), DiskFault.Reason(exception)));
            }
        }

        foreach (var folder in emptied)
        {
            Prune(folder);
        }

        ReportUnknown();
    }

    /// <summary>A file of an earlier build where a folder has to be: <c>world</c>, when <c>world/index.html</c> comes. False: it stays.</summary>
    public bool ClearFile(string path)
    {
        lock (_gate)
        {
            if (Standing.At(FullPath(path)).Kind is StandingKind.Folder or StandingKind.Nothing)
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

    /// <summary>A folder where a file has to be makes way if it holds nothing but leftovers. False: it stays, with all that is in it.</summary>
    public bool ClearFolder(string path)
    {
        lock (_gate)
        {
            var leftovers = new List<string>();
            var inside = new List<string> { $"{path}/" };
            for (var i = 0; i < inside.Count; i++)
            {
                foreach (var entry in FolderListing.Read(FullPath(inside[i]), inside[i]))
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
                Directory.Delete(FullPath(inside[i]));
            }

            folders.Forget(path);
            return true;
        }
    }

    private List<string> Leftovers()
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

    /// <summary>Removes a file of ours. What has become a folder is none, and stays.</summary>
    private void Remove(string path)
    {
        if (Standing.At(FullPath(path)).Kind is StandingKind.File or StandingKind.Link)
        {
            File.Delete(FullPath(path));
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
            while (folder.Length > 0 && Directory.Exists(FullPath(folder)) && !Directory.EnumerateFileSystemEntries(FullPath(folder)).Any())
            {
                Directory.Delete(FullPath(folder));
                folder = OutputFolders.FolderOf(folder).ToString();
            }
        }
        catch (Exception exception) when (DiskFault.IsFault(exception))
        {
            problems.Add(StorageDiagnostics.CannotRemove(problems.Shown(folder), DiskFault.Reason(exception)));
        }
    }

    private void ReportUnknown()
    {
        _unknown.RemoveAll(ledger.IsProduced);
        _unknown.Sort(StringComparer.Ordinal);
        if (ledger.IsAdopting && _unknown.Count > 0)
        {
            problems.Add(StorageDiagnostics.UnknownFilesStay(problems.Folder, _unknown.Count, _unknown[0]));
        }
    }

    private string FullPath(string path) => Path.Join(root, path);
}
