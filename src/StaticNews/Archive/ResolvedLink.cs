namespace StaticNews.Archive;

/// <param name="Target">As <see cref="Articles.LinkReference.Target"/>.</param>
/// <param name="Url">The site URL that it leads to, or null where the site holds no such thing.</param>
internal readonly record struct ResolvedLink(string Target, string? Url);
