using StaticNews.Archive;
using StaticNews.Archive.Routes;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Diagnostics;
using StaticNews.Text;
using static StaticNews.Tests.Archive.TestCatalog;

namespace StaticNews.Tests.Archive;

public sealed class LinkTests
{
    [Theory]
    [InlineData("world/flood.md", "/world/2020/01/flood.html")]
    [InlineData("**/flood.md", "/world/2020/01/flood.html")]
    [InlineData("world/_index.md", "/world/")]
    [InlineData("/world", "/world/")]
    [InlineData("/world/index.html", "/world/")]
    [InlineData("/World/2020/01/Flood.html", "/world/2020/01/flood.html")]
    [InlineData("/archive-of-ours/world/", "/world/")]
    [InlineData("_pages/about.md", "/about.html")]
    [InlineData("_index.md", "/")]
    [InlineData("/", "/")]
    [InlineData("_tags/moon.md", "/tags/moon/")]
    [InlineData("world/", "/world/")]
    [InlineData("/archive/2020/01.html", "/archive/2020/01.html")]
    [InlineData("/tags/moon/feed.xml", "/tags/moon/feed.xml")]
    [InlineData("world/floods.md", null)]
    [InlineData("**/_index.md", null)]
    [InlineData("/authors/nobody/", null)]
    [InlineData("/archive/2020/02.html", null)]
    public void Every_way_to_name_a_page_leads_to_its_url(string target, string? url)
    {
        var catalog = Build(
            Config,
            [Article("world/flood.md", tags: "Moon")],
            Profile(ProfileKind.Section, "_index.md", ""),
            Profile(ProfileKind.Section, "world/_index.md", "world"),
            Profile(ProfileKind.Page, "_pages/about.md", "about"),
            Profile(ProfileKind.Tag, "_tags/moon.md", "moon")
        );

        Assert.Equal(url, catalog.Resolver.Find(target));
    }

    [Theory]
    [InlineData("world/floods.md", "SN2211", Severity.Warning)]
    [InlineData("/2014/flood", "SN2212", Severity.Warning)]
    [InlineData("world/map.png", "SN2213", Severity.Warning)]
    [InlineData("/img/map.PNG", "SN2213", Severity.Warning)]
    [InlineData("world/later.md", "SN2214", Severity.Warning)]
    public void A_target_that_the_site_does_not_have_is_reported_where_it_stands(
        string target,
        string code,
        object severity
    )
    {
        var catalog = Build(
            Article("world/a.md") with
            {
                Links = [Link("world/a.md", target)],
            },
            Article("world/later.md", "2030-01-01")
        );

        var diagnostic = Assert.Single(catalog.Diagnostics);
        Assert.Equal(
            (code, severity, 3, 5),
            (diagnostic.Code, diagnostic.Severity, diagnostic.At.Line, diagnostic.At.Column)
        );
        Assert.Equal([new ResolvedLink(target, null)], catalog.ResolvedLinks(0));
    }

    [Fact]
    public void What_another_generators_shortcode_names_may_have_been_left_behind()
    {
        var link = Link("world/a.md", "guides/dap/_index.md") with { IsShortcode = true };
        var catalog = Build(Article("world/a.md") with { Links = [link] });

        var diagnostic = Assert.Single(catalog.Diagnostics);
        Assert.Equal(
            ("SN2215", Severity.Warning, 3, 5),
            (diagnostic.Code, diagnostic.Severity, diagnostic.At.Line, diagnostic.At.Column)
        );
    }

    [Fact]
    public void A_profiles_links_are_held_to_the_same()
    {
        var catalog = Build(
            Config,
            [],
            Profile(ProfileKind.Page, "_pages/about.md", "about") with
            {
                Links = [Link("_pages/about.md", "gone.md")],
            }
        );

        Assert.Equal(["SN2211"], catalog.Codes());
    }

    [Fact]
    public void A_broken_link_names_the_file_that_may_be_meant()
    {
        var catalog = Build(
            Article("world/2014/flood.md"),
            Article("a.md") with
            {
                Links = [Link("a.md", "world/flood.md")],
            }
        );

        Assert.Equal("Did you mean '/world/2014/flood.md'?", Assert.Single(catalog.Diagnostics).Hint);
    }

    [Fact]
    public void With_another_site_behind_this_one_unknown_links_from_the_root_are_no_mistake()
    {
        var config = Config with { Markdown = new MarkdownConfig(Elsewhere: "https://old.example") };
        var catalog = Build(
            config,
            [Article("a.md") with { Links = [Link("a.md", "/2014/flood"), Link("a.md", "gone.md")] }]
        );

        Assert.Equal(["SN2211"], catalog.Codes());
    }

    [Theory]
    [InlineData("map.png", true)]
    [InlineData("/assets/logo.svg", true)]
    [InlineData("my%20map.png", true)]
    [InlineData("https://elsewhere.example/x.png", true)]
    [InlineData("gone.png", false)]
    [InlineData("../map.png", false)]
    public void An_articles_picture_is_looked_for(string src, bool isThere)
    {
        var at = new SourceText("content/world/a.md", "image: x\n").LocationOf(new TextSpan(7, 1));
        var article = Article("world/a.md") with
        {
            Image = new ArticleImage(src, default, null, null, null, null, SourceSpot.Of(at, at.Path)),
        };
        var catalog = BuildWithAssets([article], "world/map.png", "world/my map.png", "_assets/logo.svg");

        Assert.Equal(
            isThere ? [] : ["SN2213 1:8"],
            catalog.Diagnostics.Select(found => $"{found.Code} {found.At.Line}:{found.At.Column}")
        );
    }

    [Fact]
    public void A_footer_that_leads_nowhere_and_a_missing_logo_are_reported_in_site_yml()
    {
        var config = Config with
        {
            Footer =
            [
                new FooterLink("About", "/about.html"),
                new FooterLink("Else", "https://x.example/"),
                new FooterLink("World", "/world/"),
            ],
            Publisher = new PublisherConfig("X", "/assets/logo.svg", null),
        };
        var catalog = Build(config, [Article("world/a.md")]);

        Assert.Equal(
            [("SN2213", "site.yml"), ("SN2219", "site.yml")],
            catalog.Diagnostics.Select(found => (found.Code, found.At.Path))
        );
    }

    [Theory]
    [InlineData("b.md", "world/b.md")]
    [InlineData("./b.md", "world/b.md")]
    [InlineData("b", "world/b.md")]
    [InlineData("../sport/c.md", "sport/c.md")]
    [InlineData("sport/c", "sport/c.md")]
    [InlineData("/sport/c.md", "sport/c.md")]
    [InlineData("content/sport/c.md", "sport/c.md")]
    [InlineData("/sport/2020/01/c.html", "sport/c.md")]
    [InlineData("the-slug", "sport/2001-01-01-file.md")]
    [InlineData("2001-01-01-file", "sport/2001-01-01-file.md")]
    public void A_pinned_article_is_found_by_path_url_slug_or_file_name(string pin, string path)
    {
        var catalog = Build(
            Article("world/a.md") with
            {
                Related = [Link("world/a.md", pin)],
            },
            Article("world/b.md"),
            Article("sport/c.md"),
            Article("sport/2001-01-01-file.md") with
            {
                Slug = "the-slug",
            }
        );

        Assert.Empty(catalog.Diagnostics);
        Assert.Equal([path], catalog.Paths(catalog.Pinned[catalog.IndexOf("world/a.md")]));
    }

    [Theory]
    [InlineData("nothing", "SN2201", Severity.Warning)]
    [InlineData("../../up.md", "SN2201", Severity.Warning)]
    [InlineData("twin", "SN2202", Severity.Warning)]
    [InlineData("gone", "SN2203", Severity.Warning)]
    [InlineData("a.md", "SN2204", Severity.Warning)]
    public void A_pin_that_cannot_be_shown_is_reported_where_it_stands(string pin, string code, object severity)
    {
        var catalog = Build(
            Article("world/a.md") with
            {
                Related = [Link("world/a.md", pin)],
            },
            Article("x/twin.md"),
            Article("y/twin.md"),
            Article("x/gone.md") with
            {
                Status = ArticleStatus.Retracted,
            }
        );

        var diagnostic = Assert.Single(catalog.Diagnostics);
        Assert.Equal(
            (code, severity, 3, 5),
            (diagnostic.Code, diagnostic.Severity, diagnostic.At.Line, diagnostic.At.Column)
        );
        Assert.Empty(catalog.Pinned);
        if (code == "SN2202")
        {
            Assert.Contains("'x/twin.md', 'y/twin.md'", diagnostic.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("later.md")]
    [InlineData("later")]
    public void A_pinned_article_of_the_future_only_waits(string pin)
    {
        var catalog = Build(Article("a.md") with { Related = [Link("a.md", pin)] }, Article("later.md", "2030-01-01"));

        Assert.Empty(catalog.Diagnostics);
        Assert.Empty(catalog.Pinned);
    }

    [Theory]
    [InlineData("world/Flood.md", "/world/2020/01/flood.html", "world/flood.md")]
    [InlineData("WORLD/flood.MD", "/world/2020/01/flood.html", "world/flood.md")]
    [InlineData("**/FLOOD.md", "/world/2020/01/flood.html", "flood.md")]
    [InlineData("world/Map.png", "/world/map.PNG", "world/map.PNG")]
    [InlineData("/World/Map.png", "/world/map.PNG", "/world/map.PNG")]
    [InlineData("/Assets/LOGO.svg", "/assets/logo.svg", "/assets/logo.svg")]
    [InlineData("_assets/LOGO.svg", "/assets/logo.svg", "_assets/logo.svg")]
    [InlineData("/World/2020/01/flood.html", "/world/2020/01/flood.html", "/world/2020/01/flood.html")]
    [InlineData("/OLD/flood", "/world/2020/01/flood.html", "/old/flood/")]
    [InlineData("world/CAFE\u0301.md", "/world/2020/01/café.html", "world/caf\u00e9.md")]
    public void What_is_written_in_another_case_is_found_and_the_right_spelling_is_told(
        string target,
        string url,
        string spelled
    )
    {
        var flood = Article("world/flood.md") with { Aliases = [Link("world/flood.md", "/old/flood")] };
        var catalog = BuildWithAssets(
            [flood, Article("world/caf\u00e9.md"), Article("world/x.md") with { Links = [Link("world/x.md", target)] }],
            "world/map.PNG",
            "_assets/logo.svg"
        );

        Assert.Equal(url, catalog.Resolver.Find(target));
        var diagnostic = Assert.Single(catalog.Diagnostics);
        Assert.Equal(
            ("SN2216", Severity.Warning, 3, 5),
            (diagnostic.Code, diagnostic.Severity, diagnostic.At.Line, diagnostic.At.Column)
        );
        Assert.Contains($"'{spelled}'", diagnostic.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("world/caf\u00e9.md", "world/cafe\u0301.md")]
    [InlineData("world/cafe\u0301.md", "world/caf\u00e9.md")]
    [InlineData("world/한국.md", "world/\u1112\u1161\u11ab\u1100\u116e\u11a8.md")]
    [InlineData("**/caf\u00e9.md", "world/cafe\u0301.md")]
    [InlineData("world/caf\u00e9.png", "world/cafe\u0301.png")]
    [InlineData("/world/caf\u00e9.png", "world/cafe\u0301.png")]
    public void What_nobody_can_tell_apart_is_found_without_a_word(string target, string file)
    {
        var from = Article("x.md") with { Links = [Link("x.md", target)] };
        var isArticle = file.EndsWith(".md", StringComparison.Ordinal);
        var catalog = BuildWithAssets(isArticle ? [from, Article(file)] : [from], isArticle ? [] : [file]);

        Assert.Empty(catalog.Diagnostics);
        Assert.NotNull(catalog.Resolver.Find(target));
        Assert.NotNull(catalog.ResolvedLinks(catalog.IndexOf("x.md"))[0].Url);
    }

    [Fact]
    public void Of_two_that_could_be_meant_the_first_is_used_and_both_are_named()
    {
        var catalog = Build(
            Article("a/Flood.md") with
            {
                Slug = "one",
            },
            Article("a/fLOOD.md") with
            {
                Slug = "two",
            },
            Article("x.md") with
            {
                Links = [Link("x.md", "a/flood.md")],
            }
        );

        Assert.Equal("/a/2020/01/one.html", catalog.Resolver.Find("a/flood.md"));
        var diagnostic = Assert.Single(catalog.Diagnostics);
        Assert.Equal("SN2216", diagnostic.Code);
        Assert.Contains("'a/Flood.md' or 'a/fLOOD.md'", diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal("/a/2020/01/two.html", catalog.Resolver.Find("a/fLOOD.md"));
    }

    [Theory]
    [InlineData("pic #2.png", "world/pic #2.png")]
    [InlineData("pic%20%232.png", "world/pic #2.png")]
    [InlineData("50%25.png", "world/50%25.png")]
    [InlineData("50%2525.png", "world/50%25.png")]
    [InlineData("/_assets/logo.svg", "_assets/logo.svg")]
    [InlineData("caf\u00e9.png", "world/cafe\u0301.png")]
    [InlineData("/world/pic%20%232.png", "world/pic #2.png")]
    public void A_picture_of_front_matter_is_found_by_its_name_or_as_a_link(string src, string file)
    {
        var article = Article("world/a.md") with
        {
            Image = new ArticleImage(src, default, null, null, null, null, default),
        };
        var catalog = BuildWithAssets([article], file);

        Assert.Empty(catalog.Diagnostics);
        Assert.Equal(SiteUrls.Asset(file), catalog.PictureUrl("world/a.md", article.Image));
    }

    [Theory]
    [InlineData("B.md", "world/b.md")]
    [InlineData("B", "world/b.md")]
    [InlineData("WORLD/b", "world/b.md")]
    [InlineData("/World/2020/01/B.html", "world/b.md")]
    [InlineData("The-Slug", "sport/c.md")]
    public void A_pin_in_another_case_is_found_and_told(string pin, string path)
    {
        var catalog = Build(
            Article("world/a.md") with
            {
                Related = [Link("world/a.md", pin)],
            },
            Article("world/b.md"),
            Article("sport/c.md") with
            {
                Slug = "the-slug",
            }
        );

        Assert.Equal([path], catalog.Paths(catalog.Pinned[catalog.IndexOf("world/a.md")]));
        Assert.Equal(["SN2216"], catalog.Codes());
    }

    [Theory]
    [InlineData("broken.md", SourceState.Failed, "SN2217", "SN2205")]
    [InlineData("plan.md", SourceState.Draft, "SN2218", "SN2206")]
    [InlineData("caf\u00e9.md", SourceState.Draft, "SN2218", "SN2206")]
    public void Who_names_a_source_without_a_page_hears_why(
        string target,
        object reason,
        string linkCode,
        string pinCode
    )
    {
        var file = target.Replace("\u00e9", "e\u0301", StringComparison.Ordinal);
        string[] pins = [target, target[..^3], "/" + target];
        var article = Article("a.md") with
        {
            Links = [Link("a.md", target), Link("a.md", "**/" + file)],
            Related = [.. pins.Select(pin => Link("a.md", pin))],
        };
        var catalog = Catalog.Build(
            Config,
            [article],
            [],
            [],
            Today,
            includeFuture: false,
            unpublished: [new UnpublishedSource(file, (SourceState)reason, [])]
        );

        Assert.Equal([.. pins.Select(_ => pinCode), linkCode, linkCode], catalog.Codes().Order(StringComparer.Ordinal));
        Assert.All(catalog.Diagnostics, diagnostic => Assert.NotEqual(Severity.Error, diagnostic.Severity));
        Assert.Equal(Severity.Note, catalog.Diagnostics.First(diagnostic => diagnostic.Code == pinCode).Severity);
    }

    [Fact]
    public void An_article_whose_url_is_taken_has_errors_of_its_own()
    {
        var catalog = Build(
            Article("b.md") with
            {
                Slug = "x",
            },
            Article("c.md") with
            {
                Slug = "x",
            },
            Article("a.md") with
            {
                Related = [Link("a.md", "c.md")],
                Links = [Link("a.md", "c.md"), Link("a.md", "tags/d.md")],
            },
            Article("tags/d.md")
        );

        Assert.Equal(["SN2001", "SN2005", "SN2205", "SN2217", "SN2217"], catalog.Codes().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("world/brigde.png", "Did you mean 'bridge.png'? There is a file content/world/bridge.png")]
    [InlineData("world/bridge.jpg", "Did you mean 'bridge.png'? There is a file content/world/bridge.png")]
    [InlineData("/assets/lgo.svg", "Did you mean '/assets/logo.svg'? It is the file content/_assets/logo.svg")]
    [InlineData("world/logo.svg", "Did you mean '/assets/logo.svg'? It is the file content/_assets/logo.svg")]
    [InlineData("world/photo-7.jpg", "A path starts at this file, or with '/' at content/")]
    [InlineData(
        "/assets/other.png",
        "The URL '/assets/…' means the folder content/_assets/: put the file at content/_assets/other.png"
    )]
    public void A_missing_file_is_told_with_the_one_that_may_be_meant(string target, string hint)
    {
        var catalog = BuildWithAssets(
            [Article("world/a.md") with { Links = [Link("world/a.md", target)] }],
            "world/bridge.png",
            "world/photo-1.jpg",
            "_assets/logo.svg"
        );

        Assert.Equal(("SN2213", hint), (catalog.Codes().Single(), catalog.Diagnostics[0].Hint));
    }

    [Fact]
    public void What_site_yml_names_is_found_by_the_same_rule()
    {
        var config = Config with
        {
            Footer = [new FooterLink("World", "/WORLD/?all#top"), new FooterLink("Page", "/_pages/about.md")],
            Publisher = new PublisherConfig("X", "/assets/Lo%20go%231.svg", "/_assets/lo%20go%231.svg"),
        };
        var catalog = Catalog.Build(
            config,
            [Article("world/a.md")],
            [Profile(ProfileKind.Page, "_pages/about.md", "about")],
            ["_assets/lo go#1.svg"],
            Today,
            includeFuture: false
        );

        Assert.Equal(["SN2216", "SN2216"], catalog.Codes());
        Assert.Equal(("/world/", "?all#top"), catalog.AddressOf("/WORLD/?all#top"));
        Assert.Equal(("/about.html", ""), catalog.AddressOf("/_pages/about.md"));
        Assert.Equal(("/assets/lo go#1.svg", ""), catalog.AddressOf("/assets/Lo%20go%231.svg"));
        Assert.Equal(("/assets/lo go#1.svg", ""), catalog.AddressOf("/_assets/lo%20go%231.svg"));
        Assert.Equal(("https://x.example/%20#a", ""), catalog.AddressOf("https://x.example/%20#a"));
    }
}
