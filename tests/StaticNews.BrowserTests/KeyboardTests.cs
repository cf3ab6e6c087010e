using StaticNews.BrowserTests.Browsing;
using StaticNews.BrowserTests.Checkers;
using StaticNews.BrowserTests.Site;

namespace StaticNews.BrowserTests;

[Collection(SharedBrowser.Name)]
public sealed class KeyboardTests
{
    /// <summary>The text edition begins with its text: it has nothing to lead past.</summary>
    [CheckerTheory(Checker.Chromium)]
    [MemberData(
        nameof(PageSelection.FullShaped),
        MemberType = typeof(PageSelection),
        DisableDiscoveryEnumeration = true
    )]
    public async Task The_first_tab_shows_a_link_past_the_navigation(string kind)
    {
        var page = (await SampleSite.Shared.Value).Catalogue.Find(kind);
        await using var open = await Chromium.OpenAsync(page, View.Phone);

        await open.Page.Keyboard.PressAsync("Tab");
        var shown = await open.Page.EvaluateAsync<bool>(
            """
            () => {
              const link = document.activeElement, box = link.getBoundingClientRect();
              return link.getAttribute('href') === '#main' && box.width > 24 && box.height >= 24 && box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
            }
            """
        );
        await open.Page.Keyboard.PressAsync("Enter");
        await open.Page.Keyboard.PressAsync("Tab");

        // Focus on main itself, or where the next Tab begins: the first link in main, or the first after a main without
        // links.
        var beyond = await open.Page.EvaluateAsync<bool>(
            """
            () => {
              const main = document.querySelector('#main'), stop = document.activeElement;
              const first = main.querySelector('a[href]:not([tabindex="-1"]), summary, button, input');
              return first ? main.contains(stop) : !!(main.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING);
            }
            """
        );

        Assert.True(shown, "the first Tab does not show a link to #main");
        Assert.True(beyond, "the link past the navigation does not lead into main");
    }

    [CheckerTheory(Checker.Chromium)]
    [MemberData(nameof(PageSelection.Shaped), MemberType = typeof(PageSelection), DisableDiscoveryEnumeration = true)]
    public async Task Every_link_is_reached_in_order_and_seen(string kind)
    {
        var page = (await SampleSite.Shared.Value).Catalogue.Find(kind);
        await using var open = await Chromium.OpenAsync(page, View.Desktop);

        CheckResult.IsClean(await TabWalk.OfAsync(open.Page));
    }
}
