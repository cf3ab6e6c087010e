namespace StaticNews.Articles;

/// <summary>What a source's path says: the folder that names the section, and the name that the URL is made of.</summary>
/// <param name="Folder">Without a final slash; empty for content/ itself.</param>
/// <param name="Stem">The file's name without <c>.md</c>; for <c>flood/index.md</c>, a folder that is one article, the folder's.</param>
internal readonly record struct SourceName(string Folder, string Stem)
{
    public static SourceName Of(string path)
    {
        var name = Split(path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path);
        return string.Equals(name.Stem, "index", StringComparison.Ordinal) && name.Folder.Length > 0 ? Split(name.Folder) : name;
    }

    /// <summary><see cref="Stem"/> alone.</summary>
    public static ReadOnlySpan<char> StemOf(ReadOnlySpan<char> path)
    {
        var whole = path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        var slash = whole.LastIndexOf('/');
        var stem = whole[(slash + 1)..];
        return slash > 0 && stem.SequenceEqual("index") ? whole[..slash][(whole[..slash].LastIndexOf('/') + 1)..] : stem;
    }

    private static SourceName Split(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? new SourceName("", path) : new SourceName(path[..slash], path[(slash + 1)..]);
    }
}
