using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using StaticNews.Diagnostics;
using StaticNews.TextEdition;

namespace StaticNews.Tests.Building;

/// <summary>The text edition below <c>/lite/</c>.</summary>
public sealed class TextEditionTests
{
    private const string Front = "lite/index.html";
    private const string Article = "lite/news/2020/01/a.html";

    private static TestSite Site(string more = "") =>
        TestSite
            .WithConfig($"title: The Test\nbase_url: https://test.example/paper/\n{more}")
            .Article(
                "news/a.md",
                "One",
                "2020-01-02",
                "image: { src: b.png, alt: The map }",
                "Text and ![a map](b.png) and [Two](b.md#x).\n\n| a | b |\n|--:|---|\n| 1 | 2 |"
            )
            .Article("news/b.md", "Two", "2020-01-01")
            .WriteBytes("content/news/b.png", StaticNews.Tests.Images.ImageHeaderReaderTests.BytesOf("rgb.png"));

    [Fact]
    public void Each_page_leads_to_the_other_edition_and_names_the_full_page_as_the_one_to_find()
    {
        using var site = Site();
        site.Build();

        foreach (
            var (lite, full) in new[]
            {
                (Front, "index.html"),
                ("lite/news/index.html", "news/index.html"),
                (Article, "news/2020/01/a.html"),
            }
        )
        {
            var url = "/paper/" + full.Replace("index.html", "", StringComparison.Ordinal);
            Assert.Contains(
                $"href=\"{url}\"",
                Page(site, lite).QuerySelector("footer")!.InnerHtml,
                StringComparison.Ordinal
            );
            Assert.Equal(
                "https://test.example" + url,
                Page(site, lite).QuerySelector("link[rel=canonical]")!.GetAttribute("href")
            );
            Assert.Contains(
                $"href=\"/paper/lite{url["/paper".Length..]}\"",
                Page(site, full).QuerySelector("footer")!.InnerHtml,
                StringComparison.Ordinal
            );
            Assert.Null(Page(site, lite).QuerySelector("meta[name=robots]"));
        }

        Assert.DoesNotContain(
            "/lite/",
            site.Read("sitemaps/pages.xml") + site.Read("sitemaps/2020-01.xml") + site.Read("feed.xml"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("/lite/", site.Read("archive/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_is_its_whole_text_with_words_for_its_pictures()
    {
        using var site = Site();
        site.Build();

        var page = Page(site, Article);
        Assert.Empty(page.QuerySelectorAll("img, [style]"));
        Assert.Contains(
            "Text and <a href=\"/paper/news/2020/01/a.html\">[a map]</a> and <a "
                + "href=\"/paper/lite/news/2020/01/b.html#x\">Two</a>.",
            site.Read(Article),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("<p>a</p>", "<p>a</p>")]
    [InlineData("<p><img src=\"/a.png\" alt=\"\" /></p>", "<p></p>")]
    [InlineData(
        "<a href=\"https://a.example/\"><img alt=\"x\" src=\"y\" /></a><img alt=\"z\" />",
        "<a href=\"https://a.example/\">[x]</a><a href=\"/full\">[z]</a>"
    )]
    [InlineData(
        "<picture><source srcset=\"a.avif\"><img src=\"a.png\" alt=\"x &amp; y\"></picture>",
        "<a href=\"/full\">[x &amp; y]</a>"
    )]
    [InlineData("a<script>if (a < b) c()</script>b<iframe src=\"https://a.example/\"></iframe>c", "abc")]
    [InlineData("<video src=\"a\"><p>old</p></video>", "<p>old</p>")]
    [InlineData("<td style=\"text-align: right;\">1</td>", "<td>1</td>")]
    [InlineData(
        "<a href=\"/x.html?y#z\">1</a> <a href=\"/xx.html\">2</a>",
        "<a href=\"/lite/x.html?y#z\">1</a> <a href=\"/xx.html\">2</a>"
    )]
    [InlineData("a < b <img", "a < b <img")]
    [InlineData(
        "<a href=\"/x.html#y\">1</a> <a href=\"/long.html#y\">2</a> <a href=\"/long.html\">3</a>",
        "<a href=\"/lite/x.html#y\">1</a> <a href=\"/lite/long.html#y\">2</a> <a href=\"/lite/long.html\">3</a>"
    )]
    [InlineData("<a href=\"/full.html#y\">1</a>", "<a href=\"#y\">1</a>")]
    [InlineData("<xmp><b>&lt;</xmp>", "<xmp><b>&lt;</xmp>")]
    public void A_body_keeps_its_words(string html, string text)
    {
        var links = new LiteLinks("/full.html");
        links.Add("/x.html", "/lite/x.html");
        links.Add("/long.html", "/lite/long.html");

        Assert.Equal(text, LiteText.Of(html, "/full", links));
    }

    [Fact]
    public void Its_style_is_next_to_none_and_its_policy_its_own()
    {
        using var site = Site();
        site.Build();

        var style = Page(site, Article).QuerySelector("style")!.TextContent;
        Assert.InRange(style.Length, 1, 440);
        Assert.Contains(
            StaticNews.Pages.StyleSheet.SourceOf(System.Text.Encoding.UTF8.GetBytes(style)),
            Page(site, Article).QuerySelector("meta[http-equiv]")!.GetAttribute("content")!,
            StringComparison.Ordinal
        );
        Assert.Contains(
            StaticNews.Pages.StyleSheet.SourceOf(System.Text.Encoding.UTF8.GetBytes(style)),
            site.Read("_headers"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Switched_off_it_goes_and_no_page_leads_to_it()
    {
        using var site = Site();
        site.Build();
        Assert.True(site.Has(Front));

        site.Write("site.yml", File.ReadAllText(site.PathOf("site.yml")) + "lite: false\n");
        Assert.Empty(site.Build().Diagnostics);

        Assert.DoesNotContain(site.Snapshot().Keys, path => path.StartsWith("lite/", StringComparison.Ordinal));
        Assert.All(
            Directory.GetFiles(site.Output, "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain("/lite/", File.ReadAllText(file), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_new_article_changes_its_own_page_its_sections_and_the_front_page()
    {
        using var site = Site();
        site.Article("world/asia/c.md", "Three", "2019-01-01");
        site.Build();
        var before = site.Snapshot();

        site.Article("world/asia/d.md", "Four", "2020-02-01");
        site.Build();

        Assert.Equal(
            [
                "lite/index.html",
                "lite/world/asia/2020/02/d.html",
                "lite/world/asia/index.html",
                "lite/world/index.html",
            ],
            site.Snapshot()
                .Except(before)
                .Select(file => file.Key)
                .Where(path => path.StartsWith("lite/", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_section_lists_its_newest_and_leads_to_the_others()
    {
        using var site = TestSite.Plain();
        for (var day = 1; day <= 31; day++)
        {
            site.Article($"news/{day}.md", $"Day {day}", $"2020-01-{day:D2}");
        }

        site.Build();

        var page = Page(site, "lite/news/index.html");
        Assert.Equal(24, page.QuerySelectorAll("main h2").Length);
        Assert.Equal("Day 31", page.QuerySelector("main h2")!.TextContent);
        Assert.Equal("/news/", page.QuerySelectorAll("main a")[^1].GetAttribute("href"));
    }

    [Fact]
    public void A_long_article_is_one_page()
    {
        using var site = Long("");
        Assert.Empty(site.Build().Diagnostics);

        Assert.Equal(
            ["lite/news/2020/01/a.html", "lite/news/index.html"],
            site.Snapshot().Keys.Where(file => file.StartsWith("lite/news/", StringComparison.Ordinal))
        );
        var page = Page(site, "lite/news/2020/01/a.html");
        Assert.Equal("The lede.", page.QuerySelector("main p strong")!.TextContent);
        Assert.Equal("3 January 2020: Corrected.", page.QuerySelector("main li")!.TextContent);
        Assert.Equal(
            Enumerable.Range(1, 45).Select(i => $"Paragraph {i}."),
            page.QuerySelectorAll("main p")
                .Select(line => line.TextContent)
                .Where(line => line.StartsWith("Paragraph", StringComparison.Ordinal))
                .Select(line => line[..(line.IndexOf('.', StringComparison.Ordinal) + 1)])
        );
    }

    [Fact]
    public void A_long_article_that_is_over_its_budget_is_a_warning()
    {
        using var site = Long("budgets: { lite_article: 300 B }\n");

        var problem = Assert.Single(site.Build().Diagnostics);
        Assert.Equal(("SN6001", Severity.Warning), (problem.Code, problem.Severity));
        Assert.Contains("'lite/news/2020/01/a.html'", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/lite/news/2020/01/a.2.html")]
    [InlineData("/lite/news/2020/01/a.3.html")]
    [InlineData("/lite/old.html")]
    [InlineData("/Lite")]
    [InlineData("/sitemaps/2020-01.xml")]
    [InlineData("/news/page/1.html")]
    [InlineData("/page/1.html")]
    public void No_alias_may_take_the_place_of_what_the_site_writes_as_it_grows(string alias)
    {
        using var site = Long("");
        site.Article("news/b.md", "Two", "2020-01-03", $"aliases: [{alias}]");

        Assert.Equal(["content/news/b.md:4:11 SN2006"], TestSite.Codes(site.Build()));
    }

    [Fact]
    public void No_alias_takes_the_place_of_any_file_of_the_site()
    {
        using var site = Long("offline: { worker: true, books: true }\n")
            .Article("news/b.md", "Two", "2020-01-03", "tags: [Floods]\nauthors: [Ann]\nseries: Rivers\nevent: Flood");
        site.Build();
        var files = site.Snapshot().Keys.Where(path => !path.StartsWith('.')).ToList();

        site.Article(
            "news/c.md",
            "Three",
            "2020-01-01",
            $"aliases: [{string.Join(", ", files.Select(file => $"/{file}"))}]"
        );
        var report = site.Build();

        Assert.True(files.Count > 25);
        Assert.All(
            files,
            file =>
                Assert.Contains(
                    report.Diagnostics,
                    problem =>
                        problem.Code == "SN2006" && problem.Message.Contains($"'/{file}'", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public void A_link_to_a_place_leads_to_it_within_this_edition()
    {
        using var site = Long("");
        site.Article(
                "news/a.md",
                "One",
                "2020-01-02",
                "",
                "[Down](#the-end), [too](a.md#the-end), [и туда](#%D0%BA%D0%BE%D0%BD%D0%B5%D1%86).\n\n"
                    + "## The end\n\nText.\n\n## Конец\n\nText."
            )
            .Article("news/b.md", "Two", "2020-01-02", "", "[There](a.md#the-end) and [there](a.md).");
        site.Build();

        Assert.Equal(
            ["#the-end", "#the-end", "#%D0%BA%D0%BE%D0%BD%D0%B5%D1%86"],
            LinksOf("lite/news/2020/01/a.html").Take(3)
        );
        Assert.Equal(
            ["/lite/news/2020/01/a.html#the-end", "/lite/news/2020/01/a.html"],
            LinksOf("lite/news/2020/01/b.html")
        );

        IEnumerable<string?> LinksOf(string path) =>
            Page(site, path).QuerySelectorAll("main p a").Select(link => link.GetAttribute("href"));
    }

    [Fact]
    public void A_section_of_that_name_is_refused()
    {
        using var site = TestSite.Plain().Article("lite/a.md", "One", "2020-01-01");

        Assert.NotEmpty(site.Build().Diagnostics);
        Assert.False(site.Has("lite/2020/01/a.html"));
        Assert.True(site.Has(Front));
    }

    private static TestSite Long(string settings) =>
        TestSite
            .WithConfig($"title: The Test\nbase_url: https://test.example/\n{settings}")
            .Article(
                "news/a.md",
                "One",
                "2020-01-02",
                "summary: The lede.\ncorrections: [{ date: 2020-01-03, text: Corrected. }]",
                Paragraphs
            );

    private static string Paragraphs { get; } =
        string.Concat(
            Enumerable
                .Range(1, 45)
                .Select(i => $"Paragraph {i}. {new string('x', 200)} {new string('y', 200)} {new string('z', 100)}\n\n")
        );

    private static IHtmlDocument Page(TestSite site, string path) => new HtmlParser().ParseDocument(site.Read(path));
}
