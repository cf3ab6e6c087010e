namespace StaticNews.Configuration;

/// <summary>
/// An article's URL with placeholders: <c>{section} {year} {month} {day} {slug} {id}</c>. A checked pattern starts with '/',
/// has no empty or dotted part, ends with '/' or <c>.html</c>, and names <c>{slug}</c> or <c>{id}</c>.
/// </summary>
internal sealed record PermalinkPattern(string Text)
{
    /// <summary>One inode an article, and every static host serves it as HTML.</summary>
    public const string Default = "/{section}/{year}/{month}/{slug}.html";

    public static readonly IReadOnlyList<string> Placeholders = ["section", "year", "month", "day", "slug", "id"];

    /// <summary>Whether the text around the placeholders can be a URL of this site; names that begin with <c>.staticnews</c> are the build's own.</summary>
    public static bool HasGoodShape(string pattern) =>
        pattern.StartsWith('/')
        && (pattern.EndsWith('/') || pattern.EndsWith(".html", StringComparison.Ordinal))
        && !pattern.Contains("//", StringComparison.Ordinal)
        && !pattern.Contains("/.staticnews", StringComparison.OrdinalIgnoreCase)
        && !StaticNews.Text.WebAddress.HasDots(pattern)
        && !pattern.AsSpan().ContainsAnyExcept(Allowed);

    /// <summary>Names in braces, in order; a brace without its partner gives the rest of the text, which is no placeholder.</summary>
    public static IEnumerable<string> NamesIn(string pattern)
    {
        for (var open = pattern.IndexOf('{', StringComparison.Ordinal); open >= 0; open = pattern.IndexOf('{', open + 1))
        {
            var close = pattern.IndexOf('}', open);
            yield return close < 0 ? pattern[(open + 1)..] : pattern[(open + 1)..close];
        }
    }

    private static readonly System.Buffers.SearchValues<char> Allowed =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/{}");
}
