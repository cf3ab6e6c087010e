namespace StaticNews.Tests.Building;

/// <summary>A page carries the rules of the style sheet that it needs, and its policy allows the sheet that it carries.</summary>
public sealed class PageLookTests
{
    private const string Sheet = "p{color:red}{{ if rich }}table{color:blue}{{ end }}{{ if kind == 'month' }}.cal{color:green}{{ end }}";

    [Theory]
    [InlineData("", "Words alone, and **bold** ones.\n\n> Said.", "p{color:red}")]
    [InlineData("", "| a | b |\n|---|---|\n| 1 | 2 |", "p{color:red}table{color:blue}")]
    [InlineData("", "```\ncode\n```", "p{color:red}table{color:blue}")]
    [InlineData("", "He said <span lang=\"ar-EG\">سلام</span>.", "p{color:red}table{color:blue}")]
    [InlineData("", "He said <span lang=\"fr\">bonjour</span>.", "p{color:red}")]
    [InlineData("lang: hi", "नमस्ते", "p{color:red}table{color:blue}")]
    [InlineData("lang: uk", "Вітаю", "p{color:red}")]
    public void An_article_that_holds_more_than_words_has_the_rules_for_it(string frontMatter, string body, string style)
    {
        using var site = TestSite.Plain().Write("templates/style.css", Sheet).Article("news/a.md", "One", "2020-01-02", frontMatter, body);
        Assert.Empty(site.Build().Diagnostics);

        var page = site.Read("news/2020/01/a.html");

        Assert.Contains($"<style>{style}</style>", page, StringComparison.Ordinal);
        Assert.Contains(HashOf(style), page, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_kind_of_page_has_its_own_and_hosts_are_told_of_all()
    {
        using var site = TestSite.Plain().Write("templates/style.css", Sheet).Article("news/a.md", "One", "2020-01-02");
        Assert.Empty(site.Build().Diagnostics);

        Assert.Contains("<style>p{color:red}table{color:blue}.cal{color:green}</style>", site.Read("archive/2020/01.html"), StringComparison.Ordinal);
        foreach (var style in new[] { "p{color:red}", "p{color:red}table{color:blue}", "p{color:red}table{color:blue}.cal{color:green}" })
        {
            Assert.Contains($"'sha256-{HashOf(style)}'", site.Read("_headers"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_article_that_becomes_rich_takes_the_rules_with_it()
    {
        using var site = TestSite.Plain().Write("templates/style.css", Sheet).Article("news/a.md", "One", "2020-01-02").Article("news/b.md", "Two", "2020-01-03");
        site.Build();
        site.Article("news/a.md", "One", "2020-01-02", body: "| a |\n|---|\n| 1 |");
        site.Build();

        Assert.Contains("table{", site.Read("news/2020/01/a.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("table{", site.Read("news/2020/01/b.html"), StringComparison.Ordinal);
    }

    private static string HashOf(string style) => Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style)));
}
