using System.Globalization;
using System.Text;
using System.Xml.Linq;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Feeds;

namespace StaticNews.Tests.Feeds;

public sealed class SitemapTests
{
    private static readonly XNamespace Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public void A_part_and_the_index_read_as_the_protocol_wants_them()
    {
        var part = SitemapPlan.Split(
            SitemapPlan.Month(2014, 5),
            [
                new SitemapUrl(
                    "https://m.example/world/2014/05/a&b.html",
                    Date("2014-05-01T10:00:00+05:30", DatePrecision.Minute)
                ),
                new SitemapUrl("https://m.example/мир/", null),
            ]
        );

        Assert.Equal(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <url>
            <loc>https://m.example/world/2014/05/a&amp;b.html</loc>
            <lastmod>2014-05-01T10:00+05:30</lastmod>
            </url>
            <url>
            <loc>https://m.example/%D0%BC%D0%B8%D1%80/</loc>
            </url>
            </urlset>

            """.ReplaceLineEndings("\n"),
            Encoding.UTF8.GetString(Written.By(to => SitemapWriter.WritePart(part[0], to)))
        );
        Assert.Equal(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <sitemap>
            <loc>https://m.example/archive/sitemaps/2014-05.xml</loc>
            <lastmod>2014-05-01T10:00+05:30</lastmod>
            </sitemap>
            </sitemapindex>

            """.ReplaceLineEndings("\n"),
            Encoding.UTF8.GetString(
                Written.By(to => SitemapWriter.WriteIndex(part, new BaseUrl("https://m.example", "/archive/"), to))
            )
        );
    }

    [Theory]
    [InlineData(DatePrecision.Year, "2014")]
    [InlineData(DatePrecision.Month, "2014-05")]
    [InlineData(DatePrecision.Day, "2014-05-01")]
    [InlineData(DatePrecision.Minute, "2014-05-01T10:00-03:00")]
    [InlineData(DatePrecision.Second, "2014-05-01T10:00:07-03:00")]
    public void A_date_is_as_precise_as_its_source(object precision, string written) =>
        Assert.Equal(written, FeedDate.W3C(Date("2014-05-01T10:00:07-03:00", (DatePrecision)precision)));

    [Fact]
    public void A_large_month_is_divided_from_its_oldest_article_on()
    {
        var urls = Urls(25);

        var parts = SitemapPlan.Split("2014-05", urls, maxUrls: 10);
        var later = SitemapPlan.Split("2014-05", Urls(26), maxUrls: 10);

        Assert.Equal(
            ["/sitemaps/2014-05.xml", "/sitemaps/2014-05-2.xml", "/sitemaps/2014-05-3.xml"],
            parts.Select(part => part.Path)
        );
        Assert.Equal(urls, parts.SelectMany(part => part.Urls));
        Assert.Equal(urls[9].LastModified, parts[0].LastModified);
        Assert.Equal(
            Written.By(to => SitemapWriter.WritePart(parts[0], to)),
            Written.By(to => SitemapWriter.WritePart(later[0], to))
        );
        Assert.Equal(
            Written.By(to => SitemapWriter.WritePart(parts[1], to)),
            Written.By(to => SitemapWriter.WritePart(later[1], to))
        );
        Assert.NotEqual(
            Written.By(to => SitemapWriter.WritePart(parts[2], to)),
            Written.By(to => SitemapWriter.WritePart(later[2], to))
        );
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(777)]
    [InlineData(10)]
    public void No_file_is_longer_than_its_limit_unless_one_URL_alone_is(int maxBytes)
    {
        var urls = Urls(40).Select(url => url with { Location = $"{url.Location}?мир&'<\">" }).ToArray();

        var parts = SitemapPlan.Split("pages", urls, SitemapPlan.MaxUrls, maxBytes);

        Assert.Equal(urls, parts.SelectMany(part => part.Urls));
        Assert.All(
            parts,
            part =>
                Assert.True(
                    part.Urls.Count == 1 || Written.By(to => SitemapWriter.WritePart(part, to)).Length <= maxBytes
                )
        );
        Assert.True(maxBytes < 500 || parts.Count < urls.Length);
    }

    [Fact]
    public void A_full_part_of_50_000_is_well_formed_and_within_the_limits()
    {
        var parts = SitemapPlan.Split("2014-05", Urls(50_001));

        Assert.Equal([50_000, 1], parts.Select(part => part.Urls.Count));
        var bytes = Written.By(to => SitemapWriter.WritePart(parts[0], to));
        Assert.InRange(bytes.Length, 1, SitemapPlan.MaxBytes);
        using var stream = new MemoryStream(bytes);
        Assert.Equal(50_000, XDocument.Load(stream).Root!.Elements(Namespace + "url").Count());
    }

    [Fact]
    public void Nothing_gives_no_part() => Assert.Empty(SitemapPlan.Split("pages", []));

    private static SitemapUrl[] Urls(int count)
    {
        var first = Date("2014-05-01T00:00:00+00:00", DatePrecision.Second);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new SitemapUrl(
                    string.Create(CultureInfo.InvariantCulture, $"https://m.example/world/2014/05/article-{i}.html"),
                    first with
                    {
                        Local = first.Local.AddSeconds(i),
                    }
                )),
        ];
    }

    private static ArticleDate Date(string date, DatePrecision precision) =>
        new(DateTimeOffset.Parse(date, CultureInfo.InvariantCulture), precision, null);
}
