using StaticNews.BrowserTests.Judges;
using StaticNews.BrowserTests.Site;

namespace StaticNews.BrowserTests;

/// <summary>Performance, accessibility, best practices and SEO at 100. Ten seconds a page and more, so it is two kinds, and all where <c>BROWSERTESTS_LIGHTHOUSE=all</c>.</summary>
[Collection(Court.Name)]
public sealed class LighthouseTests
{
    private static readonly string[] Main = ["front", "article"];

    public static TheoryData<string> Kinds() => [.. SampleSite.Shared.Value.GetAwaiter().GetResult().Catalogue.Pages.Select(page => page.Kind)
        .Where(kind => Main.Contains(kind) || Environment.GetEnvironmentVariable("BROWSERTESTS_LIGHTHOUSE") == "all")];

    [JudgeTheory(Judge.Lighthouse, Judge.Chromium)]
    [MemberData(nameof(Kinds), DisableDiscoveryEnumeration = true)]
    public async Task Lighthouse_gives_full_marks(string kind)
    {
        var site = await SampleSite.Shared.Value;
        var page = site.Catalogue.Find(kind);
        var indexed = !site.HtmlOf(page).Contains("noindex", StringComparison.Ordinal);

        var report = await LighthouseReport.OfAsync(site.AddressOf(page), page.Slug, indexed);
        for (var again = 0; again < 2 && report.Shortfalls.Count > 0; again++)
        {
            // Once more: a machine that is busy elsewhere costs a page points that are not its fault.
            report = await LighthouseReport.OfAsync(site.AddressOf(page), page.Slug, indexed);
        }

        Verdict.IsClean(report.Shortfalls);
    }
}
