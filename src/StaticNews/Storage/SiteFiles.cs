namespace StaticNews.Storage;

/// <summary>New files in a site's own folder: an article that is begun, a template to be changed.</summary>
internal static class SiteFiles
{
    /// <summary>Writes a file that may not be there yet, and makes the folders to it. No link on the way is followed, unless the person wants links to be followed.</summary>
    /// <param name="path">Below the site's folder, with '/'.</param>
    /// <exception cref="IOException">The disk refuses, a link is in the way, or there is such a file.</exception>
    /// <exception cref="UnauthorizedAccessException">The disk refuses.</exception>
    public static void Create(LinkPolicy links, string path, ReadOnlySpan<byte> bytes)
    {
        var parts = path.Split('/');
        var folder = Enter(links, parts.AsSpan(..^1));
        using (folder)
        {
            using var file = folder.Create(parts[^1]);
            RandomAccess.Write(file, bytes, 0);
        }
    }

    private static FolderHandle Enter(LinkPolicy links, ReadOnlySpan<string> folders)
    {
        if (links.FollowsOut)
        {
            var path = Path.Join([links.SiteRoot, .. folders]);
            Directory.CreateDirectory(path);
            return OpenReal(path);
        }

        var at = OpenReal(links.SiteRoot);
        foreach (var name in folders)
        {
            using var above = at;
            at = above.OpenOrMakeFolder(name);
        }

        return at;
    }

    private static FolderHandle OpenReal(string path) => FolderHandle.Open(RealPath.Of(path) ?? throw new StateFault("symbolic links lead in a circle"));
}
