using StaticNews.BrowserTests.Checkers;
using StaticNews.BrowserTests.Site;

namespace StaticNews.BrowserTests;

/// <summary>
/// Performance, accessibility, best practices and SEO at 100. Ten seconds a page and more, so it is two kinds, and all
/// where <c>BROWSERTESTS_LIGHTHOUSE=all</c>. Only then is the processor slowed as Lighthouse does it: four times the
/// hiccups of a machine that others share are no measure of a page, and no reason to refuse a change.
/// </summary>
[Collection(SharedBrowser.Name)]
public sealed class LighthouseTests
{
    private const int MostRepeats = 4;
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("BROWSERTESTS_LIGHTHOUSE") == "all";
    private static readonly int Slowdown = IsFull ? 4 : 1;
    private static readonly string[] Main = ["front", "article"];

    public static TheoryData<string> Kinds() =>
        [
            .. SampleSite
                .Shared.Value.GetAwaiter()
                .GetResult()
                .Catalogue.Pages.Select(page => page.Kind)
                .Where(kind => Main.Contains(kind) || IsFull),
        ];

    [CheckerTheory(Checker.Lighthouse, Checker.Chromium)]
    [MemberData(nameof(Kinds), DisableDiscoveryEnumeration = true)]
    public async Task Lighthouse_gives_full_marks(string kind)
    {
        var site = await SampleSite.Shared.Value;
        var page = site.Catalogue.Find(kind);
        var waived = Waived(kind, site.HtmlOf(page));

        var report = await LighthouseReport.OfAsync(site.AddressOf(page), page.Slug, Slowdown, waived);
        for (var again = 0; again < MostRepeats && report.Shortfalls.Count > 0; again++)
        {
            report = report.Best(await LighthouseReport.OfAsync(site.AddressOf(page), page.Slug, Slowdown, waived));
        }

        CheckResult.IsClean(report.Shortfalls.Select(shortfall => $"{shortfall.Key} {shortfall.Value}"));
    }

    /// <summary>
    /// A page that asks search engines to leave it out cannot be found by them, and the front page of the text edition
    /// stands for the site's.
    /// </summary>
    private static List<string> Waived(string kind, string html) =>
        [
            .. html.Contains("noindex", StringComparison.Ordinal) ? (string[])["is-crawlable"] : [],
            .. kind == "lite front" ? (string[])["canonical"] : [],
        ];
}
