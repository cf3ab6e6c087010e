using System.IO.Compression;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
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
        "<a href=\"/lite/x.html#y\">1</a> <a href=\"/long.html#y\">2</a> <a href=\"/lite/long.html\">3</a>"
    )]
    [InlineData("<a href=\"/full.html#y\">1</a>", "<a href=\"#y\">1</a>")]
    [InlineData("<xmp><b>&lt;</xmp>", "<xmp><b>&lt;</xmp>")]
    public void A_body_keeps_its_words(string html, string text)
    {
        var links = new LiteLinks("/full.html");
        links.Add("/x.html", "/lite/x.html", isLong: false);
        links.Add("/long.html", "/lite/long.html", isLong: true);

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
            Pages.StyleSheet.SourceOf(System.Text.Encoding.UTF8.GetBytes(style)),
            Page(site, Article).QuerySelector("meta[http-equiv]")!.GetAttribute("content")!,
            StringComparison.Ordinal
        );
        Assert.Contains(
            Pages.StyleSheet.SourceOf(System.Text.Encoding.UTF8.GetBytes(style)),
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

    [Theory]
    [InlineData("", "news/2020/01/a", "a.2.html")]
    [InlineData("permalink: /{section}/{slug}/\n", "news/a/index", "a/2.html")]
    public void A_long_article_has_several_pages_that_lead_on(string settings, string path, string second)
    {
        using var site = Long(settings);
        Assert.Empty(site.Build().Diagnostics);

        var files = site.Snapshot()
            .Keys.Where(file =>
                file.StartsWith("lite/news/", StringComparison.Ordinal) && file != "lite/news/index.html"
            )
            .ToList();
        Assert.Equal(3, files.Count);
        Assert.Contains(files, file => file.EndsWith("/" + second, StringComparison.Ordinal));
        var pages = new[]
        {
            $"lite/{path}.html",
            files.Single(file => file.EndsWith("2.html", StringComparison.Ordinal)),
            files.Single(file => file.EndsWith("3.html", StringComparison.Ordinal)),
        }
            .Select(file => Page(site, file))
            .ToList();
        Assert.Equal(
            ["One", "One, page 2", "One, page 3"],
            pages.Select(page => page.QuerySelector("h1")!.TextContent)
        );
        Assert.All(
            pages,
            page =>
                Assert.Equal(
                    $"https://test.example/{path.Replace("index", "", StringComparison.Ordinal)}{(settings.Length == 0 ? ".html" : "")}",
                    page.QuerySelector("link[rel=canonical]")!.GetAttribute("href")
                )
        );
        Assert.Equal(
            ["One, page 2", "One, page 3", null],
            pages.Select(page => page.QuerySelector("a[rel=next]")?.TextContent)
        );
        Assert.Equal(
            ["123", "123", "123"],
            pages.Select(page =>
                string.Concat(page.QuerySelectorAll("nav[aria-label=Pages] > *").Select(link => link.TextContent))
            )
        );
        Assert.Equal(["1", "2", "3"], pages.Select(page => page.QuerySelector("[aria-current=page]")!.TextContent));
        Assert.Equal(["The lede.", null, null], pages.Select(page => page.QuerySelector("main p strong")?.TextContent));
        Assert.Equal(
            [null, null, "3 January 2020: Corrected."],
            pages.Select(page => page.QuerySelector("main li")?.TextContent)
        );
        Assert.Equal(
            Enumerable.Range(1, 45).Select(i => $"Paragraph {i}."),
            pages.SelectMany(page =>
                page.QuerySelectorAll("main p")
                    .Select(line => line.TextContent)
                    .Where(line => line.StartsWith("Paragraph", StringComparison.Ordinal))
                    .Select(line => line[..(line.IndexOf('.', StringComparison.Ordinal) + 1)])
            )
        );

        // Every address leads to a page.
        Assert.All(
            pages.SelectMany(page => page.QuerySelectorAll("nav a, a[rel=next]")),
            link =>
                Assert.True(
                    site.Has(
                        link.GetAttribute("href")!.TrimStart('/') is var href
                        && (href.Length == 0 || href.EndsWith('/'))
                            ? href + "index.html"
                            : href
                    )
                )
        );
    }

    [Theory]
    [InlineData(
        "permalink: /{year}/{slug}.html\n",
        "slug: index",
        "slug: \"2\"",
        "lite/2020/index.2.html",
        "lite/2020/2.html"
    )]
    [InlineData(
        "permalink: /{section}/{slug}/{id}.html\n",
        "slug: a\nid: index",
        "slug: a\nid: \"2\"",
        "lite/news/a/index.2.html",
        "lite/news/a/2.html"
    )]
    [InlineData(
        "permalink: /{slug}/{id}/\n",
        "slug: a\nid: b",
        "slug: a\nid: \"2\"",
        "lite/a/b/2.html",
        "lite/a/2/index.html"
    )]
    public void No_other_article_has_the_address_of_a_further_page(
        string settings,
        string one,
        string two,
        string second,
        string other
    )
    {
        using var site = Long(settings);
        site.Article("news/a.md", "One", "2020-01-02", one, Paragraphs).Article("news/b.md", "Two", "2020-01-03", two);

        Assert.Empty(TestSite.Codes(site.Build()));
        Assert.Equal("One, page 2", Page(site, second).QuerySelector("h1")!.TextContent);
        Assert.Equal("Two", Page(site, other).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public void A_name_that_leaves_no_room_for_the_number_is_refused_with_its_article()
    {
        using var site = Long("permalink: /{slug}-{id}.html\n");
        site.Article(
            "news/a.md",
            "One",
            "2020-01-02",
            $"slug: {new string('a', 125)}\nid: {new string('b', 123)}",
            Paragraphs
        );

        Assert.Equal(["content/news/a.md:0:0 SN2004"], TestSite.Codes(site.Build()));
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
    public void A_place_in_a_long_article_is_linked_where_it_is()
    {
        using var site = Long("");
        site.Article(
                "news/a.md",
                "One",
                "2020-01-02",
                "",
                $"[Down](#the-end), [too](a.md#the-end), [и "
                    + $"туда](#%D0%BA%D0%BE%D0%BD%D0%B5%D1%86).\n\n{Paragraphs}\n\n## The end\n\nText.\n\n## "
                    + $"Конец\n\nText."
            )
            .Article("news/b.md", "Two", "2020-01-02", "", "[There](a.md#the-end) and [there](a.md).");
        site.Build();

        Assert.Equal(
            [
                "/lite/news/2020/01/a.3.html#the-end",
                "/lite/news/2020/01/a.3.html#the-end",
                "/lite/news/2020/01/a.3.html#%D0%BA%D0%BE%D0%BD%D0%B5%D1%86",
            ],
            Page(site, "lite/news/2020/01/a.html")
                .QuerySelectorAll("main p a")
                .Take(3)
                .Select(link => link.GetAttribute("href"))
        );
        Assert.NotNull(Page(site, "lite/news/2020/01/a.3.html").GetElementById("the-end"));
        Assert.Equal(
            ["/news/2020/01/a.html#the-end", "/lite/news/2020/01/a.html"],
            Page(site, "lite/news/2020/01/b.html")
                .QuerySelectorAll("main p a")
                .Select(link => link.GetAttribute("href"))
        );
    }

    [Theory]
    [InlineData("en")]
    [InlineData("table")]
    [InlineData("zh")]
    [InlineData("line")]
    public void Every_page_of_a_long_article_is_below_5_kB(string kind)
    {
        var texts = Directory
            .GetFiles(Path.Combine(Repository.Root, "content"), "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => File.ReadAllText(file))
            .Where(text => text.StartsWith("---\n", StringComparison.Ordinal))
            .Select(text => text[(text.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..])
            .ToList();
        var prose = string.Join("\n\n", texts);
        var numbers = new Random(1);
        var body = kind switch
        {
            "en" => prose,
            "table" => prose[..20_000]
                + "\n\n| a | b | c | d |\n|---|---|---|---|\n"
                + string.Concat(
                    Enumerable
                        .Range(0, 900)
                        .Select(_ =>
                            $"| {numbers.Next(99)} | {numbers.Next(999)} | {numbers.Next(99)} | {numbers.Next(9)} |\n"
                        )
                ),
            "zh" => prose[..11_000]
                + "\n\n"
                + string.Concat(
                    Enumerable
                        .Range(0, 9_000)
                        .Select(i =>
                            i % 40 == 39
                                ? '。'
                                : (char)(0x4E00 + (int)(numbers.NextDouble() * numbers.NextDouble() * 3_000))
                        )
                ),
            _ => prose.Replace('\n', ' ').Replace(". ", " ", StringComparison.Ordinal),
        };
        using var site = TestSite
            .WithConfig("title: The Test\nbase_url: https://test.example/\nmarkdown: { html: sanitize }\n")
            .Article("news/a.md", "One", "2020-01-02", "", body);
        site.Build();

        var pages = Directory.GetFiles(
            Path.Combine(site.Output, "lite", "news", "2020"),
            "*.html",
            SearchOption.AllDirectories
        );
        Assert.True(pages.Length > 2);
        Assert.All(pages, page => Assert.InRange(BrotliBytes(File.ReadAllBytes(page)), 1_000, 4_999));
        Assert.All(
            pages,
            page =>
                Assert.True(
                    new HtmlParser().ParseDocument(File.ReadAllText(page)).QuerySelector("article")!.TextContent.Length
                        > 1_000
                )
        );
    }

    [Fact]
    public void A_long_article_that_is_cut_shorter_loses_its_further_pages()
    {
        using var site = Long("");
        site.Build();
        Assert.Equal(0, site.Build().Written);

        site.Article("news/a.md", "One", "2020-01-02");
        Assert.Equal(2, site.Build().Removed);
        Assert.False(site.Has("lite/news/2020/01/a.2.html"));
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

    private static int BrotliBytes(byte[] page)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(page.Length)];
        Assert.True(BrotliEncoder.TryCompress(page, compressed, out var written, quality: 11, window: 22));
        return written;
    }

    private static IHtmlDocument Page(TestSite site, string path) => new HtmlParser().ParseDocument(site.Read(path));
}
