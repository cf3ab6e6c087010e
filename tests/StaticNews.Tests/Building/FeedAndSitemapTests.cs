using System.Text.RegularExpressions;

namespace StaticNews.Tests.Building;

public sealed partial class FeedAndSitemapTests
{
    [Fact]
    public void A_category_is_named_once_though_section_and_tag_share_it()
    {
        using var site = TestSite.Plain().Article("world/a.md", "One", "2020-01-01", "tags: [world, Floods, World]");

        Assert.Empty(site.Build().Diagnostics);

        Assert.Equal(
            ["World", "Floods"],
            Category().Matches(site.Read("feed.xml")).Select(match => match.Groups[1].Value)
        );
    }

    [Fact]
    public void The_sitemaps_parts_stand_oldest_first()
    {
        using var site = TestSite
            .Plain()
            .Article("news/a.md", "A", "2019-11-01")
            .Article("news/b.md", "B", "2019-02-01")
            .Article("news/c.md", "C", "2020-03-01")
            .Article("news/d.md", "D", "2020-01-01")
            .Article("news/e.md", "E", "\"2020\"")
            .Article("news/f.md", "F", "2001-05-05");

        Assert.Empty(site.Build().Diagnostics);

        Assert.Equal(
            ["2001-05", "2019-02", "2019-11", "2020", "2020-01", "2020-03", "pages"],
            Part().Matches(site.Read("sitemap.xml")).Select(match => match.Groups[1].Value)
        );
    }

    [GeneratedRegex("<category>([^<]*)</category>")]
    private static partial Regex Category();

    [GeneratedRegex("/sitemaps/([^<]*)\\.xml</loc>")]
    private static partial Regex Part();
}
