using StaticNews.Tests.Building;

namespace StaticNews.Tests.Localization;

/// <summary>A site's own <c>templates/strings/</c>.</summary>
public sealed class SiteLocalizationTests
{
    [Fact]
    public void One_word_stands_in_and_all_others_stay()
    {
        using var site = News()
            .Write("templates/strings/en.yml", "from_the_archive: Years ago\nmore_from: 'Also in {section}, today'\n");

        Assert.Empty(site.Build().Diagnostics);

        Assert.Contains(">Years ago</a>", site.Read("index.html"), StringComparison.Ordinal);
        Assert.Contains(">Skip to the text</a>", site.Read("index.html"), StringComparison.Ordinal);
        Assert.Contains(
            ">Also in <a href=\"/news/\">News</a>, today</h2>",
            site.Read("news/2020/01/one.html"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_changed_word_changes_the_pages_that_an_earlier_build_made()
    {
        using var site = News();
        site.Build();
        site.Write("templates/strings/en.yml", "skip_to_text: Straight to the text\n");
        site.Build();
        var later = site.Snapshot();

        site.Build(options => options with { Clean = true });

        Assert.Equal(site.Snapshot(), later);
        Assert.Contains(">Straight to the text</a>", site.Read("404.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_is_written_as_text()
    {
        using var site = News().Write("templates/strings/en.yml", "archive: '<b>Old & \"new\"'\n");

        site.Build();

        Assert.Contains(">&lt;b&gt;Old &amp; &quot;new&quot;<", site.Read("index.html"), StringComparison.Ordinal);
    }

    private static TestSite News() =>
        TestSite.Plain().Article("news/one.md", "One", "2020-01-01").Article("news/two.md", "Two", "2020-01-02");
}
