using StaticNews.Tests.Building;

namespace StaticNews.Tests.Hostile;

/// <summary>A site.yml or a template with mistakes: told with its place, and what was published before stays.</summary>
public sealed class BadSettingsTests : IDisposable
{
    private readonly HostileArchive _archive = new();

    private TestSite Site => _archive.Site;

    public void Dispose() => _archive.Dispose();

    [Theory]
    [InlineData("", "site.yml:0:0 SN4003", "site.yml:0:0 SN4003")]
    [InlineData("title: The Test\n", "site.yml:0:0 SN4003")]
    [InlineData("title: \"The Test\nbase_url: https://test.example/\n", "site.yml:1:8 SN4101")]
    [InlineData("title: T\nbase_url: https://test.example/\ntitel: T\n", "site.yml:3:1 SN4103")]
    [InlineData("title: T\nbase_url: https://test.example/\npager: { sise: 3 }\n", "site.yml:3:10 SN4103")]
    [InlineData("title: T\nbase_url: not an address\n", "site.yml:2:11 SN4201")]
    [InlineData("- title\n", "site.yml:1:1 SN4002")]
    public void A_broken_site_yml_stops_the_build_and_the_site_stays(string text, params string[] expected)
    {
        _archive.Build();
        var before = Site.Snapshot();
        Site.Write("site.yml", text);
        var report = Site.Build();

        Assert.Equal(expected, TestSite.Codes(report));
        Assert.Equal((0, 0), (report.Written, report.Removed));
        Assert.Equal(before, Site.Snapshot());
    }

    [Fact]
    public void An_unknown_setting_comes_with_the_one_that_was_meant()
    {
        Site.Write("site.yml", "title: T\nbase_url: https://test.example/\nlangauge: en\n");

        Assert.Contains(
            "did you mean 'language'?",
            Assert.Single(Site.Build().Diagnostics).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_site_yml_nothing_is_built()
    {
        File.Delete(Site.PathOf("site.yml"));

        Assert.Equal(["site.yml:0:0 SN4000"], TestSite.Codes(Site.Build()));
        Assert.False(Directory.Exists(Site.Output));
    }

    [Theory]
    [InlineData("<h1>\n{{ if article.title }}", "templates/article.sbn-html:2:21 SN3012")]
    [InlineData("<h1>\n{{ article.titel }}", "templates/article.sbn-html:2:12 SN3101")]
    [InlineData("{{ include 'partials/no-such' }}", "templates/article.sbn-html:1:12 SN3106")]
    public void A_template_with_a_mistake_is_told_before_a_page_is_rendered(string text, string expected)
    {
        _archive.Build();
        var before = Site.Snapshot();
        Site.Write("templates/article.sbn-html", text);
        var report = Site.Build();

        Assert.Equal([expected], TestSite.Codes(report));
        Assert.Equal(0, report.Written);
        Assert.Equal(before, Site.Snapshot());
    }

    [Theory]
    [InlineData("<p>\n{{ func again; again; end; again }}", "SN3316")]
    [InlineData("<p>\n{{ include 'article' }}", "SN3118")]
    [InlineData("<p>\n{{ if site.title; include 'article'; end }}", "SN3316")]
    [InlineData("<p>\n{{ while true; end }}", "SN3315")]
    [InlineData("<p>\n{{ for a in 1..2000000; end }}", "SN3314")]
    public void A_template_without_end_ends_with_an_error_and_the_article_keeps_its_page(string text, string code)
    {
        _archive.Build();
        var page = Site.Read(HostileArchive.GoodPage);
        Site.Write("templates/article.sbn-html", text);
        var report = Site.Build();

        var fault = Assert.Single(report.Diagnostics);
        Assert.Equal(code, fault.Code);
        Assert.Equal(("templates/article.sbn-html", 2), (fault.At.Path, fault.At.Line));
        Assert.Equal(page, Site.Read(HostileArchive.GoodPage));
        Assert.Equal(0, report.Removed);
    }
}
