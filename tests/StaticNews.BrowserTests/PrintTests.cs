using Microsoft.Playwright;
using StaticNews.BrowserTests.Browsing;
using StaticNews.BrowserTests.Checkers;
using StaticNews.BrowserTests.Site;

namespace StaticNews.BrowserTests;

[Collection(SharedBrowser.Name)]
public sealed class PrintTests
{
    [CheckerTheory(Checker.Chromium)]
    [MemberData(nameof(PageSelection.Shaped), MemberType = typeof(PageSelection), DisableDiscoveryEnumeration = true)]
    public async Task Paper_has_no_navigation_and_says_where_links_lead(string kind)
    {
        var page = (await SampleSite.Shared.Value).Catalogue.Find(kind);
        await using var open = await Chromium.OpenAsync(page, View.Desktop);
        await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        var findings = await open.Page.EvaluateAsync<string[]>(
            """
            () => {
              const seen = box => box.checkVisibility({ visibilityProperty: true });
              const name = box => box.outerHTML.slice(0, 120);
              const navigation = [...document.querySelectorAll('nav, a[href="#main"]')].filter(seen).map(box => `navigation on paper: ${name(box)}`);
              const silent = [...document.querySelectorAll('main a[href^="http"]')].filter(seen)
                .filter(link => link.origin !== location.origin && !link.textContent.includes(link.host))
                .filter(link => !getComputedStyle(link, '::after').content.includes(link.getAttribute('href')))
                .map(link => `no address on paper: ${name(link)}`);
              const own = [...document.querySelectorAll('main .body a[href^="/"]')].filter(seen)
                .filter(link => !getComputedStyle(link, '::after').content.replaceAll('" "', '').replaceAll('" ', '').includes(location.origin))
                .map(link => `no whole address on paper: ${name(link)} ${getComputedStyle(link, '::after').content}`);
              return [...navigation, ...silent, ...own];
            }
            """
        );
        var paper = await open.Page.PdfAsync(
            new PagePdfOptions { Format = "A4", Path = Repository.Result("print", $"{page.Slug}.pdf") }
        );

        Assert.True(paper.AsSpan().StartsWith("%PDF"u8));
        CheckResult.IsClean(findings);
    }
}
