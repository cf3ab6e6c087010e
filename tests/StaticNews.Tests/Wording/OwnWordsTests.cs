using StaticNews.Tests.Building;

namespace StaticNews.Tests.Wording;

/// <summary>A site's own <c>templates/strings/</c>.</summary>
public sealed class OwnWordsTests
{
    [Fact]
    public void One_word_stands_in_and_all_others_stay()
    {
        using var site = News().Write("templates/strings/en.yml", "from_the_archive: Years ago\nmore_from: 'Also in {section}, today'\n");

        Assert.Empty(site.Build().Diagnostics);

        Assert.Contains(">Years ago</a>", site.Read("index.html"), StringComparison.Ordinal);
        Assert.Contains(">Skip to the text</a>", site.Read("index.html"), StringComparison.Ordinal);
        Assert.Contains(">Also in <a href=\"/news/\">News</a>, today</h2>", site.Read("news/2020/01/one.html"), StringComparison.Ordinal);
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

    [Theory]
    [InlineData("skip_to_txt: Skip\n", "templates/strings/en.yml:1:14 SN3701")]
    [InlineData("months: [Jan, Feb]\n", "templates/strings/en.yml:1:9 SN3702")]
    [InlineData("archive: [One, Two]\n", "templates/strings/en.yml:1:10 SN3702")]
    [InlineData("more_from: More\n", "templates/strings/en.yml:1:12 SN3703")]
    [InlineData("more_from: 'More {secton}'\n", "templates/strings/en.yml:1:12 SN3703")]
    [InlineData("archive: 'All {years}'\n", "templates/strings/en.yml:1:10 SN3703")]
    [InlineData("archive: a: b\n", "templates/strings/en.yml:1:11 SN3601")]
    public void A_slip_is_told_where_it_stands_and_the_built_in_word_stays(string words, string expected)
    {
        using var site = News().Write("templates/strings/en.yml", words);

        Assert.Equal([expected], TestSite.Codes(site.Build()));
        if (site.Has("index.html"))
        {
            Assert.Contains(">Archive<", site.Read("index.html"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_that_is_named_like_no_language_is_told()
    {
        using var site = News().Write("templates/strings/english.yml", "latest: Just in\n");

        Assert.Equal(["templates/strings/english.yml:0:0 SN3704"], TestSite.Codes(site.Build()));
    }

    private static TestSite News() => TestSite.Plain().Article("news/one.md", "One", "2020-01-01").Article("news/two.md", "Two", "2020-01-02");
}
