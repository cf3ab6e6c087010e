using StaticNews.Building;

namespace StaticNews.Tests.Building;

/// <summary>Dates as archives write them, from the source to the pages and feeds.</summary>
public sealed class DateTests : IDisposable
{
    private readonly TestSite _site = TestSite.Plain();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("2025-11-09 7:34 PM", "2025-11-09T19:34+01:00")]
    [InlineData("November 9, 2025 at 7:34 p.m.", "2025-11-09T19:34+01:00")]
    [InlineData("2025/11/09 7:34pm CET", "2025-11-09T19:34+01:00")]
    [InlineData("Wednesday, 9 July 2025, 12:30 AM CEST", "2025-07-09T00:30+02:00")]
    public void A_page_shows_the_time_that_the_article_says(string date, string iso)
    {
        _site
            .Write("site.yml", "title: The Test\nbase_url: https://test.example/\ntime_zone: Europe/Berlin\n")
            .Article("w/a.md", "T", date);

        Assert.Empty(_site.Build().Diagnostics);
        Assert.Contains(
            $"<time datetime=\"{iso}\">",
            _site.Read($"w/2025/{iso[5..7]}/a.html"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_change_in_the_future_is_told_at_its_line_and_moves_nothing()
    {
        _site
            .Article("w/c.md", "T", "2020-01-02", "updated: 2099-01-01")
            .Article("w/d.md", "U", "2020-01-03", "tags: [a]\nupdated: 2026-01-01 00:01");
        var report = _site.Build();

        Assert.Equal(["content/w/c.md:4:1 SN2301", "content/w/d.md:5:1 SN2301"], TestSite.Codes(report));
        Assert.Equal(0, report.Errors);
        foreach (var (path, _) in _site.Snapshot())
        {
            Assert.DoesNotContain("2099", _site.Read(path), StringComparison.Ordinal);
        }

        Assert.Contains("<lastmod>2020-01-02</lastmod>", _site.Read("sitemaps/2020-01.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void When_its_time_has_come_it_is_shown_as_a_clean_build_shows_it()
    {
        _site
            .Write("site.yml", "title: The Test\nbase_url: https://test.example/\noffline: { books: true }\n")
            .Article("w/c.md", "T", "2020-01-02", "updated: 2026-02-01");
        _site.Build();
        var before = _site.Snapshot();
        var report = _site.Build(Later);

        Assert.Empty(report.Diagnostics);
        Assert.Contains("2026-02-01", _site.Read("w/2020/01/c.html"), StringComparison.Ordinal);
        Assert.Contains("2026-02-01", _site.Read("sitemaps/2020-01.xml"), StringComparison.Ordinal);
        var after = _site.Snapshot();
        Assert.NotEqual(before["feed.xml"], after["feed.xml"]);
        Assert.NotEqual(before["lite/w/2020/01/c.html"], after["lite/w/2020/01/c.html"]);
        Assert.NotEqual(before["w/2020/01.epub"], after["w/2020/01.epub"]);
        _site.Build(options => Later(options) with { Clean = true });
        Assert.Equal(after, _site.Snapshot());
    }

    [Fact]
    public void A_change_before_the_date_moves_nothing()
    {
        _site.Article("w/c.md", "T", "2020-01-02", "updated: 2019-12-31");

        Assert.Equal(["content/w/c.md:4:10 SN1309"], TestSite.Codes(_site.Build()));
        Assert.Contains("<lastmod>2020-01-02</lastmod>", _site.Read("sitemaps/2020-01.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_setting_decides_for_all_articles_and_is_seen_when_it_changes()
    {
        _site.Article("w/a.md", "T", "11-9-2017").Article("w/b.md", "T", "1.2.2017 10:00");
        var report = _site.Build();
        Assert.Equal(["content/w/a.md:3:7 SN1306", "content/w/b.md:3:7 SN1306"], TestSite.Codes(report));

        _site.Write(
            "site.yml",
            "title: The Test\nbase_url: https://test.example/\nfront_matter: { day_first: true }\n"
        );
        Assert.Empty(_site.Build().Diagnostics);
        Assert.True(_site.Has("w/2017/09/a.html") && _site.Has("w/2017/02/b.html"));

        _site.Write(
            "site.yml",
            "title: The Test\nbase_url: https://test.example/\nfront_matter: { day_first: false }\n"
        );
        Assert.All(_site.Build().Diagnostics, found => Assert.Equal("SN2020", found.Code));
        Assert.True(_site.Has("w/2017/11/a.html") && _site.Has("w/2017/01/b.html"));
        Assert.False(_site.Has("w/2017/09/a.html"));
    }

    private static BuildOptions Later(BuildOptions options) => options with { AsOf = TestSite.Now.AddYears(1) };
}
