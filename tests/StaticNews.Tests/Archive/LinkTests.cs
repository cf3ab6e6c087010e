using StaticNews.Archive;
using StaticNews.Articles;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Text;
using static StaticNews.Tests.Archive.Newsroom;

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
            Profile(ProfileKind.Tag, "_tags/moon.md", "moon"));

        Assert.Equal(url, catalog.UrlMap.Find(target));
    }

    [Theory]
    [InlineData("world/floods.md", "SN2211", Severity.Error)]
    [InlineData("/2014/flood", "SN2212", Severity.Warning)]
    [InlineData("world/map.png", "SN2213", Severity.Warning)]
    [InlineData("/img/map.PNG", "SN2213", Severity.Warning)]
    [InlineData("world/later.md", "SN2214", Severity.Warning)]
    public void A_target_that_the_site_does_not_have_is_reported_where_it_stands(string target, string code, object severity)
    {
        var catalog = Build(Article("world/a.md") with { Links = [Link("world/a.md", target)] }, Article("world/later.md", "2030-01-01"));

        var diagnostic = Assert.Single(catalog.Diagnostics);
        Assert.Equal((code, severity, 3, 5), (diagnostic.Code, diagnostic.Severity, diagnostic.At.Line, diagnostic.At.Column));
        Assert.Equal([new ResolvedLink(target, null)], catalog.ResolvedLinks(0));
    }

    [Fact]
    public void What_another_generators_shortcode_names_may_have_been_left_behind()
    {
        var link = Link("world/a.md", "guides/dap/_index.md") with { IsShortcode = true };
        var catalog = Build(Article("world/a.md") with { Links = [link] });

        var diagnostic = Assert.Single(catalog.Diagnostics);
        Assert.Equal(("SN2215", Severity.Warning, 3, 5), (diagnostic.Code, diagnostic.Severity, diagnostic.At.Line, diagnostic.At.Column));
    }

    [Fact]
    public void A_profiles_links_are_held_to_the_same()
    {
        var catalog = Build(Config, [], Profile(ProfileKind.Page, "_pages/about.md", "about") with { Links = [Link("_pages/about.md", "gone.md")] });

        Assert.Equal(["SN2211"], catalog.Codes());
    }

    [Fact]
    public void A_broken_link_names_the_file_that_may_be_meant()
    {
        var catalog = Build(Article("world/2014/flood.md"), Article("a.md") with { Links = [Link("a.md", "world/flood.md")] });

        Assert.Equal("Did you mean '/world/2014/flood.md'?", Assert.Single(catalog.Diagnostics).Hint);
    }

    [Fact]
    public void With_another_site_behind_this_one_unknown_links_from_the_root_are_no_mistake()
    {
        var config = Config with { Markdown = new MarkdownConfig(Elsewhere: "https://old.example") };
        var catalog = Build(config, [Article("a.md") with { Links = [Link("a.md", "/2014/flood"), Link("a.md", "gone.md")] }]);

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
        var article = Article("world/a.md") with { Image = new ArticleImage(src, default, null, null, null, null, SourceSpot.Of(at, at.Path)) };
        var catalog = BuildWithAssets([article], "world/map.png", "world/my map.png", "_assets/logo.svg");

        Assert.Equal(isThere ? [] : ["SN2213 1:8"], catalog.Diagnostics.Select(found => $"{found.Code} {found.At.Line}:{found.At.Column}"));
    }

    [Fact]
    public void A_footer_that_leads_nowhere_and_a_missing_logo_are_reported_in_site_yml()
    {
        var config = Config with
        {
            Footer = [new FooterLink("About", "/about.html"), new FooterLink("Else", "https://x.example/"), new FooterLink("World", "/world/")],
            Publisher = new PublisherConfig("X", "/assets/logo.svg", null),
        };
        var catalog = Build(config, [Article("world/a.md")]);

        Assert.Equal([("SN2212", "site.yml"), ("SN2213", "site.yml")], catalog.Diagnostics.Select(found => (found.Code, found.At.Path)));
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
            Article("world/a.md") with { Related = [Link("world/a.md", pin)] },
            Article("world/b.md"), Article("sport/c.md"), Article("sport/2001-01-01-file.md") with { Slug = "the-slug" });

        Assert.Empty(catalog.Diagnostics);
        Assert.Equal([path], catalog.Paths(catalog.Pinned[catalog.IndexOf("world/a.md")]));
    }

    [Theory]
    [InlineData("nothing", "SN2201", Severity.Error)]
    [InlineData("../../up.md", "SN2201", Severity.Error)]
    [InlineData("twin", "SN2202", Severity.Error)]
    [InlineData("gone", "SN2203", Severity.Warning)]
    [InlineData("a.md", "SN2204", Severity.Warning)]
    public void A_pin_that_cannot_be_shown_is_reported_where_it_stands(string pin, string code, object severity)
    {
        var catalog = Build(
            Article("world/a.md") with { Related = [Link("world/a.md", pin)] },
            Article("x/twin.md"), Article("y/twin.md"), Article("x/gone.md") with { Status = ArticleStatus.Retracted });

        var diagnostic = Assert.Single(catalog.Diagnostics);
        Assert.Equal((code, severity, 3, 5), (diagnostic.Code, diagnostic.Severity, diagnostic.At.Line, diagnostic.At.Column));
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
}
