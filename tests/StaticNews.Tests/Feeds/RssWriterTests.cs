using System.Text;
using System.Xml.Linq;
using StaticNews.Content;
using StaticNews.Feeds;

namespace StaticNews.Tests.Feeds;

public sealed class RssWriterTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    [Fact]
    public void A_feed_reads_as_the_profile_wants_it()
    {
        var item = new RssItem
        {
            Title = "Sea breaks the dykes",
            Link = "https://m.example/world/1953/02/flood.html",
            Guid = RssGuid.Of("flood-1953", "https://m.example/world/1953/02/flood.html"),
            Published = At("1953-02-01T06:00:00+01:00"),
            Description = "Water & wind",
            ContentHtml = "<p>Water &amp; wind</p>",
            Creators = ["Edith Lang", "Jan de Wit"],
            Categories = ["World", "Floods"],
            Enclosure = RssEnclosure.For("https://m.example/world/map.png", 1234),
        };
        var expected = """
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel>
            <title>The Meridian</title>
            <link>https://m.example/</link>
            <description>News since 1931</description>
            <language>en</language>
            <lastBuildDate>Sun, 01 Feb 1953 06:00:00 +0100</lastBuildDate>
            <docs>https://www.rssboard.org/rss-specification</docs>
            <generator>StaticNews</generator>
            <atom:link href="https://m.example/feed.xml" rel="self" type="application/rss+xml" />
            <item>
            <title>Sea breaks the dykes</title>
            <link>https://m.example/world/1953/02/flood.html</link>
            <description>Water &amp;amp; wind</description>
            <content:encoded>&lt;p&gt;Water &amp;amp; wind&lt;/p&gt;</content:encoded>
            <dc:creator>Edith Lang</dc:creator>
            <dc:creator>Jan de Wit</dc:creator>
            <category>World</category>
            <category>Floods</category>
            <guid isPermaLink="false">tag:m.example,2025:flood-1953</guid>
            <pubDate>Sun, 01 Feb 1953 06:00:00 +0100</pubDate>
            <enclosure url="https://m.example/world/map.png" length="1234" type="image/png" />
            </item>
            </channel>
            </rss>

            """.ReplaceLineEndings("\n");

        Assert.Equal(expected, Encoding.UTF8.GetString(Written.By(to => RssWriter.Write(Feed(item), to))));
    }

    [Fact]
    public void Whatever_an_article_holds_the_feed_is_well_formed_and_loses_only_what_XML_cannot_hold()
    {
        var hostile = $"a\0b\u001bc]]></x>&nbsp;<script>{(char)0xD800}\uFFFF\u000b𝄞é\r\n\tend";
        var item = Item() with
        {
            Title = hostile,
            Description = hostile,
            ContentHtml = hostile,
            Creators = [hostile],
            Categories = [hostile],
        };

        var read = Parse(Feed(item) with { Title = hostile, Description = hostile }).Descendants("item").Single();

        const string kept = "abc]]></x>&nbsp;<script>𝄞é\n\tend";
        Assert.Equal(kept, read.Element("title")!.Value);
        Assert.Equal("abc]]&gt;&lt;/x&gt;&amp;nbsp;&lt;script&gt;𝄞é\n\tend", read.Element("description")!.Value);
        Assert.Equal(kept, read.Element(Content + "encoded")!.Value);
        Assert.Equal(kept, read.Element(DublinCore + "creator")!.Value);
        Assert.Equal(kept, read.Element("category")!.Value);
    }

    [Fact]
    public void What_is_not_known_is_not_written()
    {
        var channel = Parse(Feed(Item()) with { Description = null }).Element("rss")!.Element("channel")!;
        var item = channel.Element("item")!;

        Assert.Equal("The Meridian", channel.Element("description")!.Value);
        Assert.Equal(["title", "link", "guid", "pubDate"], item.Elements().Select(element => element.Name.LocalName));
    }

    [Fact]
    public void A_feed_without_items_has_no_date_and_is_still_a_feed()
    {
        var channel = Parse(Feed()).Element("rss")!.Element("channel")!;
        Assert.Null(channel.Element("lastBuildDate"));
        Assert.Equal("https://m.example/feed.xml", channel.Element(Atom + "link")!.Attribute("href")!.Value);
    }

    [Fact]
    public void The_channel_is_as_new_as_the_newest_change_in_it()
    {
        var channel = Parse(
                Feed(
                    Item() with
                    {
                        Published = At("2014-05-02T10:00:00+00:00"),
                    },
                    Item() with
                    {
                        Published = At("2014-05-01T10:00:00+00:00"),
                        Updated = At("2014-05-02T23:30:00+05:30"),
                    }
                )
            )
            .Descendants("channel")
            .Single();

        Assert.Equal("Fri, 02 May 2014 23:30:00 +0530", channel.Element("lastBuildDate")!.Value);
    }

    [Fact]
    public void URLs_in_other_scripts_are_percent_encoded_once()
    {
        var item = Parse(
                Feed(
                    Item() with
                    {
                        Link = "https://m.example/мир/a b.html?q=%C3%A9&x=1",
                        Guid = RssGuid.Of(null, "https://m.example/мир/a b.html"),
                        Enclosure = RssEnclosure.For("https://m.example/карта 100%.png", 1),
                    }
                )
            )
            .Descendants("item")
            .Single();

        Assert.Equal("https://m.example/%D0%BC%D0%B8%D1%80/a%20b.html?q=%C3%A9&x=1", item.Element("link")!.Value);
        Assert.Equal("https://m.example/%D0%BC%D0%B8%D1%80/a%20b.html", item.Element("guid")!.Value);
        Assert.Equal(
            "https://m.example/%D0%BA%D0%B0%D1%80%D1%82%D0%B0%20100%25.png",
            item.Element("enclosure")!.Attribute("url")!.Value
        );
    }

    [Theory]
    [InlineData("2014-11-04T10:00:00+05:30", "Tue, 04 Nov 2014 10:00:00 +0530")]
    [InlineData("2014-11-04T10:00:00-03:30", "Tue, 04 Nov 2014 10:00:00 -0330")]
    [InlineData("2014-11-04T10:00:00+00:00", "Tue, 04 Nov 2014 10:00:00 +0000")]
    [InlineData("1865-04-15T07:22:00-05:00", "Sat, 15 Apr 1865 07:22:00 -0500")]
    [InlineData("0079-08-24T13:00:00+00:00", "Thu, 24 Aug 0079 13:00:00 +0000")]
    public void Dates_are_RFC_822_with_the_articles_own_offset(string date, string written) =>
        Assert.Equal(written, FeedDate.Rfc822(At(date)));

    [Theory]
    [InlineData(null, "https://m.example/a.html", true)]
    [InlineData("  ", "https://m.example/a.html", true)]
    [InlineData("2014/05 flood", "tag:m.example,2025:2014%2F05%20flood", false)]
    [InlineData("F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6", "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6", false)]
    [InlineData("urn:isbn:0451450523", "urn:isbn:0451450523", false)]
    [InlineData("https://old.example/?p=17", "https://old.example/?p=17", false)]
    public void An_identity_comes_from_the_id_and_outlives_the_URL(string? id, string value, bool isPermaLink) =>
        Assert.Equal(new RssGuid(value, isPermaLink), RssGuid.Of(id, "https://m.example/a.html"));

    [Theory]
    [InlineData("https://m.example/a.JPG?w=2", 5L, "image/jpeg")]
    [InlineData("https://m.example/a.svg#x", 0L, "image/svg+xml")]
    [InlineData("https://m.example/a.svg", null, null)]
    [InlineData("https://m.example/a.tiff", 5L, null)]
    [InlineData("https://m.example/a", 5L, null)]
    [InlineData(null, 5L, null)]
    public void An_enclosure_needs_a_known_size_and_type(string? url, long? length, string? type) =>
        Assert.Equal(type, RssEnclosure.For(url, length)?.MediaType);

    private static ArticleDate At(string date) =>
        new(DateTimeOffset.Parse(date, System.Globalization.CultureInfo.InvariantCulture), DatePrecision.Second, null);

    private static RssItem Item() =>
        new()
        {
            Title = "Flood",
            Link = "https://m.example/a.html",
            Guid = RssGuid.Of(null, "https://m.example/a.html"),
            Published = At("2014-11-04T10:00:00+05:30"),
        };

    private static RssFeed Feed(params RssItem[] items) =>
        new("The Meridian", "https://m.example/", "https://m.example/feed.xml", "News since 1931", "en", items);

    private static XDocument Parse(RssFeed feed)
    {
        using var bytes = new MemoryStream(Written.By(to => RssWriter.Write(feed, to)));
        return XDocument.Load(bytes, LoadOptions.PreserveWhitespace);
    }
}
