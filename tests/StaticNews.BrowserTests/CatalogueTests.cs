using StaticNews.BrowserTests.Site;

namespace StaticNews.BrowserTests;

[Collection(SharedBrowser.Name)]
public sealed class CatalogueTests
{
    private static readonly string[] Known =
    [
        "archive",
        "author",
        "authors",
        "closed list",
        "event",
        "front",
        "month",
        "nested section",
        "not found",
        "section",
        "series",
        "tag",
        "tags",
        "text page",
        "year",
    ];

    [Fact]
    public async Task Every_kind_of_page_is_looked_at()
    {
        var catalogue = (await SampleSite.Shared.Value).Catalogue;

        Assert.Empty(catalogue.Lost);
        Assert.Empty(Known.Except(catalogue.Pages.Select(page => page.Kind)));
    }
}
