using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using StaticNews.Tests.Images;

namespace StaticNews.Tests.Building;

/// <summary>The Content-Security-Policy of each page allows what the page shows, and nothing else.</summary>
public sealed class PagePolicyTests
{
    private const string Picture = "![A map](https://maps.example/a.png)";

    [Fact]
    public void Every_page_of_the_sample_allows_its_own_style_by_hash_and_nothing_from_elsewhere()
    {
        using var site = TestSite.CopyOfSample();
        site.Build();

        var pages = Pages(site).Where(page => page.Document.QuerySelector("style") is not null).ToList();
        Assert.True(pages.Count > 300);
        Assert.All(
            pages,
            page =>
            {
                var policy = Directives(page.Document);
                Assert.Equal($"style-src {HashOf(page.Document.QuerySelector("style")!.TextContent)}", policy[1]);
                var pictures = page.Path.Replace('\\', '/').Contains("/lite/", StringComparison.Ordinal)
                    ? "img-src data:"
                    : "img-src 'self'";
                Assert.Equal(
                    ["default-src 'none'", pictures, "connect-src 'self'", "base-uri 'none'", "form-action 'none'"],
                    policy.Where(directive => !directive.StartsWith("style-src", StringComparison.Ordinal))
                );
                Assert.Equal(
                    page.Document.QuerySelectorAll("[style]")
                        .Select(element => HashOf(element.GetAttribute("style")!))
                        .Distinct()
                        .Order(StringComparer.Ordinal)
                        .Prepend("'unsafe-hashes'")
                        .Skip(page.Document.QuerySelector("[style]") is null ? 1 : 0),
                    policy
                        .Where(directive => directive.StartsWith("style-src-attr ", StringComparison.Ordinal))
                        .SelectMany(directive => directive.Split(' ').Skip(1))
                );
                Assert.Equal(
                    "same-origin",
                    page.Document.QuerySelector("meta[name=referrer]")!.GetAttribute("content")
                );
            }
        );
    }

    [Theory]
    [InlineData("image: https://pictures.example/a.jpg", "Text.", "img-src 'self' https://pictures.example")]
    [InlineData("image: HTTP://Pictures.EXAMPLE:8080/a.jpg", "Text.", "img-src 'self' http://pictures.example:8080")]
    [InlineData("image: https://bücher.example/a.jpg", "Text.", "img-src 'self' https://xn--bcher-kva.example")]
    [InlineData("", Picture, "img-src 'self' https://maps.example")]
    [InlineData(
        "image: https://pictures.example/a.jpg",
        Picture + Picture,
        "img-src 'self' https://maps.example https://pictures.example"
    )]
    [InlineData("", "Text <img src=\"//cdn.example/a.png\" alt=\"\">", "img-src 'self' https://cdn.example")]
    [InlineData("", "![A map](https://my_maps.example/a.png)", "img-src 'self' https://my_maps.example")]
    [InlineData("", "Text.", "img-src 'self'")]
    public void A_page_with_pictures_from_elsewhere_allows_their_hosts(
        string frontMatter,
        string body,
        string directive
    )
    {
        using var site = TestSite
            .Plain()
            .Article("news/a.md", "One", "2020-01-02", frontMatter, body)
            .Article("sport/b.md", "Two", "2020-01-01");
        site.Build();

        Assert.Contains(directive, Directives(site, "news/2020/01/a.html"));
        Assert.Contains(
            "img-src 'self'",
            Directives(site, "tags/index.html", "sport/2020/01/b.html", "archive/index.html")
        );
    }

    [Fact]
    public void A_list_allows_the_pictures_that_it_shows()
    {
        using var site = TestSite
            .Plain()
            .Article("news/a.md", "One", "2020-01-02", "image: https://pictures.example/a.jpg")
            .Write("content/news/_index.md", $"---\ntitle: News\n---\n\n{Picture}\n");
        site.Build();

        Assert.Contains("img-src 'self' https://maps.example", Directives(site, "news/index.html"));
        Assert.Contains("img-src 'self' https://pictures.example", Directives(site, "index.html"));
        Assert.Contains("img-src 'self'", Directives(site, "archive/2020/01.html"));
    }

    [Fact]
    public void A_page_without_an_icon_keeps_the_browser_from_asking_for_one()
    {
        using var site = TestSite.Plain().Article("news/a.md", "One", "2020-01-02");
        site.Build();
        Assert.Contains("img-src 'self' data:;", PolicyOf(Page(site, "news/2020/01/a.html")), StringComparison.Ordinal);
        Assert.Contains("img-src data:;", PolicyOf(Page(site, "lite/news/2020/01/a.html")), StringComparison.Ordinal);

        site.Write(
            "site.yml",
            "title: T\nbase_url: https://test.example/\npublisher: { name: T, icon: /favicon.ico }\n"
        );
        site.Build();
        Assert.Contains("img-src 'self';", PolicyOf(Page(site, "news/2020/01/a.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<link rel=\"icon\" href=\"https://icons.example/a.png\">", "", "img-src data: https://icons.example;")]
    [InlineData("<link href=\"/a.png\" rel=\"icon\">", "", "img-src data: 'self';")]
    [InlineData("<link rel=\"canonical\" href=\"https://other.example/\">", "", "img-src data:;")]
    [InlineData("", "body{background:url(/a.png)}", "img-src 'self' data:;")]
    public void A_text_edition_of_the_sites_own_may_show_what_it_names(string head, string style, string directive)
    {
        using var site = TestSite
            .Plain()
            .Article("news/a.md", "One", "2020-01-02")
            .Write(
                "templates/partials/lite-head.sbn-html",
                $"<!doctype html><html><head><meta http-equiv=\"Content-Security-Policy\" content=\"{{{{ "
                    + $"site.policy }}}}\">{head}{{{{ site.style }}}}</head><body><main>"
            )
            .Write("templates/lite.css", style + "a{color:red}");
        site.Build();

        Assert.Contains(directive, PolicyOf(Page(site, "lite/news/2020/01/a.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_theme_that_shows_pictures_in_its_lists_need_not_tell()
    {
        using var site = TestSite
            .Plain()
            .Article("news/a.md", "One", "2020-01-02", "image: https://pictures.example/a.jpg")
            .Write(
                "templates/partials/teaser.sbn-html",
                "<li style=\"color:red\">{{ if card.image }}<img src=\"{{ card.image.src }}\" alt=\"\">{{ end }}</li>"
            );
        site.Build();

        var directives = Directives(site, "archive/2020/01.html");
        Assert.Contains("img-src 'self' https://pictures.example", directives);
        Assert.Contains($"style-src-attr 'unsafe-hashes' {HashOf("color:red")}", directives);
    }

    [Theory]
    [InlineData("<img\nsrc=\"https://a.example/x.png\" alt=\"\">", "https://a.example")]
    [InlineData("<img\tsrc='https://a.example/x.png' alt=''>", "https://a.example")]
    [InlineData("<img src=\"/a.png\" srcset=\"/b.png 1x, https://b.example/x.png 2x\" alt=\"\">", "https://b.example")]
    [InlineData(
        "<picture><source srcset=\"https://c.example/x.webp\"><img src=\"/a.png\" alt=\"\"></picture>",
        "https://c.example"
    )]
    public void A_template_may_write_a_picture_as_it_likes(string html, string source)
    {
        using var site = TestSite
            .WithConfig("title: T\nbase_url: https://test.example/\npublisher: { name: T, icon: /i.png }\n")
            .Article("news/a.md", "One", "2020-01-02")
            .Write("templates/partials/turn.sbn-html", html);
        site.Build();

        Assert.Contains($"img-src 'self' {source}", Directives(site, "archive/2020/01.html"));
    }

    [Fact]
    public void The_ground_that_a_picture_is_painted_on_is_allowed_by_its_hash()
    {
        using var site = TestSite
            .Plain()
            .Article(
                "news/a.md",
                "One",
                "2020-01-02",
                "image: { src: photo.jpg, alt: A gate }",
                "![The gate](photo.jpg)"
            )
            .WriteBytes("content/news/photo.jpg", ImageHeaderReaderTests.BytesOf("photo.jpg"));
        site.Build();

        var page = Page(site, "news/2020/01/a.html");
        var styles = page.QuerySelectorAll("img[style]").Select(picture => picture.GetAttribute("style")).ToList();
        Assert.Equal(2, styles.Count);
        Assert.Contains(
            $"style-src-attr 'unsafe-hashes' {HashOf(Assert.Single(styles.Distinct())!)}",
            Directives(site, "news/2020/01/a.html")
        );
    }

    [Fact]
    public void Trusted_HTML_may_show_what_it_embeds_and_run_nothing()
    {
        using var site = TestSite
            .WithConfig("title: T\nbase_url: https://test.example/\nmarkdown: { html: allow }\n")
            .Article(
                "news/a.md",
                "One",
                "2020-01-02",
                "",
                """
                <iframe src="https://player.example/1" title="x"></iframe>

                <video src="https://films.example/film.webm" poster="https://stills.example/1.jpg"></video>

                <audio controls><source src="https://sound.example/a.ogg"></audio>

                <p style="color:red" onclick="alert(1)">Red</p><script>alert(1)</script>
                """
            );
        site.Build();

        Assert.Equal(
            [
                "default-src 'none'",
                $"style-src {HashOf(Page(site, "news/2020/01/a.html").QuerySelector("style")!.TextContent)}",
                "img-src 'self' https://stills.example",
                "media-src https://films.example https://sound.example",
                "frame-src https://player.example",
                $"style-src-attr 'unsafe-hashes' {HashOf("color:red")}",
                "connect-src 'self'",
                "base-uri 'none'",
                "form-action 'none'",
            ],
            Directives(site, "news/2020/01/a.html")
        );
    }

    [Theory]
    [InlineData("https://a.example;script-src *//b.png")]
    [InlineData("https://a.example; script-src https://evil.example/b.png")]
    [InlineData("https://*/b.png")]
    [InlineData("https://'unsafe-inline'/b.png")]
    [InlineData("https://a.example,default-src *,b/b.png")]
    [InlineData("https://[::1]/b.png")]
    [InlineData("https://a.example\"><script>alert(1)</script>/b.png")]
    public void No_address_adds_a_directive_or_anything_but_a_host(string address)
    {
        using var site = TestSite
            .Plain()
            .Article(
                "news/a.md",
                "One",
                "2020-01-02",
                "",
                $"![x](<{address}>)\n\n<img src=\"{System.Net.WebUtility.HtmlEncode(address)}\" alt=\"y\">"
            )
            .Article("news/b.md", "Two", "2020-01-02", $"image: {System.Text.Json.JsonSerializer.Serialize(address)}");
        site.Build();

        foreach (var path in new[] { "news/2020/01/a.html", "news/2020/01/b.html" }.Where(site.Has))
        {
            var directives = Directives(site, path);
            Assert.Equal(
                ["default-src", "style-src", "img-src", "connect-src", "base-uri", "form-action"],
                directives.Select(directive => directive.Split(' ')[0])
            );
            Assert.All(
                directives[2].Split(' ').Skip(1),
                source => Assert.Matches("^('self'|https://a\\.example)$", source)
            );
        }

        Assert.True(site.Has("news/2020/01/a.html"));
    }

    [Fact]
    public void A_logo_from_elsewhere_is_allowed_on_every_page()
    {
        using var site = TestSite
            .WithConfig(
                "title: T\nbase_url: https://test.example/\npublisher: { name: T, logo: https://logos.example/t.svg }\n"
            )
            .Article("news/a.md", "One", "2020-01-02", "", Picture);
        site.Build();

        Assert.Contains("img-src 'self' https://logos.example", Directives(site, "archive/index.html"));
        Assert.Contains(
            "img-src 'self' https://logos.example https://maps.example",
            Directives(site, "news/2020/01/a.html")
        );
    }

    [Fact]
    public void A_style_sheet_may_use_the_site_but_no_page()
    {
        using var site = TestSite
            .Plain()
            .Write(
                "templates/style.css",
                "a{color:{{ site.theme.accent ?? 'red' }}}\r\nb::after{content:\"{{ site.title }}</style>\"}"
            );
        Assert.StartsWith("templates/style.css:2:", TestSite.Codes(site.Build()).First(), StringComparison.Ordinal);

        site.Write("templates/style.css", "p{color:{{ page.kind }}}");
        Assert.StartsWith(
            "templates/style.css:1:",
            Assert.Single(TestSite.Codes(site.Build())),
            StringComparison.Ordinal
        );

        site.Write("templates/style.css", "a{color:{{ site.theme.accent ?? 'red' }}}\r\nb{}");
        Assert.Empty(site.Build().Diagnostics);
        Assert.Equal("a{color:red}b{}", Page(site, "index.html").QuerySelector("style")!.TextContent);
        Assert.Contains($"style-src {HashOf("a{color:red}b{}")}", Directives(site, "index.html"));
    }

    [Fact]
    public void What_stops_a_style_sheet_while_it_is_written_is_said_with_its_place()
    {
        using var site = TestSite
            .WithConfig("title: (\nbase_url: https://test.example/\n")
            .Write("templates/style.css", "a{}\nb{c:{{ 'x' | regex.match site.title | array.size }}}");

        Assert.StartsWith(
            "templates/style.css:2:",
            Assert.Single(TestSite.Codes(site.Build())),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_head_of_the_sites_own_may_include_the_style_as_before()
    {
        using var site = TestSite
            .Plain()
            .Write(
                "templates/partials/head.sbn-html",
                "<!doctype html><html lang=\"en\"><head><title>x</title><style>{{ include 'style.css' "
                    + "}}</style></head><body>"
            )
            .Write("templates/style.css", "p{color:{{ if page.kind == 'front' }}red{{ else }}green{{ end }}}");

        Assert.Empty(site.Build().Diagnostics);
        Assert.Equal("p{color:red}", Page(site, "index.html").QuerySelector("style")!.TextContent);
        Assert.Equal("p{color:green}", Page(site, "404.html").QuerySelector("style")!.TextContent);
        Assert.Contains(
            "\n  Content-Security-Policy: frame-ancestors 'none'\n",
            site.Read("_headers"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Hosts_get_a_policy_that_no_page_exceeds()
    {
        using var site = TestSite
            .WithConfig("title: T\nbase_url: https://test.example/archive/\n")
            .Article("news/a.md", "One", "2020-01-02", "image: https://pictures.example/a.jpg");
        site.Build();

        var lines = site.Read("_headers").Split('\n');
        Assert.Equal("/archive/*", lines[0]);
        Assert.Matches(
            "^  Content-Security-Policy: default-src 'none'; style-src 'sha256-[^;]*; img-src \\* data:; "
                + "style-src-attr 'unsafe-inline'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
                + "frame-ancestors 'none'$",
            lines[1]
        );
        Assert.Contains(
            HashOf(Page(site, "index.html").QuerySelector("style")!.TextContent),
            lines[1],
            StringComparison.Ordinal
        );
        Assert.Contains("  Referrer-Policy: same-origin", lines);
        Assert.Contains("  X-Content-Type-Options: nosniff", lines);
        Assert.Contains("/archive/assets/*", lines);
    }

    [Fact]
    public void Hosts_refuse_no_script_to_a_page_that_the_site_brings_along()
    {
        using var site = TestSite.Plain().Write("content/_assets/map/index.html", "<script src=\"map.js\"></script>");
        site.Build();

        Assert.Contains(
            "\n  Content-Security-Policy: frame-ancestors 'none'\n",
            site.Read("_headers"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Links_that_lead_away_tell_nothing_of_the_page()
    {
        using var site = TestSite
            .WithConfig(
                "title: T\nbase_url: https://test.example/\nfooter: [ { title: F, url: https://else.example/ }, { "
                    + "title: G, url: /g.html } ]\nmarkdown: { shortcodes: true }\n"
            )
            .Article(
                "news/a.md",
                "One",
                "2020-01-02",
                "source_url: https://else.example/a",
                """
                [out](https://else.example/) <https://else.example/2> [own](https://test.example/) [near](b.md) [mail](mailto:a@else.example) [note](#x)

                <b><a href="https://else.example/3">raw</a></b> and <a href="/news/">in</a>

                {{< youtube abc >}}
                """
            )
            .Article("news/b.md", "Two", "2020-01-01");
        site.Build();

        var page = Page(site, "news/2020/01/a.html");
        var links = page.QuerySelectorAll("a")
            .Where(link => link.GetAttribute("href")!.StartsWith("http", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(6, links.Count(link => link.GetAttribute("rel") == "noreferrer"));
        Assert.Equal(
            ["https://test.example/"],
            links.Where(link => link.GetAttribute("rel") is null).Select(link => link.GetAttribute("href"))
        );
        Assert.DoesNotContain(
            page.QuerySelectorAll("a[rel=noreferrer]"),
            link => !link.GetAttribute("href")!.StartsWith("https:", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("noreferrer", site.Read("feed.xml"), StringComparison.Ordinal);
    }

    private static IEnumerable<(string Path, IHtmlDocument Document)> Pages(TestSite site) =>
        Directory
            .GetFiles(site.Output, "*.html", SearchOption.AllDirectories)
            .Select(file => (file, new HtmlParser().ParseDocument(File.ReadAllText(file))));

    private static IHtmlDocument Page(TestSite site, string path) => new HtmlParser().ParseDocument(site.Read(path));

    private static string[] Directives(TestSite site, params string[] paths)
    {
        var all = paths.Where(site.Has).Select(path => Directives(Page(site, path))).ToList();
        Assert.All(all, directives => Assert.Equal(all[0].Where(IsNoStyle), directives.Where(IsNoStyle)));
        return all[0];
    }

    /// <summary>Kinds of pages have style sheets of their own.</summary>
    private static bool IsNoStyle(string directive) => !directive.StartsWith("style-src ", StringComparison.Ordinal);

    /// <summary>Without the empty icon, which every page has that has no other.</summary>
    private static string[] Directives(IHtmlDocument page) =>
        PolicyOf(page).Replace("'self' data:", "'self'", StringComparison.Ordinal).Split("; ");

    private static string PolicyOf(IHtmlDocument page) =>
        page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;

    private static string HashOf(string text) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
