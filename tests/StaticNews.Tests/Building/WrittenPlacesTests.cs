namespace StaticNews.Tests.Building;

public sealed class WrittenPlacesTests
{
    [Fact]
    public void Tags_that_only_their_signs_tell_apart_are_named_with_their_places()
    {
        using var site = TestSite.Plain()
            .Article("news/a.md", "A", "2020-01-01", "kicker: C#\ntags: [Cc, C#]")
            .Article("news/b.md", "B", "2020-01-02", "tags:\n  - Music\n  - \"c++\"")
            .Article("news/c.md", "C", "2020-01-03", "tags: [c]")
            .Article("news/d.md", "D", "2020-01-04", "tags: [C++, c++]");

        var report = site.Build();

        Assert.Equal(
            ["content/news/b.md:6:6 SN2105", "content/news/c.md:4:8 SN2105", "content/news/d.md:4:8 SN2105"],
            TestSite.Codes(report));
        Assert.Equal("the tag 'c++' and the tag 'C#' (content/news/a.md, line 5) are one, because both are 'c' in a URL", report.Diagnostics[0].Message);
        Assert.Contains("content/_tags/c.md", report.Diagnostics[0].Hint, StringComparison.Ordinal);
        Assert.True(site.Has("tags/c/index.html"));
    }

    [Fact]
    public void Tags_that_clash_in_one_article_are_told_and_shown_once()
    {
        using var site = TestSite.Plain().Article("news/a.md", "A", "2020-01-01", "tags: [C++, \"c++\", C#]");

        Assert.Equal(["content/news/a.md:4:8 SN2105"], TestSite.Codes(site.Build()));
        Assert.Equal(2, site.Read("news/2020/01/a.html").Split("rel=\"tag\"").Length);
    }

    [Theory]
    [InlineData("Cold War", "cold-war")]
    [InlineData("Rock 'n' Roll", "rock n roll")]
    [InlineData("U.S. Senate", "U-S Senate")]
    [InlineData("#MeToo", "MeToo")]
    [InlineData("Café", "Cafe")]
    public void Ways_to_spell_one_name_are_no_clash(string one, string other)
    {
        using var site = TestSite.Plain().Article("news/a.md", "A", "2020-01-01", $"tags: [\"{one}\"]").Article("news/b.md", "B", "2020-01-02", $"tags: [\"{other}\"]");

        Assert.Empty(site.Build().Diagnostics);
    }

    [Theory]
    [InlineData("content/_tags/c.md", "---\ntitle: C and its kin\n---\n")]
    [InlineData("site.yml", "title: T\nbase_url: https://test.example/\ntags:\n  synonyms: { see-sharp: C# }\n")]
    public void What_an_editor_has_named_is_no_clash(string path, string text)
    {
        using var site = TestSite.Plain().Article("news/a.md", "A", "2020-01-01", "tags: [C#]").Article("news/b.md", "B", "2020-01-02", "tags: [C++]").Write(path, text);

        Assert.Empty(site.Build().Diagnostics);
    }

    [Fact]
    public void A_url_that_is_taken_is_told_at_the_slug_or_else_at_the_first_line()
    {
        using var site = TestSite.WithConfig("title: T\nbase_url: https://test.example/\nfront_matter: { keys: { handle: slug } }\n")
            .Article("news/flood.md", "A", "2020-01-01")
            .Article("news/the-flood.md", "B", "2020-01-02", "slug: Flood  # as ever")
            .Article("news/third.md", "C", "2020-01-03", "tags: [x]\nhandle: flood")
            .Article("news/2020-01-04-flood.md", "D", "2020-01-04");

        var report = site.Build();

        Assert.Equal(["content/news/flood.md:1:1 SN2001", "content/news/the-flood.md:4:1 SN2001", "content/news/third.md:5:1 SN2001"], TestSite.Codes(report).Where(code => code.EndsWith("SN2001", StringComparison.Ordinal)));
        Assert.Equal("slug: Flood  # as ever", report.Diagnostics.First(diagnostic => diagnostic.At.Line == 4).At.LineText);
    }

    [Fact]
    public void What_the_archive_lacks_is_shown_with_its_line_in_the_article_or_in_site_yml()
    {
        using var site = TestSite.WithConfig("title: T\nbase_url: https://test.example/\ndefaults:\n  - { match: sport/**, image: { src: none.png, alt: None } }\n")
            .Article("news/a.md", "A", "2020-01-01", "image: { src: gone.png, alt: Gone }\nrelated: [nobody]\naliases: [/news/]", "See [this](lost.md).")
            .Article("sport/b.md", "B", "2020-01-01");

        for (var build = 0; build < 2; build++)
        {
            var report = site.Build();

            Assert.Equal(
                ["image: { src: gone.png, alt: Gone }", "related: [nobody]", "aliases: [/news/]", "See [this](lost.md).", "  - { match: sport/**, image: { src: none.png, alt: None } }"],
                report.Diagnostics.Select(diagnostic => diagnostic.At.LineText));
            Assert.Equal([4, 5, 6, 9, 4], report.Diagnostics.Select(diagnostic => diagnostic.At.Line));
        }
    }

    [Fact]
    public void Lines_are_fetched_for_what_can_be_shown_and_not_for_thousands_of_warnings()
    {
        using var site = TestSite.Plain();
        var links = string.Join(' ', Enumerable.Range(0, 1_100).Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"[x](/gone-{i}.png)\n")));
        site.Article("news/a.md", "A", "2020-01-01", body: links);

        var report = site.Build();

        Assert.Equal(1_100, report.Diagnostics.Count);
        Assert.Equal(1_000, report.Diagnostics.Count(diagnostic => diagnostic.At.LineText is not null));
        Assert.All(report.Diagnostics, diagnostic => Assert.True(diagnostic.At.Line > 4));
    }
}
