using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Markdown;
using StaticNews.Tests.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Tests.Markdown;

public sealed class BodyDiagnosticsTests
{
    [Theory]
    [InlineData("Text.\n\n[x](flod.md)", "world/flod.md", false, 6, 5)]
    [InlineData("[x](/floods/)", "/floods/", false, 4, 5)]
    [InlineData("![x](river.jpg)", "world/river.jpg", false, 4, 6)]
    [InlineData("[x]({{< ref \"flod.md\" >}})", "**/flod.md", true, 4, 5)]
    public void A_target_is_found_where_it_is_written(
        string body,
        string target,
        bool isShortcode,
        int line,
        int column
    )
    {
        var (links, diagnostics) = Scan(body);

        var link = Assert.Single(links);
        Assert.Empty(diagnostics);
        Assert.Equal(
            (target, isShortcode, line, column),
            (link.Target, link.IsShortcode, link.At.Line, link.At.Column)
        );
    }

    [Theory]
    [InlineData("One [x](javascript:alert(1)).", "SN1504", 4, 9)]
    [InlineData("One\n<a href=\"ftp://a.example/\">x</a>", "SN1504", 5, 10)]
    [InlineData("![x](data:image/png;base64,AA)", "SN1504", 4, 6)]
    [InlineData("One {{< carousel >}}{{< carousel >}} two {{< /carousel >}}", "SN1505", 4, 5)]
    [InlineData("One {{< gallery dir=\"x\" >}}", "SN1505", 4, 5)]
    public void What_is_wrong_with_the_body_itself_is_reported_when_it_is_scanned(
        string body,
        string code,
        int line,
        int column
    )
    {
        var (links, diagnostics) = Scan(body);

        var diagnostic = Assert.Single(diagnostics);
        Assert.Empty(links);
        Assert.Equal(
            (code, Severity.Warning, line, column),
            (diagnostic.Code, diagnostic.Severity, diagnostic.At.Line, diagnostic.At.Column)
        );
    }

    [Theory]
    [InlineData(">")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("- > ")]
    public void Nesting_that_is_too_deep_is_reported_where_it_is(string unit)
    {
        var (_, diagnostics) = Scan("> a\n\nOne\n\n" + string.Concat(Enumerable.Repeat(unit, 2_000)) + "x");

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(
            ("SN1506", Severity.Warning, 8, 1),
            (diagnostic.Code, diagnostic.Severity, diagnostic.At.Line, diagnostic.At.Column)
        );
    }

    [Theory]
    [InlineData(20, ">")]
    [InlineData(60, "- ")]
    [InlineData(300, "[x] ")]
    [InlineData(2000, "**x** ")]
    [InlineData(2000, "<b>x</b> ")]
    public void Ordinary_nesting_is_not(int times, string unit) =>
        Assert.Empty(Scan(string.Concat(Enumerable.Repeat(unit, times)) + "x").Diagnostics);

    private static (IReadOnlyList<StaticNews.Content.LinkReference> Links, List<Diagnostic> Diagnostics) Scan(
        string body
    )
    {
        const string FrontMatter = "---\ntitle: Flood\n---\n";
        var diagnostics = new List<Diagnostic>();
        var source = new SourceText("content/world/flood.md", FrontMatter + body);
        var links = LinkScanner.Scan(
            source,
            new TextSpan(FrontMatter.Length, body.Length),
            "world/flood.md",
            new MarkdownConfig(Shortcodes: true),
            diagnostics
        );
        MessageStyle.Check(diagnostics);
        return (links, diagnostics);
    }
}
