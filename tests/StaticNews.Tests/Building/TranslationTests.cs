namespace StaticNews.Tests.Building;

/// <summary>Articles that are one text in several languages.</summary>
public sealed class TranslationTests
{
    private const string English = "news/2020/01/flood.html";
    private const string Hindi = "news/2020/01/flood-hi.html";

    [Fact]
    public void A_file_beside_another_translates_it_and_both_say_so()
    {
        using var site = News();

        Assert.Empty(site.Build().Diagnostics);

        foreach (var page in (string[])[English, Hindi])
        {
            Assert.Equal(
                [
                    "<link rel=\"alternate\" hreflang=\"en\" href=\"https://test.example/news/2020/01/flood.html\">",
                    "<link rel=\"alternate\" hreflang=\"hi\" href=\"https://test.example/news/2020/01/flood-hi.html\">",
                    "<link rel=\"alternate\" hreflang=\"x-default\" "
                        + "href=\"https://test.example/news/2020/01/flood.html\">",
                ],
                site.Read(page)
                    .Split('\n')
                    .Where(line =>
                        line.Contains("hreflang", StringComparison.Ordinal)
                        && line.StartsWith("<link", StringComparison.Ordinal)
                    )
            );
        }

        Assert.Contains(
            "Also in <a href=\"/news/2020/01/flood-hi.html\" hreflang=\"hi\" lang=\"hi\" dir=\"ltr\">हिन्दी</a></p>",
            site.Read(English),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Also in <a href=\"/news/2020/01/flood.html\" hreflang=\"en\" lang=\"en\" dir=\"ltr\">English</a></p>",
            site.Read(Hindi),
            StringComparison.Ordinal
        );
        Assert.Contains("<html lang=\"hi\" dir=\"ltr\">", site.Read(Hindi), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_joins_articles_wherever_they_lie_and_may_be_the_path_of_one()
    {
        using var site = News()
            .Article("north/ar.md", "Arabic", "2020-01-02", "lang: ar\ntranslation_key: news/flood.md")
            .Article("north/one.md", "One", "2020-01-03", "lang: fr\ntranslation_key: kept")
            .Article("south/two.md", "Two", "2020-01-04", "lang: es\ntranslation_key: kept");

        Assert.Empty(site.Build().Diagnostics);

        Assert.Equal(["ar", "en", "hi", "x-default"], Languages(site.Read(English)));
        Assert.Equal(["es", "fr", "x-default"], Languages(site.Read("north/2020/01/one.html")));
        Assert.Contains(
            "hreflang=\"x-default\" href=\"https://test.example/south/2020/01/two.html\"",
            site.Read("north/2020/01/one.html"),
            StringComparison.Ordinal
        );
        Assert.Contains("العربية</a> and <a", site.Read(English), StringComparison.Ordinal);
        Assert.DoesNotContain("hreflang", site.Read("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_of_one_language_are_told_and_the_first_by_path_stays()
    {
        using var site = News()
            .Article("news/z.md", "Another", "2020-01-02", "lang: hi\ntranslation_key: news/flood.md");

        var report = site.Build();

        Assert.Equal(["content/news/z.md:0:0 SN2106"], TestSite.Codes(report));
        Assert.Contains("'content/news/flood.hi.md'", report.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Equal(["en", "hi", "x-default"], Languages(site.Read(English)));
        Assert.Empty(Languages(site.Read("news/2020/01/z.html")));
    }

    [Fact]
    public void A_key_of_one_article_links_nothing()
    {
        using var site = TestSite
            .Plain()
            .Article("news/flood.hi.md", "Hindi", "2020-01-01")
            .Article("news/b.md", "B", "2020-01-01", "translation_key: alone");

        Assert.Empty(site.Build().Diagnostics);
        Assert.Empty(Languages(site.Read(Hindi)));
    }

    [Theory]
    [InlineData("lang: hi\ndir: rtl", "<html lang=\"hi\" dir=\"rtl\">")]
    [InlineData("lang: ar", "<html lang=\"ar\" dir=\"rtl\">")]
    [InlineData("lang: az-Arab", "<html lang=\"az-Arab\" dir=\"rtl\">")]
    [InlineData("dir: rtl", "<html lang=\"en\" dir=\"rtl\">")]
    public void An_article_says_how_it_is_written(string frontMatter, string expected)
    {
        using var site = TestSite.Plain().Article("news/a.md", "A", "2020-01-01", frontMatter);

        Assert.Empty(site.Build().Diagnostics);

        Assert.Contains(expected, site.Read("news/2020/01/a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_headline_that_changes_in_one_language_changes_the_pages_of_the_others()
    {
        using var site = News();
        site.Build();
        site.Article("news/flood.hi.md", "Hindi, again", "2020-01-01", "dir: rtl");
        site.Build();
        var later = site.Snapshot();

        site.Build(options => options with { Clean = true });

        Assert.Equal(site.Snapshot(), later);
        Assert.Contains("lang=\"hi\" dir=\"rtl\">हिन्दी</a>", site.Read(English), StringComparison.Ordinal);
    }

    private static TestSite News() =>
        TestSite
            .Plain()
            .Article("news/flood.md", "English", "2020-01-01")
            .Article("news/flood.hi.md", "Hindi", "2020-01-01");

    private static string[] Languages(string page) =>
        [
            .. page.Split("<link rel=\"alternate\" hreflang=\"")
                .Skip(1)
                .Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)]),
        ];
}
