using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;

namespace StaticNews.Tests.Building;

/// <summary>
/// Style and policy of a page follow from the tags that its templates write, not from texts that look like tags.
/// </summary>
public sealed class PageObserverTests
{
    private const string Meta = "<meta http-equiv=\"Content-Security-Policy\" content=\"{{ site.policy }}\">";
    private const string Plain = "p{color:red}";
    private const string Rich = Plain + "table{color:blue}";
    private const string Table = "| a |\n|---|\n| 1 |";

    [Theory]
    [InlineData("<IMG ALT=\"\" SRC=\"https://a.example/x.png\">", "https://a.example")]
    [InlineData(
        "<img alt=\"\" src={{ if page.title }}https://a.example/x.png{{ else }}/y{{ end }}>",
        "https://a.example"
    )]
    [InlineData("<noscript><img src=\"https://a.example/x.png\" alt=\"\"></noscript>", "https://a.example")]
    [InlineData(
        "<{{ if page.title }}img{{ else }}source{{ end }} src=\"https://a.example/x.png\">",
        "https://a.example"
    )]
    [InlineData(
        "{{ capture p }}<img src=\"https://a.example/x.png\">{{ end }}{{ p | string.replace 'a.' 'b.' }}",
        "https://b.example"
    )]
    [InlineData("{{ capture p }}<img src=\"https://a.example/x.png\">{{ end }}<p title=\"{{ p }}\">x</p>", "'self'")]
    [InlineData("<!-- <img src=\"https://a.example/x.png\"> -->", "'self'")]
    [InlineData("</p title=\"<img src='https://a.example/x.png'>\">", "'self'")]
    public void A_page_allows_the_pictures_that_its_template_writes(string html, string source)
    {
        using var site = TestSite
            .WithConfig("title: T\nbase_url: https://test.example/\npublisher: { name: T, icon: /i.png }\n")
            .Article("news/a.md", "One", "2020-01-02")
            .Write("templates/partials/turn.sbn-html", html);
        site.Build();

        var own = source == "'self'" ? "" : " " + source;
        Assert.Contains(
            $"; img-src 'self'{own}; connect-src",
            PolicyOf(site.Read("archive/2020/01.html")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("<!-- <table> -->", Plain)]
    [InlineData("<textarea><table></textarea>", Plain)]
    [InlineData("<p title='<table>'>x</p>", Plain)]
    [InlineData("<preview-x>x</preview-x>", Plain)]
    [InlineData("<TABLE></TABLE>", Rich)]
    [InlineData("<p lang='hi'>x</p>", Rich)]
    [InlineData("<p lang=hi>x</p>", Rich)]
    [InlineData("<p lang=\"{{ if page.title }}h{{ end }}i\">x</p>", Rich)]
    [InlineData("<p lang=\"hill\">x</p>", Plain)]
    public void Only_tags_ask_for_more_rules(string html, string style)
    {
        using var site = Site(Meta + "{{ site.style }}</head><body><main>" + html, "");
        Assert.Equal((style, true), StyleOf(site.Read("news/2020/01/a.html")));
    }

    [Theory]
    [InlineData(Meta + "{{ site.style }}{{ site.style }}", Rich, 2)]
    [InlineData("{{ capture head }}" + Meta + "{{ site.style }}{{ end }}{{ head }}", Rich, 1)]
    [InlineData(Meta + "{{ site.style | string.strip }}", Rich, 1)]
    [InlineData("<!-- {{ site.policy }} --><title>{{ site.policy }}</title>" + Meta + "{{ site.style }}", Rich, 1)]
    [InlineData("<meta name=\"x\" content=\"{{ site.title }}\">{{ site.style }}" + Meta, Rich, 1)]
    public void A_head_may_write_style_and_policy_in_any_way(string head, string style, int styles)
    {
        using var site = Site(head + "</head><body><main>", Table);
        var page = site.Read("news/2020/01/a.html");
        Assert.Equal((style, true), StyleOf(page));
        Assert.Equal(styles, page.Split("<style>").Length - 1);
    }

    [Theory]
    [InlineData("{{ site.style }}", Rich)]
    [InlineData("</head><body>{{ site.style }}", Plain)]
    public void A_head_may_be_without_a_policy(string head, string style)
    {
        using var site = Site(head + "<main>", Table);
        Assert.Equal((style, false), StyleOf(site.Read("news/2020/01/a.html")));
    }

    [Fact]
    public void A_head_may_be_without_a_style()
    {
        using var site = Site(Meta + "</head><body><main>", Table);
        var page = site.Read("news/2020/01/a.html");
        Assert.DoesNotContain("<style>", page, StringComparison.Ordinal);
        Assert.Contains(HashOf(Rich), PolicyOf(page), StringComparison.Ordinal);
    }

    private static TestSite Site(string head, string body)
    {
        var site = TestSite
            .Plain()
            .Write("templates/style.css", Plain + "{{ if rich }}table{color:blue}{{ end }}")
            .Write("templates/partials/head.sbn-html", "<!doctype html><html lang=\"en\"><head>" + head)
            .Article("news/a.md", "One", "2020-01-02", "", body);
        site.Build();
        return site;
    }

    /// <summary>The page's first style, and whether its policy allows it.</summary>
    private static (string Style, bool IsAllowed) StyleOf(string page)
    {
        var style = new HtmlParser().ParseDocument(page).QuerySelector("style")!.TextContent;
        return (style, PolicyOf(page).Contains(HashOf(style), StringComparison.Ordinal));
    }

    private static string PolicyOf(string page) =>
        new HtmlParser()
            .ParseDocument(page)
            .QuerySelector("meta[http-equiv=Content-Security-Policy]")
            ?.GetAttribute("content")
        ?? "";

    private static string HashOf(string style) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
}
