using System.Globalization;
using StaticNews.Archive;
using StaticNews.Articles;
using StaticNews.Feeds;

namespace StaticNews.Pages;

/// <summary>
/// The parts of the sitemap: one a month of articles, so that a closed month's file never changes, one a year for articles of which only
/// the year is known, and one for all other pages.
/// </summary>
internal static class SitemapParts
{
    /// <summary>Oldest first, as URLs stand within a part; a year's own part before its months, since a year sorts as its first day; other pages last.</summary>
    public static IReadOnlyList<SitemapPart> All(SitePlan plan) =>
        [.. plan.Catalog.Years.Reverse().SelectMany(year => OfYear(plan, year)), .. SitemapPlan.Split(SitemapPlan.Pages, [.. Pages(plan)])];

    private static IEnumerable<SitemapPart> OfYear(SitePlan plan, ArchiveYear year)
    {
        foreach (var part in SitemapPlan.Split(year.Year.ToString("D4", CultureInfo.InvariantCulture), Articles(plan, year.Undated)))
        {
            yield return part;
        }

        foreach (var month in year.Months)
        {
            foreach (var part in SitemapPlan.Split(SitemapPlan.Month(month.Year, month.Month), Articles(plan, month.Articles)))
            {
                yield return part;
            }
        }
    }

    /// <summary>Those that search engines may list: nearly always all.</summary>
    private static SitemapArticles Articles(SitePlan plan, int[] newestFirst) =>
        new(plan.Catalog, Array.TrueForAll(newestFirst, plan.Catalog.IsIndexed) ? newestFirst : Array.FindAll(newestFirst, plan.Catalog.IsIndexed));

    /// <summary>Pages that have no date of their own: when they changed is not said rather than guessed.</summary>
    private static IEnumerable<SitemapUrl> Pages(SitePlan plan)
    {
        var catalog = plan.Catalog;
        IReadOnlyList<string?> urls =
        [
            SiteUrls.FrontPage,
            SiteUrls.Archive,
            .. catalog.Sections.Select(section => section.Url),
            .. catalog.Pages.Where(page => page.Access == ArticleAccess.Public).Select(page => SiteUrls.Page(page.Key)),
            .. catalog.Authors.Concat(catalog.Series).Concat(catalog.Events).Concat(catalog.Tags).Select(topic => topic.Url),
        ];
        return urls.OfType<string>().Select(url => new SitemapUrl(plan.Config.BaseUrl.Absolute(url), null));
    }
}
