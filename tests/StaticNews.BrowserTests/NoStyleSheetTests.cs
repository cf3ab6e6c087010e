using Microsoft.Playwright;
using StaticNews.BrowserTests.Browsing;
using StaticNews.BrowserTests.Checkers;
using StaticNews.BrowserTests.Site;

namespace StaticNews.BrowserTests;

/// <summary>What is left for readers whose browser runs no script or fetches no pictures.</summary>
[Collection(SharedBrowser.Name)]
public sealed class NoStyleSheetTests
{
    [CheckerTheory(Checker.Chromium)]
    [MemberData(nameof(PageSelection.Shaped), MemberType = typeof(PageSelection), DisableDiscoveryEnumeration = true)]
    public async Task A_page_reads_the_same_without_script(string kind)
    {
        var page = (await SampleSite.Shared.Value).Catalogue.Find(kind);
        await using var usual = await Chromium.OpenAsync(page, View.Phone);
        await using var bare = await Chromium.OpenAsync(
            page,
            View.Phone,
            new BrowserNewContextOptions { JavaScriptEnabled = false }
        );

        var text = await usual.Page.InnerTextAsync("body");

        Assert.True(text.Length > 100);
        Assert.Equal(text, await bare.Page.InnerTextAsync("body"));
    }

    [CheckerTheory(Checker.Chromium)]
    [MemberData(nameof(PageSelection.Shaped), MemberType = typeof(PageSelection), DisableDiscoveryEnumeration = true)]
    public async Task A_page_holds_without_pictures(string kind)
    {
        var page = (await SampleSite.Shared.Value).Catalogue.Find(kind);
        await using var open = await Chromium.OpenAsync(
            page,
            View.Widths[0],
            before: empty => empty.RouteAsync("**/*", Unillustrated)
        );
        await open.LoadPicturesAsync();

        var unsaid = await open.Page.EvaluateAsync<string[]>(
            """
            () => [...document.images].filter(image => image.alt && image.checkVisibility())
              .filter(image => image.naturalWidth > 0 || image.getBoundingClientRect().width < 24 || image.getBoundingClientRect().height < 16)
              .map(image => `no room for its words: ${image.outerHTML.slice(0, 160)}`)
            """
        );

        CheckResult.IsClean([.. unsaid, .. await Layout.SidewaysAsync(open.Page)]);
    }

    private static Task Unillustrated(IRoute route) =>
        route.Request.ResourceType == "image" ? route.AbortAsync() : route.ContinueAsync();
}
