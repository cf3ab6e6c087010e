using System.Buffers;
using System.Xml;
using StaticNews.Configuration;

namespace StaticNews.Feeds;

/// <summary>Sitemaps, protocol 0.9: an index at <c>/sitemap.xml</c> and its parts.</summary>
internal static class SitemapWriter
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void WritePart(SitemapPart part, IBufferWriter<byte> to) => FeedXml.Document(to, xml =>
    {
        xml.WriteStartElement("urlset", Namespace);
        foreach (var url in part.Urls)
        {
            WriteEntry(xml, "url", url);
        }

        xml.WriteEndElement();
    });

    /// <param name="parts">In the order in which they are to stand.</param>
    /// <param name="site">Makes their paths absolute.</param>
    public static void WriteIndex(IReadOnlyList<SitemapPart> parts, BaseUrl site, IBufferWriter<byte> to) => FeedXml.Document(to, xml =>
    {
        xml.WriteStartElement("sitemapindex", Namespace);
        foreach (var part in parts)
        {
            WriteEntry(xml, "sitemap", new SitemapUrl(site.Absolute(part.Path), part.LastModified));
        }

        xml.WriteEndElement();
    });

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
