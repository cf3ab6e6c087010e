using StaticNews.BrowserTests.Judges;
using StaticNews.BrowserTests.Site;

namespace StaticNews.BrowserTests;

[Collection(Court.Name)]
public sealed class HtmlTests
{
    [JudgeFact(Judge.NuChecker)]
    public async Task The_html_checker_has_nothing_against_any_page()
    {
        Verdict.IsClean(await NuChecker.ComplaintsAsync(await SampleSite.Shared.Value));
    }
}
