using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Text;

namespace StaticNews.Feeds;

/// <summary>
/// Which URL goes into which part of the sitemap. An article belongs to the month of its date, so that the file of a
/// closed month never changes; a month that is too large for one file is divided from its oldest article on, so that
/// all but the last file never change.
/// </summary>
internal static class SitemapPlan
{
    /// <summary>The protocol's own limits: <c>https://www.sitemaps.org/protocol.html</c>.</summary>
    public const int MaxUrls = 50_000;

    /// <summary>50 MB uncompressed; read as the smaller of the two megabytes.</summary>
    public const long MaxBytes = 50_000_000;

    /// <summary>The part for everything that is no article: sections, tags, pages.</summary>
    public const string Pages = "pages";

    // The longest that is written around a location and a date, in bytes.
    private const int EntryBytes = 80;

    private const int DocumentBytes = 200;

    public static string Month(int year, int month) =>
        string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}");

    /// <param name="name"><see cref="Month"/> or <see cref="Pages"/>.</param>
    /// <param name="urls">Oldest first, in an order that a new article does not disturb.</param>
    /// <param name="maxUrls">At most so many a file.</param>
    /// <param name="maxBytes">At most so long a file.</param>
    /// <returns><c>/sitemaps/2014-05.xml</c>, then <c>/sitemaps/2014-05-2.xml</c> and on; none for no URLs.</returns>
    public static IReadOnlyList<SitemapPart> Split(
        string name,
        IReadOnlyList<SitemapUrl> urls,
        int maxUrls = MaxUrls,
        long maxBytes = MaxBytes
    )
    {
        var parts = new List<SitemapPart>();
        for (var start = 0; start < urls.Count; )
        {
            var (end, lastModified) = EndOfPart(urls, start, maxUrls, maxBytes);
            var own = start == 0 && end == urls.Count ? urls : [.. urls.Skip(start).Take(end - start)];
            parts.Add(new SitemapPart(PathOf(name, parts.Count + 1), own, lastModified));
            start = end;
        }

        return parts;
    }

    private static (int End, ArticleDate? LastModified) EndOfPart(
        IReadOnlyList<SitemapUrl> urls,
        int start,
        int maxUrls,
        long maxBytes
    )
    {
        var bytes = (long)DocumentBytes;
        var end = start;
        ArticleDate? last = null;
        while (end < urls.Count && end - start < maxUrls)
        {
            var url = urls[end];
            bytes += EntryBytes + Encoding.UTF8.GetByteCount(EscapedText.AsHtml(WebUrl.Encode(url.Location)));
            if (bytes > maxBytes && end > start)
            {
                break;
            }

            last = FeedDate.Later(last, url.LastModified);
            end++;
        }

        return (end, last);
    }

    private static string PathOf(string name, int number) =>
        number == 1
            ? $"/sitemaps/{name}.xml"
            : string.Create(CultureInfo.InvariantCulture, $"/sitemaps/{name}-{number}.xml");
}

/// <summary>One file of URLs.</summary>
/// <param name="Path">From the site's root: <c>/sitemaps/2014-05.xml</c>.</param>
/// <param name="Urls">Oldest first.</param>
/// <param name="LastModified">The newest date of its URLs; null where none has one.</param>
internal sealed record SitemapPart(string Path, IReadOnlyList<SitemapUrl> Urls, ArticleDate? LastModified);

/// <param name="Location">Absolute.</param>
/// <param name="LastModified">
/// When the page's own content changed: an article's update or date; null where it is not known.
/// </param>
internal readonly record struct SitemapUrl(string Location, ArticleDate? LastModified);

/// <summary>Sitemaps, protocol 0.9: an index at <c>/sitemap.xml</c> and its parts.</summary>
internal static class SitemapWriter
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void WritePart(SitemapPart part, IBufferWriter<byte> to) =>
        FeedXml.Document(
            to,
            xml =>
            {
                xml.WriteStartElement("urlset", Namespace);
                foreach (var url in part.Urls)
                {
                    WriteEntry(xml, "url", url);
                }

                xml.WriteEndElement();
            }
        );

    /// <param name="parts">In the order in which they are to stand.</param>
    /// <param name="site">Makes their paths absolute.</param>
    public static void WriteIndex(IReadOnlyList<SitemapPart> parts, BaseUrl site, IBufferWriter<byte> to) =>
        FeedXml.Document(
            to,
            xml =>
            {
                xml.WriteStartElement("sitemapindex", Namespace);
                foreach (var part in parts)
                {
                    WriteEntry(xml, "sitemap", new SitemapUrl(site.Absolute(part.Path), part.LastModified));
                }

                xml.WriteEndElement();
            }
        );

    private static void WriteEntry(XmlWriter xml, string name, SitemapUrl url)
    {
        xml.WriteStartElement(name);
        xml.Url("loc", url.Location);
        if (url.LastModified is { } date)
        {
            xml.WriteElementString("lastmod", FeedDate.W3C(date));
        }

        xml.WriteEndElement();
    }
}
