using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using StaticNews.BrowserTests.Checkers;
using StaticNews.BrowserTests.Site;

namespace StaticNews.BrowserTests;

/// <summary>Articles as browsers for the terminal show them.</summary>
[Collection(SharedBrowser.Name)]
public sealed class TextBrowserTests
{
    private const int ParagraphMinChars = 60;

    [CheckerTheory(Checker.W3m)]
    [InlineData("article")]
    [InlineData("article in pictures")]
    [InlineData("retracted article")]
    public async Task W3m_reads_headline_lede_and_text_in_order(string kind)
    {
        var address = await AddressAsync(kind);

        await ReadsInOrderAsync(
            kind,
            Checker.W3m,
            "-dump",
            "-T",
            "text/html",
            "-I",
            "UTF-8",
            "-O",
            "UTF-8",
            "-cols",
            "100",
            address
        );
    }

    [CheckerTheory(Checker.Lynx)]
    [InlineData("article")]
    [InlineData("article in pictures")]
    [InlineData("retracted article")]
    public async Task Lynx_reads_headline_lede_and_text_in_order(string kind)
    {
        var address = await AddressAsync(kind);

        await ReadsInOrderAsync(
            kind,
            Checker.Lynx,
            "-dump",
            "-nolist",
            "-nonumbers",
            "-width=100",
            "-assume_charset=utf-8",
            "-display_charset=utf-8",
            address
        );
    }

    private static async Task<string> AddressAsync(string kind)
    {
        var site = await SampleSite.Shared.Value;
        return site.AddressOf(site.Catalogue.Find(kind)).AbsoluteUri;
    }

    private static async Task ReadsInOrderAsync(string kind, Checker browser, params string[] arguments)
    {
        var site = await SampleSite.Shared.Value;
        var run = await ToolRun.OfAsync(CheckerPrograms.PathOf(browser), arguments);
        var html = site.HtmlOf(site.Catalogue.Find(kind));
        using var page = new HtmlParser().ParseDocument(html);
        var parts = new[] { page.QuerySelector("h1")! }
            .Concat(page.QuerySelectorAll("main article p").Where(IsParagraph))
            .Select(part => Letters(part.TextContent))
            .ToList();
        var shown = Letters(run.Output);

        Assert.True(parts.Count > 3, "the article has hardly any text");
        var at = 0;
        foreach (var part in parts)
        {
            var found = shown.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"not there, or not after what stands before it: {part}\n\n{run.Output}");
            at = found + part.Length;
        }
    }

    private static bool IsParagraph(IElement paragraph) => paragraph.TextContent.Length >= ParagraphMinChars;

    /// <summary>Letters and digits alone: line breaks, quotes and dashes are shown as each terminal can.</summary>
    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit));
}
