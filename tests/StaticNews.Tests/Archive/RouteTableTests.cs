using StaticNews.Archive;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Diagnostics;
using static StaticNews.Tests.Archive.TestCatalog;

namespace StaticNews.Tests.Archive;

public sealed class RouteTableTests
{
    private static readonly SiteConfig Short = Config with
    {
        Permalink = new PermalinkPattern("/{section}/{slug}.html"),
    };

    [Fact]
    public void Of_two_articles_with_one_url_the_first_by_path_stands_whichever_is_newer()
    {
        var catalog = Build(
            Short,
            [
                Article("c.md", "2024-01-01") with
                {
                    Slug = "flood",
                },
                Article("a.md", "2001-01-01") with
                {
                    Slug = "flood",
                },
                Article("b.md", "2023-01-01") with
                {
                    Slug = "flood",
                },
            ]
        );

        Assert.Equal(["a.md"], catalog.Articles.Select(article => article.Path));
        Assert.Equal(
            [("SN2001", "content/b.md"), ("SN2001", "content/c.md")],
            catalog.Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.At.Path))
        );
        Assert.All(
            catalog.Diagnostics,
            diagnostic => Assert.Contains("'content/a.md'", diagnostic.Message, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("Flood", "flood")]
    [InlineData("ÉLAN", "élan")]
    [InlineData("ΟΔΌΣ", "οδός")]
    [InlineData("e\u0301lan", "élan")]
    [InlineData("한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8")]
    public void Paths_that_some_file_system_holds_as_one_are_one(string left, string right)
    {
        var catalog = Build(Short, [Article("a.md") with { Slug = left }, Article("b.md") with { Slug = right }]);

        Assert.Equal(["SN2001"], catalog.Codes());
        Assert.Single(catalog.Urls);
    }

    [Fact]
    public void An_asset_a_page_and_an_article_claim_alike()
    {
        var page = Profile(ProfileKind.Page, "_pages/map.md", "map");
        var catalog = Catalog.Build(
            Short,
            [Article("map.md")],
            [page],
            ["Map.HTML", "world/x.png"],
            Today,
            includeFuture: false
        );

        Assert.Equal(
            [("SN2001", "content/_pages/map.md"), ("SN2001", "content/map.md")],
            catalog.Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.At.Path))
        );
        Assert.Empty(catalog.Articles);
        Assert.Empty(catalog.Pages);
        Assert.Equal(["Map.HTML", "world/x.png"], catalog.Assets);
    }

    [Theory]
    [InlineData("robots.txt")]
    [InlineData("404.html")]
    [InlineData("_redirects")]
    [InlineData("Index.html")]
    [InlineData("sitemap.xml")]
    [InlineData("feed.xml")]
    [InlineData("world/index.html")]
    [InlineData("world/feed.xml")]
    [InlineData("world/page/2.html")]
    [InlineData("tags/cold-war/index.html")]
    [InlineData("Archive/2001/01.html")]
    [InlineData("sitemaps/2001-01.xml")]
    public void The_sites_own_pages_stand_before_any_source(string asset)
    {
        var catalog = BuildWithAssets([Article("world/a.md")], asset, "world/ok.png");

        var diagnostic = Assert.Single(catalog.Diagnostics);
        Assert.Equal(("SN2003", $"content/{asset}"), (diagnostic.Code, diagnostic.At.Path));
        Assert.Equal(["world/ok.png"], catalog.Assets);
    }

    [Fact]
    public void An_article_called_index_does_not_replace_its_sections_page()
    {
        var catalog = Build(Short, [Article("world/index.md"), Article("world/a.md")]);

        Assert.Equal(["SN2003"], catalog.Codes());
        Assert.Equal(["/world/a.html"], catalog.Urls);
    }

    [Theory]
    [InlineData("world/aux.png")]
    [InlineData("world/COM1.tar.gz")]
    [InlineData("nul/a.png")]
    [InlineData("world/what?.png")]
    [InlineData("world/a\u0007.png")]
    [InlineData("world/trailing.")]
    [InlineData("world/../../up.png")]
    public void A_path_that_some_machine_cannot_hold_is_refused(string asset)
    {
        var catalog = BuildWithAssets([Article("world/a.md")], asset);

        Assert.Equal(["SN2004"], catalog.Codes());
        Assert.Empty(catalog.Assets);
        Assert.DoesNotContain('\u0007', catalog.Diagnostics[0].Message);
    }

    [Fact]
    public void A_part_of_more_than_255_bytes_is_refused()
    {
        Assert.Equal(["SN2004"], BuildWithAssets([], $"{new string('é', 126)}.png").Codes());
        Assert.Empty(BuildWithAssets([], $"{new string('é', 125)}.png").Codes());
    }

    [Fact]
    public void A_section_with_the_name_of_a_device_gets_another()
    {
        var catalog = Build(Article("aux/a.md"), Article("world/c.md"));

        Assert.Empty(catalog.Diagnostics);
        Assert.Contains("/aux-x/2020/01/a.html", catalog.Urls);
    }

    [Fact]
    public void A_permalink_that_some_machine_cannot_hold_keeps_each_article_out()
    {
        var catalog = Build(
            Config with
            {
                Permalink = new PermalinkPattern("/nul/{slug}.html"),
            },
            [Article("a.md"), Article("b.md")]
        );

        Assert.Equal(
            [("SN2004", "content/a.md"), ("SN2004", "content/b.md")],
            catalog.Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.At.Path))
        );
        Assert.Empty(catalog.Articles);
    }

    [Fact]
    public void A_file_cannot_also_be_a_folder()
    {
        var fileFirst = Build(Short, [Article("a.md") with { Slug = "x" }, Article("b.md") with { Section = "" }]);
        Assert.Empty(fileFirst.Diagnostics);

        var file = BuildWithAssets([], "a.html/map.png", "A.html");
        Assert.Equal(
            [("SN2002", "content/a.html/map.png")],
            file.Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.At.Path))
        );
        Assert.Equal(["A.html"], file.Assets);

        var folder = BuildWithAssets([], "b.html/deep/map.png", "b.html/other.png", "c.html", "_pages");
        Assert.Empty(folder.Diagnostics);

        var page = Profile(ProfileKind.Page, "_pages/a.md", "a");
        var both = Catalog.Build(
            Short,
            [],
            [page],
            ["a.html/deep/map.png", "a.html/other.png"],
            Today,
            includeFuture: false
        );
        Assert.Equal(
            ["content/a.html/deep/map.png", "content/a.html/other.png"],
            both.Diagnostics.Select(diagnostic => diagnostic.At.Path)
        );
        Assert.Empty(both.Assets);
    }

    [Fact]
    public void Where_the_folder_comes_first_the_file_is_left_out_once()
    {
        var page = Profile(ProfileKind.Page, "_pages/z.md", "0");
        var catalog = Catalog.Build(Short, [], [page], ["0.html/a.png", "0.html/b.png"], Today, includeFuture: false);

        var diagnostic = Assert.Single(catalog.Diagnostics);
        Assert.Equal(("SN2002", "content/_pages/z.md"), (diagnostic.Code, diagnostic.At.Path));
        Assert.Equal(2, catalog.Assets.Count);
    }

    [Fact]
    public void Assets_below_the_folder_of_that_name_are_served_without_its_underscore()
    {
        var catalog = BuildWithAssets([], "_assets/logo.svg", "world/map.png", "CNAME");

        Assert.Equal("/assets/logo.svg", catalog.Resolver.Find("_assets/logo.svg"));
        Assert.Equal("/assets/logo.svg", catalog.Resolver.Find("/assets/logo.svg"));
        Assert.Equal("/world/map.png", catalog.Resolver.Find("world/map.png"));
        Assert.Equal("/CNAME", catalog.Resolver.Find("/CNAME"));
    }

    [Fact]
    public void Aliases_lead_to_their_page_unless_something_has_that_path()
    {
        var first = Article("a.md") with
        {
            Aliases = [Link("a.md", "/old/a"), Link("a.md", "/b.html"), Link("a.md", "/a.html")],
        };
        var second = Article("b.md") with
        {
            Aliases =
            [
                Link("b.md", "/OLD/A/"),
                Link("b.md", "/b.html/more"),
                Link("b.md", "/old"),
                Link("b.md", "/aux/x"),
            ],
        };
        var catalog = Build(Short, [second, first]);

        Assert.Equal(
            [("/old", "/b.html"), ("/old/a", "/a.html")],
            catalog.Aliases.Select(alias => (alias.Url, alias.Target))
        );
        Assert.Equal(
            [
                ("SN2006", "content/a.md"),
                ("SN2006", "content/b.md"),
                ("SN2006", "content/b.md"),
                ("SN2007", "content/b.md"),
            ],
            catalog.Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.At.Path))
        );
        Assert.All(catalog.Diagnostics, diagnostic => Assert.Equal((3, 5), (diagnostic.At.Line, diagnostic.At.Column)));
        Assert.Equal("/a.html", catalog.Resolver.Find("/old/a/"));
    }

    [Fact]
    public void An_alias_that_is_taken_names_what_has_it()
    {
        string[] taken = ["/old", "/b.html", "/about.html", "/map.png", "/archive/"];
        var first = Article("a.md") with { Aliases = [Link("a.md", "/old")] };
        var last = Article("z.md") with { Aliases = [.. taken.Select(url => Link("z.md", url))] };
        var page = Profile(ProfileKind.Page, "_pages/about.md", "about");

        var catalog = Catalog.Build(
            Short,
            [first, Article("b.md"), last],
            [page],
            ["map.png"],
            Today,
            includeFuture: false
        );

        Assert.Equal(
            [
                "the alias '/about.html' is already taken by 'content/_pages/about.md', so it is left out",
                "the alias '/archive/' is already taken by the site's own page /archive/, so it is left out",
                "the alias '/b.html' is already taken by 'content/b.md', so it is left out",
                "the alias '/map.png' is already taken by 'content/map.png', so it is left out",
                "the alias '/old' is already taken by an alias in 'content/a.md', so it is left out",
            ],
            catalog.Diagnostics.Select(diagnostic => diagnostic.Message).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void An_old_url_cannot_be_a_file_where_pages_need_a_folder()
    {
        var catalog = Build(
            Short,
            [
                Article("v1.0/a.md") with
                {
                    Section = "x",
                    Aliases = [Link("a.md", "/y/z.html/q"), Link("a.md", "/y/z.html")],
                },
            ]
        );

        Assert.Equal(["SN2006"], catalog.Codes().Where(code => code != "SN2001"));
        Assert.Equal(["/y/z.html/q"], catalog.Aliases.Select(alias => alias.Url));
    }

    [Fact]
    public void Two_profiles_about_one_thing_or_about_nothing_are_reported()
    {
        var catalog = Build(
            Config,
            [],
            Profile(ProfileKind.Tag, "_tags/Cold War.md", "Cold War"),
            Profile(ProfileKind.Tag, "_tags/cold-war.md", "cold-war"),
            Profile(ProfileKind.Page, "_pages/a/!.md", "a/"),
            Profile(ProfileKind.Tag, "_tags/---.md", "")
        );

        Assert.Equal(
            [
                ("SN2104", "content/_pages/a/!.md"),
                ("SN2104", "content/_tags/---.md"),
                ("SN2103", "content/_tags/cold-war.md"),
            ],
            catalog.Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.At.Path))
        );
    }

    [Fact]
    public void Two_meanings_of_one_synonym_are_reported()
    {
        var catalog = Build(
            Config,
            [Article("a.md", tags: "Space")],
            Profile(ProfileKind.Tag, "_tags/moon.md", "moon", null, "Space", "Orbit"),
            Profile(ProfileKind.Tag, "_tags/orbit.md", "orbit"),
            Profile(ProfileKind.Tag, "_tags/sky.md", "sky", null, "space")
        );

        Assert.Equal(
            [("SN2102", "content/_tags/moon.md"), ("SN2102", "content/_tags/sky.md")],
            catalog.Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.At.Path))
        );
        Assert.Equal("moon", catalog.Tags[catalog.TagsOf[0][0]].Slug);
    }

    [Theory]
    [InlineData("/2014/05/flood.html")]
    [InlineData("/about/flood/")]
    [InlineData("/world/It's 50% #1 é.html")]
    public void An_article_has_the_url_that_it_gives_itself(string url)
    {
        var catalog = Build(
            Article("world/a.md") with
            {
                Url = Link("world/a.md", url),
                Aliases = [Link("world/a.md", url)],
            },
            Article("world/b.md")
        );

        Assert.Empty(catalog.Diagnostics);
        Assert.Equal(url, catalog.Urls[catalog.IndexOf("world/a.md")]);
        Assert.Equal(url, catalog.Resolver.Find("world/a.md"));
        Assert.Equal(catalog.IndexOf("world/a.md"), catalog.Resolver.ArticleWithUrl(url));
        Assert.Empty(catalog.Aliases);
    }

    [Theory]
    [InlineData("/tags/floods.html", "the tags' pages")]
    [InlineData("/LITE/x/", "the text-only edition")]
    [InlineData("/404.html", "the page for wrong addresses")]
    [InlineData("/robots.txt/x/", "the site's robots.txt")]
    [InlineData("/world/", "the section 'world'")]
    [InlineData("/world/page/2.html", "older pages of the section 'world'")]
    public void A_literal_url_among_the_sites_own_pages_is_left_out(string url, string owner)
    {
        var catalog = Build(Article("world/a.md") with { Url = Link("world/a.md", url) });

        var diagnostic = Assert.Single(catalog.Diagnostics);
        Assert.Equal(
            ("SN2009", Severity.Warning, 3, 5),
            (diagnostic.Code, diagnostic.Severity, diagnostic.At.Line, diagnostic.At.Column)
        );
        Assert.Contains(owner, diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal(["/world/2020/01/a.html"], catalog.Urls);
    }

    [Fact]
    public void A_literal_url_gives_way_to_a_usual_one_and_of_two_the_later_one_is_left_out()
    {
        var catalog = Build(
            Article("world/a.md"),
            Article("world/b.md") with
            {
                Url = Link("world/b.md", "/World/2020/01/A.html"),
            },
            Article("world/c.md") with
            {
                Url = Link("world/c.md", "/x/"),
            },
            Article("world/d.md") with
            {
                Url = Link("world/d.md", "/x/"),
            }
        );

        Assert.Equal(
            [("SN2009", "content/world/b.md"), ("SN2001", "content/world/d.md")],
            catalog.Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.At.Path))
        );
        Assert.Equal(3, catalog.Articles.Count);
    }

    [Fact]
    public void A_file_that_the_site_writes_itself_is_told_with_what_to_do()
    {
        var catalog = BuildWithAssets([Article("world/a.md")], "robots.txt", "_redirects", "world/page/x.png");

        Assert.Equal(3, catalog.Diagnostics.Count);
        Assert.Contains("aliases", catalog.Diagnostics[0].Hint, StringComparison.Ordinal);
        Assert.StartsWith("StaticNews writes this file itself", catalog.Diagnostics[1].Hint, StringComparison.Ordinal);
        Assert.Contains("another folder", catalog.Diagnostics[2].Hint, StringComparison.Ordinal);
    }
}
