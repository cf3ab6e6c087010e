using Microsoft.Playwright;
using StaticNews.BrowserTests.Browsing;

namespace StaticNews.BrowserTests.Site;

/// <summary>
/// Cases for tests that look at every kind of page. Known once the site is built, so they are counted when tests run
/// and not when they are listed. Who works at one page names it: <c>BROWSERTESTS_PAGES="front,nested section"</c>.
/// </summary>
public static class PageSelection
{
    /// <summary>One page of each shape, and one that is written from right to left.</summary>
    private static readonly string[] Shapes =
    [
        "front",
        "article",
        "article in Arabic",
        "section",
        "tags",
        "archive",
        "month",
        "not found",
        "lite article",
    ];

    /// <summary>What differs from another page by its words alone.</summary>
    private static readonly string[] Variations =
    [
        "nested section",
        "lite nested section",
        "article in Hindi",
        "article in Ukrainian",
        "corrected article",
        "closed list",
        "article in pictures",
    ];

    private static readonly string[] Wanted = (Environment.GetEnvironmentVariable("BROWSERTESTS_PAGES") ?? "").Split(
        ',',
        StringSplitOptions.RemoveEmptyEntries
    );

    private static readonly bool AreAllAsked = Environment.GetEnvironmentVariable("BROWSERTESTS_KINDS") == "all";

    /// <summary>Every kind of page; with <c>BROWSERTESTS_KINDS=all</c> every variation of it, too.</summary>
    public static TheoryData<string> Kinds() => Where(kind => AreAllAsked || !Variations.Contains(kind));

    /// <summary>
    /// For what depends on a page's shape and not on what is on it; with the same variable every kind.
    /// </summary>
    public static TheoryData<string> Shaped() => Where(IsShape);

    /// <summary>Those without the pages of the text edition.</summary>
    public static TheoryData<string> FullShaped() =>
        Where(kind => IsShape(kind) && !kind.StartsWith("lite", StringComparison.Ordinal));

    /// <summary>
    /// Each size in both schemes; for what has a page of its shape among the others, each size and each scheme once.
    /// </summary>
    internal static IEnumerable<View> ViewsOf(string kind) =>
        IsShape(kind) ? View.All : [View.Phone with { Scheme = ColorScheme.Dark }, View.Desktop];

    private static bool IsShape(string kind) => AreAllAsked || Shapes.Contains(kind);

    private static TheoryData<string> Where(Func<string, bool> isAsked) =>
        [
            .. SampleSite
                .Shared.Value.GetAwaiter()
                .GetResult()
                .Catalogue.Pages.Select(page => page.Kind)
                .Where(kind => isAsked(kind) && (Wanted.Length == 0 || Wanted.Contains(kind))),
        ];
}
