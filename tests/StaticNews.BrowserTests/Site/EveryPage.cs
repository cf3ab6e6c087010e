namespace StaticNews.BrowserTests.Site;

/// <summary>
/// Cases for tests that look at every kind of page. Known once the site is built, so they are counted when tests run and not when they are listed. Who works at one page names it:
/// <c>BROWSERTESTS_PAGES="front,nested section"</c>.
/// </summary>
public static class EveryPage
{
    private static readonly string[] Wanted = (Environment.GetEnvironmentVariable("BROWSERTESTS_PAGES") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    public static TheoryData<string> Kinds() => [.. SampleSite.Shared.Value.GetAwaiter().GetResult().Catalogue.Pages
        .Select(page => page.Kind)
        .Where(kind => Wanted.Length == 0 || Wanted.Contains(kind))];

    /// <summary>Without those of the text edition.</summary>
    public static TheoryData<string> FullKinds() => [.. SampleSite.Shared.Value.GetAwaiter().GetResult().Catalogue.Pages
        .Select(page => page.Kind)
        .Where(kind => !kind.StartsWith("lite", StringComparison.Ordinal) && (Wanted.Length == 0 || Wanted.Contains(kind)))];
}
