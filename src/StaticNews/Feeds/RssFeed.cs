using System.Buffers;
using System.Globalization;
using System.Xml;
using StaticNews.Content;
using StaticNews.Text;

namespace StaticNews.Feeds;

/// <summary>One RSS channel. All URLs are absolute.</summary>
/// <param name="Title">Of the site, or "World – The Meridian".</param>
/// <param name="Link">The page that the feed follows.</param>
/// <param name="Self">The feed's own URL.</param>
/// <param name="Description">
/// A sentence or two as plain text; null: the title stands for it, for RSS requires one.
/// </param>
/// <param name="Language">BCP 47.</param>
/// <param name="Items">Newest first, as they are to be written.</param>
internal sealed record RssFeed(
    string Title,
    string Link,
    string Self,
    string? Description,
    string Language,
    IReadOnlyList<RssItem> Items
);

/// <summary>One article in a feed. All URLs are absolute.</summary>
internal sealed record RssItem
{
    public required string Title { get; init; }

    public required string Link { get; init; }

    public required RssGuid Guid { get; init; }

    public required ArticleDate Published { get; init; }

    /// <summary>
    /// Null where the article was not changed since. RSS shows it only in the channel's <c>lastBuildDate</c>.
    /// </summary>
    public ArticleDate? Updated { get; init; }

    /// <summary>The lede as plain text; empty for none.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>The whole article as HTML whose links are absolute; null for a feed of summaries.</summary>
    public string? ContentHtml { get; init; }

    /// <summary>Names of its authors, in order.</summary>
    public IReadOnlyList<string> Creators { get; init; } = [];

    /// <summary>Section and tags, as a reader sees them.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public RssEnclosure? Enclosure { get; init; }
}

/// <summary>
/// What a feed reader remembers an article by: as long as it stays, the article is not shown as new again.
/// </summary>
/// <param name="Value">Opaque to readers.</param>
/// <param name="IsPermaLink">Whether it is a URL that leads to the article.</param>
internal readonly record struct RssGuid(string Value, bool IsPermaLink)
{
    // A tag URI (RFC 4151) dates its domain. The article's own date will not do: it may be mended, and may be older
    // than all domains.
    private const string TagYear = "2025";

    /// <summary>
    /// From the article's <c>id</c>, so that it outlives the URL: an id that is a URI already stands for itself, a UUID
    /// becomes <c>urn:uuid:…</c> (RFC 9562), any other a tag URI of the site's host:
    /// <c>tag:meridian.example,2025:flood-1953</c>. Without an id it is the permalink.
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

    private static string HostOf(string permalink) =>
        Uri.TryCreate(permalink, UriKind.Absolute, out var url) ? url.IdnHost : "localhost";
}

/// <summary>A picture or recording that belongs to an item.</summary>
/// <param name="Url">Absolute.</param>
/// <param name="Length">Bytes.</param>
/// <param name="MediaType">IANA media type.</param>
internal sealed record RssEnclosure(string Url, long Length, string MediaType)
{
    /// <summary>
    /// Null where RSS's three required values are not all known: the size, and the type, which follows from the URL's
    /// ending.
    /// </summary>
    /// <param name="url">Absolute, or null for no picture.</param>
    /// <param name="length">Bytes; null for a picture on another site.</param>
    public static RssEnclosure? For(string? url, long? length) =>
        url is not null && length is { } bytes && MediaTypeOf(url) is { } type
            ? new RssEnclosure(url, bytes, type)
            : null;

    private static string? MediaTypeOf(string url)
    {
        var path = url.AsSpan();
        path = path.IndexOfAny('?', '#') is var end and >= 0 ? path[..end] : path;
        var ending = path[(path.LastIndexOf('.') + 1)..];
        return ending.Length > 5
            ? null
            : ending.ToString().ToUpperInvariant() switch
            {
                "JPG" or "JPEG" => "image/jpeg",
                "PNG" => "image/png",
                "GIF" => "image/gif",
                "WEBP" => "image/webp",
                "AVIF" => "image/avif",
                "SVG" => "image/svg+xml",
                "MP3" => "audio/mpeg",
                "M4A" => "audio/mp4",
                "OGG" => "audio/ogg",
                "MP4" => "video/mp4",
                "WEBM" => "video/webm",
                "PDF" => "application/pdf",
                _ => null,
            };
    }
}

/// <summary>
/// RSS 2.0 as the RSS Advisory Board's profile has it: <c>https://www.rssboard.org/rss-profile</c>. Pure: the same feed
/// gives the same bytes.
/// </summary>
internal static class RssWriter
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public static void Write(RssFeed feed, IBufferWriter<byte> to) =>
        FeedXml.Document(
            to,
            xml =>
            {
                xml.WriteStartElement("rss");
                xml.WriteAttributeString("version", "2.0");
                xml.WriteAttributeString("xmlns", "atom", null, Atom);
                xml.WriteAttributeString("xmlns", "content", null, Content);
                xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
                xml.WriteStartElement("channel");
                WriteHead(xml, feed);
                foreach (var item in feed.Items)
                {
                    WriteItem(xml, item);
                }

                xml.WriteEndElement();
                xml.WriteEndElement();
            }
        );

    private static void WriteHead(XmlWriter xml, RssFeed feed)
    {
        xml.Text("title", feed.Title);
        xml.Url("link", feed.Link);
        xml.Text("description", feed.Description ?? feed.Title);
        xml.Text("language", feed.Language);
        if (LastBuilt(feed) is { } last)
        {
            xml.WriteElementString("lastBuildDate", FeedDate.Rfc822(last));
        }

        xml.WriteElementString("docs", "https://www.rssboard.org/rss-specification");
        xml.WriteElementString("generator", "StaticNews");
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("href", WebUrl.Encode(feed.Self));
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteEndElement();
    }

    /// <summary>When the channel's content last changed, by its articles and never by a clock.</summary>
    private static ArticleDate? LastBuilt(RssFeed feed)
    {
        ArticleDate? last = null;
        foreach (var item in feed.Items)
        {
            last = FeedDate.Later(last, FeedDate.Later(item.Published, item.Updated));
        }

        return last;
    }

    private static void WriteItem(XmlWriter xml, RssItem item)
    {
        xml.WriteStartElement("item");
        xml.Text("title", item.Title);
        xml.Url("link", item.Link);
        if (item.Description.Length > 0)
        {
            // Readers take a description for HTML, so that plain text is escaped once for them and once for XML.
            xml.Text("description", EscapedText.AsHtml(item.Description));
        }

        if (item.ContentHtml is { } html)
        {
            // After the description: some readers show whichever of the two comes last.
            xml.WriteElementString("encoded", Content, XmlCharacters.Clean(html));
        }

        foreach (var creator in item.Creators)
        {
            xml.WriteElementString("creator", DublinCore, XmlCharacters.Clean(creator));
        }

        foreach (var category in item.Categories)
        {
            xml.Text("category", category);
        }

        WriteIdentity(xml, item);
        xml.WriteEndElement();
    }

    private static void WriteIdentity(XmlWriter xml, RssItem item)
    {
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", item.Guid.IsPermaLink ? "true" : "false");
        xml.WriteString(XmlCharacters.Clean(item.Guid.Value));
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", FeedDate.Rfc822(item.Published));
        if (item.Enclosure is { } enclosure)
        {
            xml.WriteStartElement("enclosure");
            xml.WriteAttributeString("url", WebUrl.Encode(enclosure.Url));
            xml.WriteAttributeString("length", enclosure.Length.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("type", enclosure.MediaType);
            xml.WriteEndElement();
        }
    }
}
