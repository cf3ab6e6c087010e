using Microsoft.Playwright;
using StaticNews.BrowserTests.Browsing;
using StaticNews.BrowserTests.Checkers;
using StaticNews.BrowserTests.Site;

namespace StaticNews.BrowserTests;

[Collection(SharedBrowser.Name)]
public sealed class LayoutTests
{
    [CheckerTheory(Checker.Chromium)]
    [MemberData(nameof(PageSelection.Shaped), MemberType = typeof(PageSelection), DisableDiscoveryEnumeration = true)]
    public async Task A_page_fits_every_width_and_its_targets_can_be_hit(string kind)
    {
        var page = (await SampleSite.Shared.Value).Catalogue.Find(kind);

        await using var open = await Chromium.OpenAsync(page, View.Widths[0]);
        await open.LoadPicturesAsync();
        var findings = new List<string>();
        foreach (var view in View.Widths)
        {
            await open.ResizeAsync(view);
            findings.AddRange(
                Named(view.Name, await Layout.SidewaysAsync(open.Page), await Layout.SmallTargetsAsync(open.Page))
            );
        }

        CheckResult.IsClean(findings);
    }

    [CheckerTheory(Checker.Chromium)]
    [MemberData(nameof(PageSelection.Shaped), MemberType = typeof(PageSelection), DisableDiscoveryEnumeration = true)]
    public async Task Wider_text_loses_nothing(string kind)
    {
        var page = (await SampleSite.Shared.Value).Catalogue.Find(kind);

        await using var open = await Chromium.OpenAsync(
            page,
            View.Widths[0],
            new BrowserNewContextOptions { BypassCSP = true }
        );
        await Layout.SpaceTextAsync(open.Page);
        var findings = new List<string>();
        foreach (var view in new[] { View.Widths[0], View.Desktop })
        {
            await open.ResizeAsync(view);
            findings.AddRange(
                Named(view.Name, await Layout.SidewaysAsync(open.Page), await Layout.CutTextAsync(open.Page))
            );
        }

        CheckResult.IsClean(findings);
    }

    [CheckerTheory(Checker.Chromium)]
    [MemberData(nameof(PageSelection.Shaped), MemberType = typeof(PageSelection), DisableDiscoveryEnumeration = true)]
    public async Task Colours_of_the_readers_own_fit_and_nothing_moves(string kind)
    {
        var page = (await SampleSite.Shared.Value).Catalogue.Find(kind);
        var options = new BrowserNewContextOptions
        {
            ForcedColors = ForcedColors.Active,
            ReducedMotion = ReducedMotion.Reduce,
        };
        await using var open = await Chromium.OpenAsync(page, View.Phone, options);

        var moving = await open.Page.EvaluateAsync<string[]>(
            """
            () => {
              const smooth = getComputedStyle(document.documentElement).scrollBehavior === 'smooth' ? ['scrolls smoothly'] : [];
              return [...smooth, ...document.getAnimations().map(each => `moves: ${each.effect.target.outerHTML.slice(0, 120)}`)];
            }
            """
        );
        // A link in the reader's colour of links, not in that of the text around it; a picture of words keeps its own.
        var unlike = await open.Page.EvaluateAsync<string[]>(
            """
            () => {
              const text = getComputedStyle(document.body).color;
              return [...document.querySelectorAll('main p a[href]')].filter(link => link.checkVisibility())
                .filter(link => getComputedStyle(link).color === text && getComputedStyle(link).textDecorationLine === 'none')
                .map(link => `no link to be seen: ${link.outerHTML.slice(0, 120)}`);
            }
            """
        );

        CheckResult.IsClean([.. open.Complaints, .. moving, .. unlike, .. await Layout.SidewaysAsync(open.Page)]);
    }

    private static List<string> Named(string view, params string[][] findings) =>
        [.. findings.SelectMany(each => each).Select(finding => $"{view}: {finding}")];
}
