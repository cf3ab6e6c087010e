namespace StaticNews.BrowserTests.Site;

/// <summary>Cases for tests that look at every kind of page. Known once the site is built, so they are counted when tests run and not when they are listed.</summary>
public static class EveryPage
{
    public static TheoryData<string> Kinds() => [.. SampleSite.Shared.Value.GetAwaiter().GetResult().Catalogue.Pages.Select(page => page.Kind)];
}
