using StaticNews.Archive;
using StaticNews.Configuration;
using StaticNews.Content;
using static StaticNews.Tests.Archive.TestCatalog;

namespace StaticNews.Tests.Archive;

public sealed class CatalogTests
{
    [Fact]
    public void Articles_stand_newest_first_and_by_path_within_one_instant()
    {
        var catalog = Build(
            Article("b.md", "2001-01-01"),
            Article("old.md", "1950-05-05"),
            Article("a.md", "2001-01-01"),
            Article("B.md", "2001-01-01") with
            {
                Slug = "bb",
            }
        );

        Assert.Equal(["B.md", "a.md", "b.md", "old.md"], catalog.Articles.Select(article => article.Path));
        Assert.Equal([0, 1, 2, 3], catalog.Listed);
    }

    [Fact]
    public void One_instant_in_two_zones_is_one_instant()
    {
        var catalog = Build(
            Article("b.md", "2001-01-01T10:00:00+02:00"),
            Article("a.md", "2001-01-01T08:00:00Z"),
            Article("c.md", "2001-01-01T09:00:00Z")
        );

        Assert.Equal(["c.md", "a.md", "b.md"], catalog.Articles.Select(article => article.Path));
    }

    [Fact]
    public void A_future_article_waits_unless_it_is_asked_for()
    {
        ArticleSummary[] articles =
        [
            Article("now.md", "2025-06-01T00:00:00Z"),
            Article("later.md", "2025-06-01T00:00:01Z"),
        ];

        Assert.Equal(["now.md"], Build(articles).Articles.Select(article => article.Path));
        var all = Catalog.Build(Config, articles, [], [], Today, includeFuture: true);
        Assert.Equal(["later.md", "now.md"], all.Articles.Select(article => article.Path));
    }

    [Theory]
    [InlineData(nameof(ArticleStatus.Retracted))]
    [InlineData(nameof(ArticleStatus.Withdrawn))]
    public void A_retracted_article_has_a_page_and_is_in_no_list(string name)
    {
        var status = Enum.Parse<ArticleStatus>(name);
        var catalog = Build(
            Article("world/a.md", tags: "Flood") with
            {
                Status = status,
                Authors = [new Byline("Ann")],
                Series = "S",
                Event = "E",
            },
            Article("world/b.md")
        );

        Assert.Equal(2, catalog.Urls.Count);
        Assert.Equal(["world/b.md"], catalog.Paths(catalog.Listed));
        Assert.Equal(["world/b.md"], catalog.Paths(catalog.Sections[0].Articles));
        Assert.Equal(["world/b.md"], catalog.Paths(catalog.Years[0].Months[0].Articles));
        Assert.All(
            [.. catalog.Tags, .. catalog.Authors, .. catalog.Series, .. catalog.Events],
            topic =>
            {
                Assert.Empty(topic.Articles);
                Assert.Null(topic.Url);
            }
        );
        Assert.Equal("Flood", catalog.Tags[catalog.TagsOf[0][0]].Name);
    }

    [Fact]
    public void An_expired_article_keeps_its_page_and_leaves_the_lists()
    {
        var catalog = Build(
            Article("a.md") with
            {
                Expires = Date("2025-06-01"),
            },
            Article("b.md") with
            {
                Expires = Date("2025-06-02"),
            }
        );

        Assert.Equal(2, catalog.Articles.Count);
        Assert.Equal(["b.md"], catalog.Paths(catalog.Listed));
    }

    [Fact]
    public void The_calendar_follows_local_dates_and_shows_nothing_finer_than_the_source_knows()
    {
        var catalog = Build(
            Article("january.md", "2001-01-01T00:30:00+05:30"),
            Article("march.md", "2001-03"),
            Article("year.md", "2001"),
            Article("old.md", "1999-12-31")
        );

        Assert.Equal([2001, 1999], catalog.Years.Select(year => year.Year));
        Assert.Equal([1, 3], catalog.Years[0].Months.Select(month => month.Month));
        Assert.Equal(["january.md"], catalog.Paths(catalog.Years[0].Months[0].Articles));
        Assert.Equal(["year.md"], catalog.Paths(catalog.Years[0].Undated));
        Assert.Empty(catalog.Years[1].Undated);
    }

    [Theory]
    [InlineData(
        "/{section}/{year}/{month}/{day}/{slug}.html",
        "world/us/a.md",
        "2014-03-09",
        "/world/us/2014/03/09/a.html"
    )]
    [InlineData("/{section}/{year}/{month}/{slug}.html", "a.md", "2014-03-09", "/2014/03/a.html")]
    [InlineData("/{section}/{year}/{month}/{slug}.html", "world/a.md", "2014", "/world/2014/a.html")]
    [InlineData("/{section}/{year}/{month}/{day}/{slug}/", "world/a.md", "0814-03", "/world/0814/03/a/")]
    [InlineData("/{year}-{month}-{slug}.html", "a.md", "2014", "/2014-a.html")]
    [InlineData("/{section}-{slug}.html", "a.md", "2014", "/a.html")]
    [InlineData("/n/{id}.html", "a.md", "2014", "/n/a.html")]
    public void Permalinks_leave_out_what_an_article_does_not_have(string pattern, string path, string date, string url)
    {
        var catalog = Build(Config with { Permalink = new PermalinkPattern(pattern) }, [Article(path, date)]);

        Assert.Equal([url], catalog.Urls);
    }

    [Fact]
    public void An_id_in_a_permalink_is_written_as_a_slug()
    {
        var catalog = Build(
            Config with
            {
                Permalink = new PermalinkPattern("/{id}.html"),
            },
            [Article("a.md") with { Id = "Reuters 12/34" }, Article("b.md") with { Id = "../../x" }]
        );

        Assert.Equal(["/reuters-12-34.html", "/x.html"], catalog.Urls);
    }

    [Fact]
    public void The_same_sources_in_any_order_give_the_same_catalogue()
    {
        ArticleSummary[] articles =
        [
            Article("world/a.md", "2001-01-01", null, "Cold War", "Moon"),
            Article("world/b.md", "2001-01-01", null, "cold war"),
            Article("sport/a.md", "2001-01-01", null, "COLD-WAR"),
            Article("a.md", "1999-01-01", null, "moon") with
            {
                Section = "World",
            },
        ];
        var forwards = Build(articles);
        var backwards = Build([.. articles.Reverse()]);

        Assert.Equal(forwards.Urls, backwards.Urls);
        Assert.Equal(
            forwards.Tags.Select(tag => (tag.Name, tag.Slug, string.Join(' ', tag.Articles))),
            backwards.Tags.Select(tag => (tag.Name, tag.Slug, string.Join(' ', tag.Articles)))
        );
        Assert.Equal(forwards.Sections.Select(section => section.Id), backwards.Sections.Select(section => section.Id));
    }
}
