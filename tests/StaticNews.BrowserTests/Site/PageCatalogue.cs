using System.Text.RegularExpressions;

namespace StaticNews.BrowserTests.Site;

/// <summary>
/// Which pages stand for the site: the first of each kind, told by its address, and articles that have what others
/// lack. A kind that later versions add is found by itself.
/// </summary>
internal sealed partial class PageCatalogue
{
    private const string Lite = "lite/";

    /// <summary>Articles of the sample by their slug.</summary>
    private static readonly (string Kind, string Slug)[] Remarkable =
    [
        ("article", "the-wall-is-open"),
        ("retracted article", "titanic-passengers-safe"),
        ("corrected article", "titanic-survivors-reach-new-york"),
        ("article in pictures", "at-the-wall-in-drawings"),
        ("article with notes and table", "men-walk-on-the-moon"),
        ("article in Arabic", "tamim-qanat-al-suways"),
        ("article in Hindi", "bharat-swatantra"),
        ("article in Ukrainian", "ostannii-reaktor-chornobylia"),
    ];

    private PageCatalogue(IReadOnlyList<SitePage> pages, IReadOnlyList<string> lost)
    {
        Pages = pages;
        Lost = lost;
    }

    /// <summary>One a kind, in the order of kinds' names.</summary>
    public IReadOnlyList<SitePage> Pages { get; }

    /// <summary>Articles that the sample no longer has under the name that the tests know.</summary>
    public IReadOnlyList<string> Lost { get; }

    public static PageCatalogue Of(string folder)
    {
        var files = Directory
            .EnumerateFiles(folder, "*.html", SearchOption.AllDirectories)
            .Where(file => !IsRedirect(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .ToList();
        var remarkable = Remarkable
            .Select(each =>
                (
                    each.Kind,
                    File: files.Find(file =>
                        !file.StartsWith(Lite, StringComparison.Ordinal)
                        && file.EndsWith($"/{each.Slug}.html", StringComparison.Ordinal)
                    )
                )
            )
            .ToList();
        var others = files
            .Select(file => new SitePage(KindOf(file), file))
            .Where(page => page.Kind != "article")
            .DistinctBy(page => page.Kind);
        var pages = remarkable
            .Where(each => each.File is not null)
            .Select(each => new SitePage(each.Kind, each.File!))
            .Concat(others);
        return new PageCatalogue(
            pages.OrderBy(page => page.Kind, StringComparer.Ordinal).ToList(),
            remarkable.Where(each => each.File is null).Select(each => each.Kind).ToList()
        );
    }

    public SitePage Find(string kind) => Pages.Single(page => page.Kind == kind);

    private static bool IsRedirect(string html) => html.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal);

    private static string KindOf(string file) =>
        file switch
        {
            "index.html" => "front",
            "404.html" => "not found",
            "archive/index.html" => "archive",
            "tags/index.html" => "tags",
            "authors/index.html" => "authors",
            _ when file.StartsWith(Lite, StringComparison.Ordinal) => $"lite {KindOf(file[Lite.Length..])}",
            _ when Month().IsMatch(file) => "month",
            _ when file.StartsWith("archive/", StringComparison.Ordinal) => "year",
            _ when ClosedList().IsMatch(file) => "closed list",
            _ when file.StartsWith("tags/", StringComparison.Ordinal) => "tag",
            _ when file.StartsWith("authors/", StringComparison.Ordinal) => "author",
            _ when file.StartsWith("series/", StringComparison.Ordinal) => "series",
            _ when file.StartsWith("events/", StringComparison.Ordinal) => "event",
            _ when Dated().IsMatch(file) => "article",
            _ when file.EndsWith("/index.html", StringComparison.Ordinal) => file.Count(letter => letter == '/') > 1
                ? "nested section"
                : "section",
            _ => "text page",
        };

    [GeneratedRegex("^archive/[0-9]{4}/[0-9]{2}")]
    private static partial Regex Month();

    [GeneratedRegex("/page/[0-9]+\\.html$")]
    private static partial Regex ClosedList();

    [GeneratedRegex("/[0-9]{4}/")]
    private static partial Regex Dated();
}
