namespace StaticNews.Archive;

/// <summary>Folders of the output in which only the site's own pages live, and whose they are.</summary>
internal sealed class OwnedFolders
{
    private readonly Dictionary<PathKey, string> _owners = [];

    /// <summary>The first owner of a folder stays.</summary>
    /// <param name="url">With '/' at both ends.</param>
    /// <param name="owner">As a message names it: "the list of tags".</param>
    public void Add(string url, string owner) => _owners.TryAdd(PathKey.Of(url.AsSpan(0, url.Length - 1)), owner);

    /// <summary>Whose a folder is, or one around it; null for one that is nobody's.</summary>
    /// <param name="folder">With '/' at its start only.</param>
    public string? OwnerOf(ReadOnlySpan<char> folder)
    {
        for (var end = folder.Length; end > 0; end = folder[..end].LastIndexOf('/'))
        {
            if (_owners.TryGetValue(PathKey.Of(folder[..end]), out var owner))
            {
                return owner;
            }
        }

        return null;
    }
}
