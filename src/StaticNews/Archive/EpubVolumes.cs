using StaticNews.Archive.Routes;
using StaticNews.Archive.Sections;
using StaticNews.Content;

namespace StaticNews.Archive;

/// <summary>
/// The books of the archive: one per top-level section and month of the articles' own local dates, so that a new
/// article changes one book of its branch and no closed month's. A month with more articles than a book can hold is cut
/// from its oldest article on: only the last part changes while articles come in order. Articles of which only the year
/// is known are in no month, and in no book.
/// </summary>
internal sealed class EpubVolumes
{
    /// <summary>
    /// Some 3 MB of text, which is as much as reading programs open quickly; and the memory that a worker needs for a
    /// book is bounded by it.
    /// </summary>
    public const int ArticlesMax = 500;

    public static readonly EpubVolumes Empty = new([]);

    private readonly Dictionary<(int Year, int Month), List<EpubVolume>> _byMonth = [];
    private readonly Dictionary<int, EpubVolume> _newest = [];

    private EpubVolumes(IReadOnlyList<EpubVolume> volumes)
    {
        Volumes = volumes;
        foreach (var volume in volumes)
        {
            var month = (volume.Year, volume.Month);
            if (!_byMonth.TryGetValue(month, out var list))
            {
                _byMonth.Add(month, list = []);
            }

            list.Add(volume);
            _newest[volume.Section] = volume;
        }
    }

    /// <summary>By section in navigation order, articles without one last; each section's oldest first.</summary>
    public IReadOnlyList<EpubVolume> Volumes { get; }

    public static EpubVolumes Of(Catalog catalog)
    {
        var volumes = new List<EpubVolume>();
        foreach (var section in catalog.Sections)
        {
            if (section.Parent < 0)
            {
                AddVolumes(catalog, section.Index, section.Url, section.Articles, volumes);
            }
        }

        AddVolumes(
            catalog,
            -1,
            SiteUrls.Archive,
            Array.FindAll(catalog.Listed, article => catalog.SectionOf[article] < 0),
            volumes
        );
        return new EpubVolumes(volumes);
    }

    /// <summary>The books of a month, in the order of <see cref="Volumes"/>.</summary>
    public IReadOnlyList<EpubVolume> OfMonth(int year, int month) => _byMonth.GetValueOrDefault((year, month)) ?? [];

    /// <summary>The last book of a top-level section; null where it has none.</summary>
    public EpubVolume? NewestOf(int section) => _newest.GetValueOrDefault(section);

    /// <summary>
    /// Claims the file of each book that the articles could fill, listed or not: whether a path is free must not hang
    /// on a date of expiry.
    /// </summary>
    public static void Claim(RouteTableBuilder claims, ArticleSummary[] articles, SectionTree tree)
    {
        var counts = new Dictionary<(int Section, int Year, int Month), int>();
        for (var i = 0; i < articles.Length; i++)
        {
            // What lies in no section has its books among the calendar's pages, where no source may write anyway.
            if (articles[i].Date.Precision != DatePrecision.Year && TopOf(tree, tree.SectionOf[i]) is var top and >= 0)
            {
                var month = (top, articles[i].Date.Year, articles[i].Date.Month);
                counts[month] = counts.GetValueOrDefault(month) + 1;
            }
        }

        foreach (var ((section, year, month), count) in counts.OrderBy(pair => pair.Key))
        {
            var id = tree.Nodes[section].Id;
            for (var part = 1; (part - 1) * ArticlesMax < count; part++)
            {
                claims.ClaimForSite(
                    SiteUrls.Book(SiteUrls.Section(id), year, month, part),
                    $"a book of the section '{id}'"
                );
            }
        }
    }

    private static int TopOf(SectionTree tree, int section)
    {
        while (section >= 0 && tree.Nodes[section].Parent >= 0)
        {
            section = tree.Nodes[section].Parent;
        }

        return section;
    }

    private static void AddVolumes(
        Catalog catalog,
        int section,
        string folderUrl,
        int[] newestFirst,
        List<EpubVolume> volumes
    )
    {
        var months = new Dictionary<(int Year, int Month), List<int>>();
        for (var i = newestFirst.Length - 1; i >= 0; i--)
        {
            var date = catalog.Articles[newestFirst[i]].Date;
            if (date.Precision == DatePrecision.Year)
            {
                continue;
            }

            if (!months.TryGetValue((date.Year, date.Month), out var articles))
            {
                months.Add((date.Year, date.Month), articles = []);
            }

            articles.Add(newestFirst[i]);
        }

        foreach (var ((year, month), articles) in months.OrderBy(pair => pair.Key))
        {
            var part = 0;
            foreach (var chunk in articles.Chunk(ArticlesMax))
            {
                volumes.Add(
                    new EpubVolume(section, year, month, ++part, SiteUrls.Book(folderUrl, year, month, part), chunk)
                );
            }
        }
    }
}

/// <summary>Which articles one book holds.</summary>
/// <param name="Section">Index of a top-level section; -1 for the articles that lie in none.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Part">From 1.</param>
/// <param name="Url">Of the file: <c>/world/2014/11.epub</c>.</param>
/// <param name="Articles">Indexes, oldest first; at least one, at most <see cref="EpubVolumes.ArticlesMax"/>.</param>
internal sealed record EpubVolume(int Section, int Year, int Month, int Part, string Url, int[] Articles);
