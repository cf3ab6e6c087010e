using System.Buffers;
using System.Globalization;
using System.Xml;
using StaticNews.Articles;
using StaticNews.Text;

namespace StaticNews.Feeds;

/// <summary>RSS 2.0 as the RSS Advisory Board's profile has it: <c>https://www.rssboard.org/rss-profile</c>. Pure: the same feed gives the same bytes.</summary>
internal static class RssWriter
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public static void Write(RssFeed feed, IBufferWriter<byte> to) => FeedXml.Document(to, xml =>
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
    });

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
            xml.Text("description", PlainText.AsHtml(item.Description));
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
