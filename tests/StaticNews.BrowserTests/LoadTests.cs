using Microsoft.Playwright;
using StaticNews.BrowserTests.Browsing;
using StaticNews.BrowserTests.Checkers;
using StaticNews.BrowserTests.Site;

namespace StaticNews.BrowserTests;

[Collection(SharedBrowser.Name)]
public sealed class LoadTests
{
    /// <summary>
    /// Leaves a picture of each view for people to look at: TestResults/screenshots. A page is opened once for all that
    /// is asked of it.
    /// </summary>
    [CheckerTheory(Checker.Chromium, Checker.Axe)]
    [MemberData(nameof(PageSelection.Kinds), MemberType = typeof(PageSelection), DisableDiscoveryEnumeration = true)]
    public async Task Nothing_goes_wrong_nothing_foreign_is_asked_for_and_axe_finds_nothing(string kind)
    {
        var page = (await SampleSite.Shared.Value).Catalogue.Find(kind);

        var complaints = await Task.WhenAll(
            PageSelection
                .ViewsOf(kind)
                .Select(async view =>
                {
                    await using var open = await Chromium.OpenAsync(page, view);
                    await open.LoadPicturesAsync();
                    await open.Page.ScreenshotAsync(
                        new()
                        {
                            Path = Repository.Result(
                                "screenshots",
                                $"{page.Slug}-{view.ToString().Replace(' ', '-')}.png"
                            ),
                            FullPage = view.Scheme == ColorScheme.Light,
                        }
                    );
                    var heard = open.Complaints.ToList();
                    var violations = await AxeChecker.ViolationsAsync(open.Page);
                    return heard.Concat(violations).Select(complaint => $"{view}: {complaint}");
                })
        );

        CheckResult.IsClean(complaints.SelectMany(each => each));
    }

    [CheckerFact(Checker.Chromium)]
    public async Task An_address_that_leads_nowhere_shows_the_page_that_leads_on()
    {
        var site = await SampleSite.Shared.Value;
        var lost = new Uri(site.Address, "/no/such/page.html");
        await using var open = await Chromium.OpenAsync(lost, View.Phone);
        await open.LoadPicturesAsync();

        Assert.Equal(404, open.Status);
        CheckResult.IsClean(
            open.Complaints.Where(complaint =>
                complaint != $"404: {lost}"
                && !complaint.StartsWith("console error: Failed to load resource", StringComparison.Ordinal)
            )
        );
        await open.Page.Locator("main a[href='/']").First.ClickAsync();
        Assert.Equal(site.Address.AbsoluteUri, open.Page.Url);
    }
}
