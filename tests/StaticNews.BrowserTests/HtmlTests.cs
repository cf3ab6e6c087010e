using StaticNews.BrowserTests.Checkers;
using StaticNews.BrowserTests.Site;

namespace StaticNews.BrowserTests;

[Collection(SharedBrowser.Name)]
public sealed class HtmlTests
{
    [CheckerFact(Checker.NuChecker)]
    public async Task The_html_checker_has_nothing_against_any_page()
    {
        CheckResult.IsClean(await NuChecker.ComplaintsAsync(await SampleSite.Shared.Value));
    }
}
