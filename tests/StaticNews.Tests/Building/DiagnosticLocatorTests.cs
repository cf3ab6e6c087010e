namespace StaticNews.Tests.Building;

public sealed class DiagnosticLocatorTests
{
    [Fact]
    public void Tags_that_only_their_signs_tell_apart_are_named_with_their_places()
    {
        using var site = TestSite
            .Plain()
            .Article("news/a.md", "A", "2020-01-01", "kicker: C#\ntags: [Cc, C#]")
            .Article("news/b.md", "B", "2020-01-02", "tags:\n  - Music\n  - \"c++\"")
            .Article("news/c.md", "C", "2020-01-03", "tags: [c]")
            .Article("news/d.md", "D", "2020-01-04", "tags: [C++, c++]");

        var report = site.Build();

        Assert.Equal(
            ["content/news/b.md:6:6 SN2105", "content/news/c.md:4:8 SN2105", "content/news/d.md:4:8 SN2105"],
            TestSite.Codes(report)
        );
        Assert.Equal(
            "the tag 'c++' and the tag 'C#' (content/news/a.md, line 5) are one, because both are 'c' in a URL",
            report.Diagnostics[0].Message
        );
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

    [Fact]
    public void An_odd_spelling_is_told_once_where_it_is_written_and_changes_no_other_article()
    {
        using var site = TestSite.Plain();
        for (var day = 1; day <= 12; day++)
        {
            site.Article(
                $"w/a{day}.md",
                "T",
                $"2020-01-{day:D2}",
                "tags: [News]\nauthors: [Ann Lee]\nseries: The Flood"
            );
        }

        Assert.Empty(site.Build().Diagnostics);
        var before = site.Snapshot();
        site.Article("w/old.md", "T", "2001-01-01", "tags: [Rain, NEWS]\nauthor: ANN LEE\nseries: The flood");
        var report = site.Build();

        Assert.Equal(
            ["content/w/old.md:4:14 SN2107", "content/w/old.md:5:9 SN2107", "content/w/old.md:6:9 SN2107"],
            TestSite.Codes(report)
        );
        Assert.Equal(
            "the tag 'NEWS' (1 article) and 'News' (12 articles) share one page, called 'News'; each article shows "
                + "its own spelling",
            report.Diagnostics[0].Message
        );
        Assert.InRange(report.Written, 1, 40);
        Assert.DoesNotContain(
            before.Where(file => site.Snapshot()[file.Key] != file.Value),
            file => file.Key.StartsWith("w/2020/", StringComparison.Ordinal) && file.Key != "w/2020/01/a1.html"
        );
        var page = site.Read("w/2001/01/old.html");
        Assert.Contains(">NEWS</a>", page, StringComparison.Ordinal);
        Assert.Contains("ANN LEE", page, StringComparison.Ordinal);
        Assert.Contains("<h1>News</h1>", site.Read("tags/news/index.html"), StringComparison.Ordinal);
        Assert.Equal(
            ["tags/news/feed.xml", "tags/news/index.html", "tags/rain/feed.xml", "tags/rain/index.html"],
            site.Snapshot()
                .Keys.Where(file => file.StartsWith("tags/", StringComparison.Ordinal) && file != "tags/index.html")
        );
    }

    [Fact]
    public void When_most_articles_spell_a_name_otherwise_only_the_shared_pages_change()
    {
        using var site = TestSite.Plain();
        for (var day = 1; day <= 60; day++)
        {
            site.Article(
                $"w/a{day}.md",
                "T",
                $"2020-{1 + (day / 28):D2}-{1 + (day % 28):D2}",
                day % 2 == 0 ? "tags: [News]\nauthors: [Ann Lee]" : "tags: [NEWS]\nauthors: [ANN LEE]"
            );
        }

        site.Build();
        Assert.Contains("<h1>NEWS</h1>", site.Read("tags/news/index.html"), StringComparison.Ordinal);
        site.Article("w/b.md", "T", "2020-01-15", "tags: [News]\nauthors: [Ann Lee]");
        var report = site.Build();

        Assert.Contains("<h1>News</h1>", site.Read("tags/news/index.html"), StringComparison.Ordinal);
        Assert.Contains("<h1>Ann Lee</h1>", site.Read("authors/ann-lee/index.html"), StringComparison.Ordinal);
        Assert.InRange(report.Written, 1, 40);
        site.Build(options => options with { Clean = true });
        Assert.Equal(0, site.Build().Written);
    }

    [Fact]
    public void A_name_one_letter_away_from_a_profiles_is_told_where_it_is_written()
    {
        using var site = TestSite
            .Plain()
            .Article("news/a.md", "A", "2020-01-01", "kicker: Mira Hlot\nauthors:\n  - Mira Hlot")
            .Write("content/_authors/mira-holt.md", "---\ntitle: Mira Holt\n---\n");

        var report = site.Build();

        Assert.Equal(["content/news/a.md:6:5 SN2108"], TestSite.Codes(report));
        Assert.Equal(
            "the author 'Mira Hlot' (1 article) differs in one letter from the author 'Mira Holt' (0 articles)",
            report.Diagnostics[0].Message
        );
        Assert.Contains(
            "Did you mean 'Mira Holt'? If it is another author, add a file content/_authors/mira-hlot.md",
            report.Diagnostics[0].Hint,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Cold War", "cold-war")]
    [InlineData("Rock 'n' Roll", "rock n roll")]
    [InlineData("U.S. Senate", "U-S Senate")]
    [InlineData("#MeToo", "MeToo")]
    [InlineData("Café", "Cafe")]
    public void Ways_to_spell_one_name_are_no_clash(string one, string other)
    {
        using var site = TestSite
            .Plain()
            .Article("news/a.md", "A", "2020-01-01", $"tags: [\"{one}\"]")
            .Article("news/b.md", "B", "2020-01-02", $"tags: [\"{other}\"]");

        Assert.DoesNotContain(site.Build().Diagnostics, diagnostic => diagnostic.Code == "SN2105");
    }

    [Theory]
    [InlineData("content/_tags/c.md", "---\ntitle: C and its kin\n---\n")]
    [InlineData("site.yml", "title: T\nbase_url: https://test.example/\ntags:\n  synonyms: { see-sharp: C# }\n")]
    public void What_an_editor_has_named_is_no_clash(string path, string text)
    {
        using var site = TestSite
            .Plain()
            .Article("news/a.md", "A", "2020-01-01", "tags: [C#]")
            .Article("news/b.md", "B", "2020-01-02", "tags: [C++]")
            .Write(path, text);

        Assert.Empty(site.Build().Diagnostics);
    }

    [Fact]
    public void A_url_that_is_taken_is_told_at_the_slug_or_else_at_the_first_line()
    {
        using var site = TestSite
            .WithConfig("title: T\nbase_url: https://test.example/\nfront_matter: { keys: { handle: slug } }\n")
            .Article("news/flood.md", "A", "2020-01-01")
            .Article("news/the-flood.md", "B", "2020-01-02", "slug: Flood  # as ever")
            .Article("news/third.md", "C", "2020-01-03", "tags: [x]\nhandle: flood")
            .Article("news/2020-01-04-flood.md", "D", "2020-01-04");

        var report = site.Build();

        Assert.Equal(
            [
                "content/news/flood.md:1:1 SN2001",
                "content/news/the-flood.md:4:1 SN2001",
                "content/news/third.md:5:1 SN2001",
            ],
            TestSite.Codes(report).Where(code => code.EndsWith("SN2001", StringComparison.Ordinal))
        );
        Assert.Equal(
            "slug: Flood  # as ever",
            report.Diagnostics.First(diagnostic => diagnostic.At.Line == 4).At.LineText
        );
    }

    [Fact]
    public void What_the_archive_lacks_is_shown_with_its_line_in_the_article_or_in_site_yml()
    {
        using var site = TestSite
            .WithConfig(
                "title: T\nbase_url: https://test.example/\ndefaults:\n  - { match: sport/**, image: { src: "
                    + "none.png, alt: None } }\n"
            )
            .Article(
                "news/a.md",
                "A",
                "2020-01-01",
                "image: { src: gone.png, alt: Gone }\nrelated: [nobody]\naliases: [/news/]",
                "See [this](lost.md)."
            )
            .Article("sport/b.md", "B", "2020-01-01");

        for (var build = 0; build < 2; build++)
        {
            var report = site.Build();

            Assert.Equal(
                [
                    "image: { src: gone.png, alt: Gone }",
                    "related: [nobody]",
                    "aliases: [/news/]",
                    "See [this](lost.md).",
                    "  - { match: sport/**, image: { src: none.png, alt: None } }",
                ],
                report.Diagnostics.Select(diagnostic => diagnostic.At.LineText)
            );
            Assert.Equal([4, 5, 6, 9, 4], report.Diagnostics.Select(diagnostic => diagnostic.At.Line));
        }
    }

    [Fact]
    public void Lines_are_fetched_for_what_can_be_shown_and_not_for_thousands_of_warnings()
    {
        using var site = TestSite.Plain();
        var links = string.Join(
            ' ',
            Enumerable
                .Range(0, 1_100)
                .Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"[x](/gone-{i}.png)\n"))
        );
        site.Article("news/a.md", "A", "2020-01-01", body: links);

        var report = site.Build();

        Assert.Equal(1_100, report.Diagnostics.Count);
        Assert.Equal(1_000, report.Diagnostics.Count(diagnostic => diagnostic.At.LineText is not null));
        Assert.All(report.Diagnostics, diagnostic => Assert.True(diagnostic.At.Line > 4));
    }
}
