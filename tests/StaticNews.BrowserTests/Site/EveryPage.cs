namespace StaticNews.BrowserTests.Site;

/// <summary>
/// Cases for tests that look at every kind of page. Known once the site is built, so they are counted when tests run and not when they are listed. Who works at one page names it:
/// <c>BROWSERTESTS_PAGES="front,nested section"</c>.
/// </summary>
public static class EveryPage
{
    /// <summary>One page of each shape, and one that is written from right to left.</summary>
    private static readonly string[] Shapes = ["front", "article", "article in Arabic", "section", "tags", "archive", "month", "not found", "lite article"];

    private static readonly string[] Wanted = (Environment.GetEnvironmentVariable("BROWSERTESTS_PAGES") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>All there are.</summary>
    public static TheoryData<string> Kinds() => Where(_ => true);

    /// <summary>For what depends on a page's shape and not on what is on it; with <c>BROWSERTESTS_KINDS=all</c> every kind.</summary>
    public static TheoryData<string> Shaped() => Where(IsShape);

    /// <summary>Those without the pages of the text edition.</summary>
    public static TheoryData<string> FullShaped() => Where(kind => IsShape(kind) && !kind.StartsWith("lite", StringComparison.Ordinal));

    private static bool IsShape(string kind) => Shapes.Contains(kind) || Environment.GetEnvironmentVariable("BROWSERTESTS_KINDS") == "all";

    private static TheoryData<string> Where(Func<string, bool> isAsked) => [.. SampleSite.Shared.Value.GetAwaiter().GetResult().Catalogue.Pages
        .Select(page => page.Kind)
        .Where(kind => isAsked(kind) && (Wanted.Length == 0 || Wanted.Contains(kind)))];
}
