using StaticNews.Text;

namespace StaticNews.Archive;

/// <summary>Paths of sources below content/, and how diagnostics name them.</summary>
internal static class SourcePath
{
    public const string SiteYml = "site.yml";

    private const string Content = "content/";

    /// <summary>As an editor sees it from the site's root.</summary>
    public static string Shown(string path) => Content + path;

    /// <summary>The same without a string of its own.</summary>
    public static ShownPath Place(string path) => new(Content, path);

    public static SourceLocation File(string path) => SourceLocation.File(Shown(path));

    /// <summary>
    /// The path that <paramref name="target"/> means when it is written in <paramref name="from"/>: relative to its
    /// folder, or with a leading '/' from content/. Null where it climbs out of content/ or names nothing.
    /// </summary>
    public static string? Resolve(string from, string target)
    {
        var parts = new List<string>();
        if (!target.StartsWith('/'))
        {
            parts.AddRange(from.Split('/')[..^1]);
        }

        foreach (var part in target.Split('/'))
        {
            if (part is "..")
            {
                if (parts.Count == 0)
                {
                    return null;
                }

                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "."))
            {
                parts.Add(part);
            }
        }

        return parts.Count == 0 ? null : string.Join('/', parts);
    }

    public static bool IsMarkdown(string path) => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    /// <summary>The last part without <c>.md</c>: <c>flood</c> of <c>world/flood.md</c>.</summary>
    public static string Name(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return IsMarkdown(name) ? name[..^3] : name;
    }
}
