namespace StaticNews.Storage;

/// <summary>
/// The folders below the output folder, looked at once a build and made once. A folder counts as one only if every
/// folder above it does: a link on the way makes it a link. Safe for many threads.
/// </summary>
internal sealed class OutputFolders
{
    private readonly Lock _gate = new();
    private readonly string _root;
    private readonly Dictionary<string, StandingKind> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StandingKind>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public OutputFolders(string root)
    {
        _root = root;
        _bySpan = _kinds.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The folder part of a path, without a final '/'; empty for the output folder itself.</summary>
    public static ReadOnlySpan<char> FolderOf(string path) => path.AsSpan(0, Math.Max(0, path.LastIndexOf('/')));

    public StandingKind Look(ReadOnlySpan<char> folder)
    {
        lock (_gate)
        {
            return LookLocked(folder);
        }
    }

    /// <summary>Makes the folder and those above it; tells what is in the way instead, if something is.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">The disk refuses.</exception>
    public StandingKind Make(ReadOnlySpan<char> folder)
    {
        lock (_gate)
        {
            var kind = LookLocked(folder);
            if (kind != StandingKind.Nothing)
            {
                return kind;
            }

            Directory.CreateDirectory(Path.Join(_root, folder));
            MarkMade(folder);
            return StandingKind.Folder;
        }
    }

    /// <summary>Forgets what was seen at a place and below it, because it has changed.</summary>
    public void Forget(string place)
    {
        lock (_gate)
        {
            foreach (var folder in _kinds.Keys)
            {
                if (folder.StartsWith(place, StringComparison.Ordinal) && (folder.Length == place.Length || folder[place.Length] == '/'))
                {
                    _kinds.Remove(folder);
                }
            }
        }
    }

    /// <summary>The link or file that is in a folder's way: the first on the way down that is no real folder.</summary>
    public string Blocker(string folder)
    {
        for (var end = folder.IndexOf('/', StringComparison.Ordinal); end >= 0; end = folder.IndexOf('/', end + 1))
        {
            if (Look(folder.AsSpan(0, end)) != StandingKind.Folder)
            {
                return folder[..end];
            }
        }

        return folder;
    }

    private StandingKind LookLocked(ReadOnlySpan<char> folder)
    {
        if (folder.IsEmpty)
        {
            return StandingKind.Folder;
        }

        if (_bySpan.TryGetValue(folder, out var known))
        {
            return known;
        }

        var above = LookLocked(folder[..Math.Max(0, folder.LastIndexOf('/'))]);
        var kind = above == StandingKind.Folder ? Standing.At(_root, folder).Kind : above;
        _bySpan[folder] = kind;
        return kind;
    }

    private void MarkMade(ReadOnlySpan<char> folder)
    {
        while (!folder.IsEmpty)
        {
            _bySpan[folder] = StandingKind.Folder;
            folder = folder[..Math.Max(0, folder.LastIndexOf('/'))];
        }
    }
}
