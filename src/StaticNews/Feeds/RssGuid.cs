namespace StaticNews.Feeds;

/// <summary>What a feed reader remembers an article by: as long as it stays, the article is not shown as new again.</summary>
/// <param name="Value">Opaque to readers.</param>
/// <param name="IsPermaLink">Whether it is a URL that leads to the article.</param>
internal readonly record struct RssGuid(string Value, bool IsPermaLink)
{
    // A tag URI (RFC 4151) dates its domain. The article's own date will not do: it may be mended, and may be older than all domains.
    private const string TagYear = "2025";

    /// <summary>
    /// From the article's <c>id</c>, so that it outlives the URL: an id that is a URI already stands for itself, a UUID becomes
    /// <c>urn:uuid:…</c> (RFC 9562), any other a tag URI of the site's host: <c>tag:meridian.example,2025:flood-1953</c>.
    /// Without an id it is the permalink.
    /// </summary>
    /// <param name="id">As the front matter gives it, or null.</param>
    /// <param name="permalink">Absolute.</param>
    public static RssGuid Of(string? id, string permalink)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            return new RssGuid(WebUrl.Encode(permalink), IsPermaLink: true);
        }

        if (Guid.TryParseExact(id, "D", out var uuid))
        {
            return new RssGuid($"urn:uuid:{uuid:D}", IsPermaLink: false);
        }

        return IsUri(id)
            ? new RssGuid(WebUrl.Encode(id), IsPermaLink: false)
            : new RssGuid($"tag:{HostOf(permalink)},{TagYear}:{Uri.EscapeDataString(id)}", IsPermaLink: false);
    }

    private static bool IsUri(string id) =>
        id.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || id.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || id.StartsWith("urn:", StringComparison.OrdinalIgnoreCase)
        || id.StartsWith("tag:", StringComparison.OrdinalIgnoreCase);

    private static string HostOf(string permalink) => Uri.TryCreate(permalink, UriKind.Absolute, out var url) ? url.IdnHost : "localhost";
}
