namespace StaticNews.Configuration;

/// <summary>Where the site will stand. Every link on a page starts with <see cref="Prefix"/>; feeds and sitemaps use the whole.</summary>
/// <param name="Origin">Scheme, host and port without a final slash: <c>https://meridian.example</c>.</param>
/// <param name="Prefix">The path, with a slash at both ends: <c>/</c> or <c>/archive/</c>.</param>
internal sealed record BaseUrl(string Origin, string Prefix)
{
    /// <summary>A link within the site. <paramref name="url"/> starts with '/', as all site URLs in this code do.</summary>
    public string Href(string url) => Prefix.Length == 1 ? url : string.Concat(Prefix.AsSpan(0, Prefix.Length - 1), url);

    /// <summary>The whole URL, for feeds, sitemaps, canonical links.</summary>
    public string Absolute(string url) => string.Concat(Origin, Prefix.AsSpan(0, Prefix.Length - 1), url);
}
