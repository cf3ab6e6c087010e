namespace StaticNews.Archive;

/// <summary>An old URL that leads to a page of today; checked: nothing else has its output path.</summary>
/// <param name="Url">The old one, as written; starts with '/'.</param>
/// <param name="Target">The page's URL.</param>
internal sealed record Alias(string Url, string Target);
