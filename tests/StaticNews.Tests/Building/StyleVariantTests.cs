namespace StaticNews.Tests.Building;

/// <summary>
/// A page carries the rules of the style sheet that it needs, and its policy allows the sheet that it carries.
/// </summary>
public sealed class StyleVariantTests
{
    private const string Sheet =
        "p{color:red}{{ if rich }}table{color:blue}{{ end }}{{ if kind == 'month' }}.cal{color:green}{{ end }}";

    [Theory]
    [InlineData("", "Words alone, and **bold** ones.\n\n> Said.", "p{color:red}")]
    [InlineData("", "| a | b |\n|---|---|\n| 1 | 2 |", "p{color:red}table{color:blue}")]
    [InlineData("", "```\ncode\n```", "p{color:red}table{color:blue}")]
    [InlineData("", "He said <span lang=\"ar-EG\">سلام</span>.", "p{color:red}table{color:blue}")]
    [InlineData("", "He said <span lang=\"fr\">bonjour</span>.", "p{color:red}")]
    [InlineData("lang: hi", "नमस्ते", "p{color:red}table{color:blue}")]
    [InlineData("lang: uk", "Вітаю", "p{color:red}")]
    public void An_article_that_holds_more_than_words_has_the_rules_for_it(
        string frontMatter,
        string body,
        string style
    )
    {
        using var site = TestSite
            .Plain()
            .Write("templates/style.css", Sheet)
            .Article("news/a.md", "One", "2020-01-02", frontMatter, body);
        Assert.Empty(site.Build().Diagnostics);

        var page = site.Read("news/2020/01/a.html");

        Assert.Contains($"<style>{style}</style>", page, StringComparison.Ordinal);
        Assert.Contains(HashOf(style), page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_value_in_the_styles_of_the_sample_is_written()
    {
        using var site = TestSite.CopyOfSample();
        site.Build();

        var pages = Directory
            .GetFiles(site.Output, "*.html", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .ToList();
        Assert.DoesNotContain(pages, page => page.Contains("unset", StringComparison.Ordinal));
        Assert.Contains(
            pages,
            page =>
                page.Contains(":lang(hi)", StringComparison.Ordinal)
                && page.Contains(",:lang(zh){--lh:", StringComparison.Ordinal)
        );
        Assert.Contains(
            pages,
            page => page.Contains("content:\" (https://meridian.example\" attr(href)", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Each_kind_of_page_has_its_own_and_hosts_are_told_of_all()
    {
        using var site = TestSite.Plain().Write("templates/style.css", Sheet).Article("news/a.md", "One", "2020-01-02");
        Assert.Empty(site.Build().Diagnostics);

        Assert.Contains(
            "<style>p{color:red}table{color:blue}.cal{color:green}</style>",
            site.Read("archive/2020/01.html"),
            StringComparison.Ordinal
        );
        foreach (
            var style in new[]
            {
                "p{color:red}",
                "p{color:red}table{color:blue}",
                "p{color:red}table{color:blue}.cal{color:green}",
            }
        )
        {
            Assert.Contains($"'sha256-{HashOf(style)}'", site.Read("_headers"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_article_that_becomes_rich_takes_the_rules_with_it()
    {
        using var site = TestSite
            .Plain()
            .Write("templates/style.css", Sheet)
            .Article("news/a.md", "One", "2020-01-02")
            .Article("news/b.md", "Two", "2020-01-03");
        site.Build();
        site.Article("news/a.md", "One", "2020-01-02", body: "| a |\n|---|\n| 1 |");
        site.Build();

        Assert.Contains("table{", site.Read("news/2020/01/a.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("table{", site.Read("news/2020/01/b.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_a_section_does_not_make_every_page_rich()
    {
        using var site = TestSite
            .WithConfig(
                "title: T\nbase_url: https://test.example/\nsections: [{ id: news, title: News }, { id: hindi, "
                    + "title: हिन्दी, language: hi }]\n"
            )
            .Write("templates/style.css", Sheet)
            .Article("news/a.md", "One", "2020-01-02")
            .Article("hindi/b.md", "दो", "2010-01-02");
        site.Build();

        Assert.DoesNotContain("table{", site.Read("news/2020/01/a.html"), StringComparison.Ordinal);
        Assert.Contains("table{", site.Read("hindi/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_head_with_a_policy_of_its_own_names_the_sheet_that_the_page_carries()
    {
        using var site = TestSite
            .Plain()
            .Write("templates/style.css", Sheet)
            .Write(
                "templates/partials/head.sbn-html",
                "<!doctype html><html lang=\"en\"><head><meta http-equiv=\"Content-Security-Policy\" content=\"{{ "
                    + "site.policy }}; script-src 'self'\"><title>x</title>{{ site.style }}</head><body><main>"
            )
            .Article("news/a.md", "One", "2020-01-02", "", "| a |\n|---|\n| 1 |");
        site.Build();
        var page = site.Read("news/2020/01/a.html");
        Assert.Contains("; script-src", page, StringComparison.Ordinal);
        Assert.Contains(HashOf("p{color:red}table{color:blue}"), page, StringComparison.Ordinal);

        site.Write(
            "templates/partials/head.sbn-html",
            "<!doctype html><html lang=\"en\"><head><meta http-equiv=\"Content-Security-Policy\" content=\"{{ "
                + "site.policy | string.replace 'form' 'reform' }}\"><title>x</title>{{ site.style "
                + "}}</head><body><main>"
        );
        site.Build();
        page = site.Read("news/2020/01/a.html");
        Assert.Contains("reform-action", page, StringComparison.Ordinal);
        Assert.Contains(HashOf("p{color:red}table{color:blue}"), page, StringComparison.Ordinal);
        Assert.Contains("table{color:blue}</style>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shipped_sheet_is_never_above_four_thousand_bytes()
    {
        using var site = TestSite
            .WithConfig(
                """
                title: T
                base_url: https://archive.of-a-newspaper-with-a-long-name.example/
                publisher: { name: T, logo: /logo.svg }
                theme: { accent: "#102030", accent_dark: "#f0a196", paper: "#fdfcf9", paper_dark: "#161614", ink: "#1b1b19", ink_dark: "#e9e6df" }
                """
            )
            .Article("news/a.md", "One", "2020-01-02", "lang: hi", "| a |\n|---|\n| 1 |")
            .Article("news/b.md", "Two", "2020-01-02");
        site.Build();

        foreach (var path in Directory.EnumerateFiles(site.Output, "*.html", SearchOption.AllDirectories))
        {
            var style = System
                .Text.RegularExpressions.Regex.Match(File.ReadAllText(path), "<style>([^<]*)</style>")
                .Groups[1]
                .Value;
            Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(style), 0, 4000);
        }
    }

    private static string HashOf(string style) =>
        Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style)));
}
