using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.FileSystem;

/// <summary>New files in a site's own folder: an article that is begun, a template to be changed.</summary>
internal static class SiteFiles
{
    /// <summary>
    /// Writes a file that may not be there yet, and makes the folders to it. No link on the way is followed, unless the
    /// person wants links to be followed.
    /// </summary>
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

    private static FolderHandle OpenReal(string path) =>
        FolderHandle.Open(CanonicalPath.Of(path) ?? throw new StateException("symbolic links lead in a circle"));
}

/// <summary>The site's own texts beside its content: <c>site.yml</c> and <c>templates/</c>.</summary>
internal static class SiteTexts
{
    /// <summary>Whether there is anything of this name, be it readable or not.</summary>
    public static bool Exists(string siteRoot, string path) => Path.Exists(Path.Join(siteRoot, path));

    /// <summary>One text of the site; null with no diagnostic where there is no such file.</summary>
    /// <param name="links">Of the site.</param>
    /// <param name="path">Below its folder, with '/'.</param>
    /// <param name="diagnostics">Receives the faults.</param>
    public static SourceText? Read(LinkPolicy links, string path, ICollection<Diagnostic> diagnostics)
    {
        var full = Path.Join(links.SiteRoot, path);
        var real = CanonicalPath.Of(full) ?? full;
        var standing = FileStatus.At(real);
        if (standing.Kind == FileStatusKind.Nothing)
        {
            return null;
        }

        if (!links.MayEnter(real))
        {
            diagnostics.Add(StorageDiagnostics.LinkLeadsOutOfSite(path));
            return null;
        }

        if (standing.Kind != FileStatusKind.File)
        {
            diagnostics.Add(
                standing.Kind == FileStatusKind.Folder
                    ? StorageDiagnostics.Unreadable(path, "it is a folder")
                    : StorageDiagnostics.SpecialFile(path)
            );
            return null;
        }

        using var bytes = DiskFile.Read(real, path, standing.Stamp.Size);
        if (bytes.Problem is { } problem)
        {
            diagnostics.Add(problem);
            return null;
        }

        var (source, fault) = SourceDecoder.Decode(path, bytes.Span);
        if (fault is not null)
        {
            diagnostics.Add(StorageDiagnostics.NoText(fault));
        }

        return source;
    }

    /// <summary>
    /// Every template of the site, by path (<c>templates/article.sbn-html</c>), ordinal; none where the site has no
    /// such folder.
    /// </summary>
    public static IReadOnlyList<SourceText> ReadTemplates(LinkPolicy links, ICollection<Diagnostic> diagnostics)
    {
        const string folder = "templates";
        var root = Path.Join(Path.GetFullPath(links.SiteRoot), folder);
        if (!Directory.Exists(root))
        {
            return [];
        }

        var problems = new List<Diagnostic>();
        var texts = new List<SourceText>();
        foreach (
            var file in FolderWalk.Files(
                root,
                folder,
                static entry => !IsHidden(entry.Path) && (entry.IsFolder || !EditorFile.IsBackup(entry.Path)),
                links,
                problems,
                CancellationToken.None
            )
        )
        {
            if (Read(links, $"{folder}/{file.Path}", problems) is { } text)
            {
                texts.Add(text);
            }
        }

        problems.ForEach(diagnostics.Add);
        return texts;
    }

    private static bool IsHidden(string path) => path[0] == '.' || path.Contains("/.", StringComparison.Ordinal);
}
