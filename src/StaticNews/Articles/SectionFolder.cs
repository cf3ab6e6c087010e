namespace StaticNews.Articles;

/// <summary>The folder whose section a text is about.</summary>
internal static class SectionFolder
{
    /// <summary>With a slash at its end: <c>world/asia/</c>. Null for a text that is about no section, and for the front page's.</summary>
    /// <param name="path">Below content/.</param>
    public static string? Of(string path) => path.EndsWith("/_index.md", StringComparison.Ordinal) && path[0] != '_' ? path[..^"_index.md".Length] : null;
}
