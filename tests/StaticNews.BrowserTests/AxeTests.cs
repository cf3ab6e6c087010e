using Microsoft.Playwright;
using StaticNews.BrowserTests.Browsing;
using StaticNews.BrowserTests.Judges;
using StaticNews.BrowserTests.Site;

namespace StaticNews.BrowserTests;

[Collection(Court.Name)]
public sealed class AxeTests
{
    [JudgeTheory(Judge.Chromium, Judge.Axe)]
    [MemberData(nameof(EveryPage.Kinds), MemberType = typeof(EveryPage), DisableDiscoveryEnumeration = true)]
    public async Task Axe_finds_nothing(string kind)
    {
        var page = (await SampleSite.Shared.Value).Catalogue.Find(kind);

        var violations = await Task.WhenAll(View.All.Select(async view =>
        {
            await using var open = await Chromium.OpenAsync(page, view, new BrowserNewContextOptions { BypassCSP = true });
            return (await AxeJudge.ViolationsAsync(open.Page)).Select(violation => $"{view}: {violation}");
        }));

        Verdict.IsClean(violations.SelectMany(each => each));
    }
}
