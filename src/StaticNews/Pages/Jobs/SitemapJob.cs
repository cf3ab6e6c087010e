using System.Collections;
using System.Globalization;
using StaticNews.Archive;
using StaticNews.Archive.Routes;
using StaticNews.Content;
using StaticNews.Feeds;

namespace StaticNews.Pages.Jobs;

/// <summary>One part of the sitemap.</summary>
internal sealed class SitemapJob(SitemapPart part) : PageJob(OutputFile.Of(part.Path))
{
    public override ChangeReason Subject => ChangeReason.SitemapPart;

    public override bool Make(PageInputs inputs)
    {
        inputs.Begin();
        inputs.Open(FingerprintPart.Items);
        AddTo(inputs, part.Urls);
        return inputs.Write(part, SitemapWriter.WritePart);
    }

    /// <summary>
    /// A part may have thousands of entries, which are made when they are read: while rendering, the writer reads them.
    /// </summary>
    private static void AddTo(PageInputs inputs, IReadOnlyList<SitemapUrl> urls)
    {
        foreach (var url in inputs.IsHashing ? urls : [])
        {
            inputs.Text("page", url.Location);
            inputs.Date("changed", url.LastModified);
        }
    }
}

/// <summary>The sitemap's index.</summary>
internal sealed class SitemapIndexJob(SitePlan plan) : PageJob(OutputFile.Of(SiteUrls.Sitemap))
{
    public override ChangeReason Subject => ChangeReason.SitemapPart;

    public override bool Make(PageInputs inputs)
    {
        inputs.Begin();
        inputs.Open(FingerprintPart.Items);
        foreach (var part in plan.Sitemap)
        {
            inputs.Text("part", part.Path);
            inputs.Date("changed", part.LastModified);
        }

        var index = (Parts: plan.Sitemap, plan.Config.BaseUrl);
        return inputs.Write(index, static (index, to) => SitemapWriter.WriteIndex(index.Parts, index.BaseUrl, to));
    }
}

/// <summary>
/// Articles as a sitemap names them, oldest first. An entry is made when it is asked for: a million of them are not
/// kept.
/// </summary>
/// <param name="newestFirst">Indexes.</param>
internal sealed class SitemapArticles(Catalog catalog, int[] newestFirst) : IReadOnlyList<SitemapUrl>
{
    public int Count => newestFirst.Length;

    public SitemapUrl this[int index]
    {
        get
        {
            var article = newestFirst[^(index + 1)];
            var summary = catalog.Articles[article];
            return new SitemapUrl(
                catalog.Config.BaseUrl.Absolute(catalog.Urls[article]),
                summary.Updated ?? summary.Date
            );
        }
    }

    public IEnumerator<SitemapUrl> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>
/// The parts of the sitemap: one per month of articles, so that a closed month's file never changes, one per year for
/// articles of which only the year is known, and one for all other pages.
/// </summary>
internal static class SitemapParts
{
    /// <summary>
    /// Oldest first, as URLs stand within a part; a year's own part before its months, since a year sorts as its first
    /// day; other pages last.
    /// </summary>
    public static IReadOnlyList<SitemapPart> All(SitePlan plan) =>
        [
            .. plan.Catalog.Years.Reverse().SelectMany(year => OfYear(plan, year)),
            .. SitemapPlan.Split(SitemapPlan.Pages, [.. Pages(plan)]),
        ];

    private static IEnumerable<SitemapPart> OfYear(SitePlan plan, ArchiveYear year)
    {
        foreach (
            var part in SitemapPlan.Split(
                year.Year.ToString("D4", CultureInfo.InvariantCulture),
                Articles(plan, year.Undated)
            )
        )
        {
            yield return part;
        }

        foreach (var month in year.Months)
        {
            foreach (
                var part in SitemapPlan.Split(
                    SitemapPlan.Month(month.Year, month.Month),
                    Articles(plan, month.Articles)
                )
            )
            {
                yield return part;
            }
        }
    }

    /// <summary>Those that search engines may list: nearly always all.</summary>
    private static SitemapArticles Articles(SitePlan plan, int[] newestFirst) =>
        new(
            plan.Catalog,
            Array.TrueForAll(newestFirst, plan.Catalog.IsIndexed)
                ? newestFirst
                : Array.FindAll(newestFirst, plan.Catalog.IsIndexed)
        );

    /// <summary>Pages without a date of their own: their entries have no date, which would be a guess.</summary>
    private static IEnumerable<SitemapUrl> Pages(SitePlan plan)
    {
        var catalog = plan.Catalog;
        IReadOnlyList<string?> urls =
        [
            SiteUrls.FrontPage,
            SiteUrls.Archive,
            .. catalog.Sections.Select(section => section.Url),
            .. catalog.Pages.Where(page => page.Access == ArticleAccess.Public).Select(page => SiteUrls.Page(page.Key)),
            .. catalog
                .Authors.Concat(catalog.Series)
                .Concat(catalog.Events)
                .Concat(catalog.Tags)
                .Select(topic => topic.Url),
        ];
        return urls.OfType<string>().Select(url => new SitemapUrl(plan.Config.BaseUrl.Absolute(url), null));
    }
}
