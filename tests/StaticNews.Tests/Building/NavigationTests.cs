namespace StaticNews.Tests.Building;

public sealed class NavigationTests
{
    private const string Declared = """
        title: T
        base_url: https://test.example/
        lite: true
        sections:
          - { id: news, title: News }
          - { id: sport, title: Sport, nav: false, sections: [ { id: golf, title: Golf }, { id: chess, title: Chess, nav: false } ] }

        """;

    [Fact]
    public void A_section_that_only_articles_open_is_told_once_with_the_one_that_was_meant()
    {
        using var site = TestSite
            .WithConfig(Declared)
            .Article("news/right.md", "R", "2020-01-01")
            .Article("nwes/b.md", "B", "2020-01-02")
            .Article("nwes/a.md", "A", "2020-01-03")
            .Article("nwes/deep/c.md", "C", "2020-01-04")
            .Article("news/d.md", "D", "2020-01-05", "kicker: K\nsection: sports")
            .Article("sport/glof/e.md", "E", "2020-01-06")
            .Article("news/local/f.md", "F", "2020-01-07")
            .Article("cooking/g.md", "G", "2020-01-08")
            .Article("travel/h.md", "H", "2020-01-09")
            .Write("content/travel/_index.md", "---\ntitle: Travel\n---\n");

        var report = site.Build();

        Assert.Equal(
            [
                "content/cooking/g.md:0:0 SN2109",
                "content/news/d.md:5:1 SN2109",
                "content/nwes/a.md:0:0 SN2109",
                "content/sport/glof/e.md:0:0 SN2109",
            ],
            TestSite.Codes(report)
        );
        Assert.Equal(
            "site.yml lists no section 'nwes' (3 articles), so a new section is made and shown in the navigation",
            report.Diagnostics[2].Message
        );
        Assert.Equal(
            [
                "The sections of this level in site.yml are: news, sport.",
                "Did you mean 'sport'?",
                "Did you mean 'news'?",
                "Did you mean 'sport/golf'?",
            ],
            report.Diagnostics.Select(found =>
                found.Hint![..found.Hint!.IndexOf(" If it is", StringComparison.Ordinal)]
            )
        );
        Assert.True(site.Has("nwes/index.html"));
    }

    [Fact]
    public void A_site_that_declares_no_sections_takes_them_from_its_folders()
    {
        using var site = TestSite
            .Plain()
            .Article("news/a.md", "A", "2020-01-01")
            .Article("nwes/b.md", "B", "2020-01-02");

        Assert.Empty(site.Build().Diagnostics);
    }

    [Fact]
    public void A_section_can_stay_out_of_the_navigation_and_keeps_its_page()
    {
        using var site = TestSite
            .WithConfig(Declared)
            .Article("news/a.md", "A", "2020-01-01")
            .Article("sport/golf/b.md", "B", "2020-01-02")
            .Article("sport/chess/c.md", "C", "2020-01-03")
            .Article("quiet/d.md", "D", "2020-01-04")
            .Write("content/quiet/_index.md", "---\ntitle: Quiet\nnav: false\n---\n");

        Assert.Empty(site.Build().Diagnostics);

        foreach (var page in (string[])["news/index.html", "404.html", "lite/index.html", "lite/news/2020/01/a.html"])
        {
            Assert.Contains(">News</a>", site.Read(page), StringComparison.Ordinal);
            Assert.DoesNotContain(">Sport</a>", site.Read(page), StringComparison.Ordinal);
            Assert.DoesNotContain(">Quiet</a>", site.Read(page), StringComparison.Ordinal);
        }

        Assert.True(site.Has("quiet/index.html"));
        Assert.Contains(">Golf</a>", site.Read("sport/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "href=\"/sport/chess/\">Chess</a></li>",
            site.Read("sport/index.html"),
            StringComparison.Ordinal
        );
        Assert.True(site.Has("sport/chess/index.html"));
    }

    [Fact]
    public void Params_of_standing_pages_tags_authors_and_sections_reach_their_templates()
    {
        using var site = TestSite.WithConfig("title: T\nbase_url: https://test.example/\npager: { size: 5 }\n");
        for (var day = 1; day <= 12; day++)
        {
            site.Article(
                $"news/a{day}.md",
                "A",
                $"2020-01-{day:D2}",
                "tags: [Rain]\nauthors: [Ann Lee]\nparams: { colour: red }"
            );
        }

        site.Write("content/_pages/about.md", Profile("blue"))
            .Write("content/_tags/rain.md", Profile("green"))
            .Write("content/_authors/ann-lee.md", Profile("grey"))
            .Write("content/news/_index.md", Profile("gold"))
            .Write("content/_index.md", Profile("white"));
        foreach (
            var (name, member) in (IEnumerable<(string, string)>)
                [
                    ("page", "params"),
                    ("tag", "list.params"),
                    ("author", "page.params"),
                    ("section", "list.params"),
                    ("front", "page.params"),
                    ("article", "page.params"),
                ]
        )
        {
            site.Write(
                $"templates/{name}.sbn-html",
                $"<!doctype html><title>t</title><p>{{{{ {member}.colour }}}}</p>"
            );
        }

        Assert.DoesNotContain(
            site.Build().Diagnostics,
            found => found.Severity == StaticNews.Diagnostics.Severity.Error
        );
        string[] pages =
        [
            "about.html",
            "tags/rain/index.html",
            "tags/rain/page/1.html",
            "authors/ann-lee/index.html",
            "news/index.html",
            "index.html",
            "news/2020/01/a1.html",
        ];
        Assert.Equal(
            ["blue", "green", "green", "grey", "gold", "white", "red"],
            pages.Select(page => Colour(site, page))
        );

        site.Write("content/_tags/rain.md", Profile("black"));
        site.Build();
        Assert.Equal(["black", "black"], [Colour(site, "tags/rain/index.html"), Colour(site, "tags/rain/page/1.html")]);
    }

    private static string Profile(string colour) => $"---\nparams: {{ colour: {colour} }}\n---\n\nText.\n";

    private static string Colour(TestSite site, string page) => site.Read(page).Split("<p>")[1].Split("</p>")[0];
}
