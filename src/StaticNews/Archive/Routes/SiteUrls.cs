using System.Globalization;
using StaticNews.Archive.Topics;

namespace StaticNews.Archive.Routes;

/// <summary>
/// The URLs of the pages that the generator itself makes, written down once: who plans a page, who claims its path and
/// who links to it ask here. All are site URLs: '/' first, without the base URL's prefix, not percent-encoded.
/// </summary>
internal static class SiteUrls
{
    public const string FrontPage = "/";
    public const string NotFound = "/404.html";
    public const string Robots = "/robots.txt";
    public const string Redirects = "/_redirects";
    public const string Headers = "/_headers";
    public const string Feed = "/feed.xml";
    public const string Sitemap = "/sitemap.xml";
    public const string Archive = "/archive/";
    public const string Tags = "/tags/";
    public const string Authors = "/authors/";
    public const string Series = "/series/";
    public const string Events = "/events/";
    public const string Sitemaps = "/sitemaps/";
    public const string Assets = "/assets/";

    /// <summary>
    /// The service worker: it must be at the root, because it controls the URLs below its own folder.
    /// </summary>
    public const string Worker = "/sw.js";

    /// <summary>Smaller files of pictures.</summary>
    public const string Variants = "/assets/variants/";

    /// <summary>The text-only edition.</summary>
    public const string Lite = "/lite/";

    /// <summary>The folder, inside that of a list, that holds its older pages.</summary>
    public const string PagerFolder = "page/";

    /// <summary>First parts of URLs that no section may have, because pages of another kind live there.</summary>
    public static IReadOnlyList<string> ReservedNames { get; } =
    ["archive", "assets", "authors", "events", "lite", "page", "series", "sitemaps", "tags"];

    /// <param name="id">Id path: <c>world/us-news</c>.</param>
    public static string Section(string id) => $"/{id}/";

    public static string Topic(TopicKind kind, string slug) =>
        kind switch
        {
            TopicKind.Tag => $"{Tags}{slug}/",
            TopicKind.Author => $"{Authors}{slug}/",
            TopicKind.Series => $"{Series}{slug}/",
            _ => $"{Events}{slug}/",
        };

    /// <param name="key">Path below <c>_pages/</c> without <c>.md</c>.</param>
    public static string Page(string key) => $"/{key}.html";

    public static string Year(int year) => string.Create(CultureInfo.InvariantCulture, $"{Archive}{year:D4}/");

    /// <param name="month">1 to 12.</param>
    public static string Month(int year, int month) =>
        string.Create(CultureInfo.InvariantCulture, $"{Archive}{year:D4}/{month:D2}.html");

    /// <summary>
    /// A month's book beside the pages of a section, or beside the calendar's: <c>/world/2014/11.epub</c>, then
    /// <c>/world/2014/11-2.epub</c>.
    /// </summary>
    /// <param name="folderUrl">With '/' at both ends.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="part">From 1.</param>
    public static string Book(string folderUrl, int year, int month, int part) =>
        part == 1
            ? string.Create(CultureInfo.InvariantCulture, $"{folderUrl}{year:D4}/{month:D2}.epub")
            : string.Create(CultureInfo.InvariantCulture, $"{folderUrl}{year:D4}/{month:D2}-{part}.epub");

    /// <summary>The same page in the text edition.</summary>
    public static string LiteOf(string url) => string.Concat(Lite.AsSpan(0, Lite.Length - 1), url);

    /// <summary>The feed of a list: <paramref name="listUrl"/> ends with '/'.</summary>
    public static string FeedOf(string listUrl) => $"{listUrl}feed.xml";

    /// <summary>An older page of a list: <paramref name="number"/> counts from the oldest, from 1.</summary>
    public static string PageOf(string listUrl, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{listUrl}{PagerFolder}{number}.html");

    /// <summary>
    /// Where a file of the content tree is copied to: <c>_assets/</c> is served as <c>/assets/</c>, all others stay
    /// beside their articles.
    /// </summary>
    /// <param name="path">Below content/.</param>
    public static string Asset(string path) =>
        path.StartsWith("_assets/", StringComparison.Ordinal) ? string.Concat("/", path.AsSpan(1)) : $"/{path}";
}
