namespace StaticNews;

/// <summary>A file of the theme, and what uses it.</summary>
/// <param name="Name">Path below <c>templates/</c>: <c>partials/head.sbn-html</c>.</param>
/// <param name="IsOwn">Whether it is the site's; else it is built in.</param>
/// <param name="IsShipped">Whether there is a built-in file of this name. Together with <paramref name="IsOwn"/>: the site replaces it.</param>
/// <param name="Page">The kind of page that it is the template of, as <c>page.kind</c> names it; null for none.</param>
/// <param name="IncludedBy">Names of the files that include it, ordinal.</param>
/// <param name="Includes">Names of the files that it includes, ordinal.</param>
/// <param name="Pages">The kinds of page that show it, directly or through others; empty: nothing uses it.</param>
/// <param name="Nearest">For a file of the site that nothing uses: the name that may be meant, or null.</param>
internal sealed record ThemeFile(
    string Name,
    bool IsOwn,
    bool IsShipped,
    string? Page,
    IReadOnlyList<string> IncludedBy,
    IReadOnlyList<string> Includes,
    IReadOnlyList<string> Pages,
    string? Nearest)
{
    public bool IsUsed => Pages.Count > 0;
}
