namespace StaticNews.Archive;

/// <summary>
/// What stands around an article, as of its date: it looks back only, so it is what a reader would have seen that day, and nothing that comes later
/// changes it. Trends go by whole months: one article put in later into an old month can change the pages of a month or two and not of a year.
/// Immutable; workers share it.
/// </summary>
internal sealed class Furniture
{
    private const int TrendingTags = 3;

    /// <summary>Listed articles that a trend is read from: about a week of a small paper.</summary>
    private const int TrendingArticles = 60;

    /// <summary>A tag on one article is no trend.</summary>
    private const int TrendingMinimum = 2;

    /// <summary>How far "around the same time" looks back: what is older than a month was not in the news at that time.</summary>
    private static readonly long SameTimeTicks = TimeSpan.FromDays(31).Ticks;

    private readonly Catalog _catalog;
    private readonly Dictionary<(int Year, int Month), int[]> _trendingByMonth;
    private readonly int[] _unsectioned;

    private Furniture(Catalog catalog, Dictionary<(int Year, int Month), int[]> trendingByMonth, int[] unsectioned) =>
        (_catalog, _trendingByMonth, _unsectioned) = (catalog, trendingByMonth, unsectioned);

    public static Furniture Of(Catalog catalog)
    {
        var trending = new Dictionary<(int Year, int Month), int[]>();
        foreach (var article in catalog.Articles)
        {
            var month = (article.Date.Year, article.Date.Month);
            if (!trending.ContainsKey(month))
            {
                trending.Add(month, Trending(catalog, MonthStart(catalog, month)));
            }
        }

        return new Furniture(catalog, trending, Array.FindAll(catalog.Listed, i => catalog.SectionOf[i] < 0));
    }

    /// <summary>
    /// Indexes of the three tags with a page that were on most of the last articles before the month of this article. They stand in the order of
    /// their slugs, since an order by count would change with every article put in later.
    /// </summary>
    public ReadOnlySpan<int> TrendingTagsOf(int article)
    {
        var date = _catalog.Articles[article].Date;
        return _trendingByMonth[(date.Year, date.Month)];
    }

    /// <summary>
    /// The listed articles published in the 31 days before this one in the whole archive, newest first; at most <paramref name="count"/>. It never looks
    /// forward, so a new article changes nothing that stands.
    /// </summary>
    public ReadOnlySpan<int> AroundTheSameTime(int article, int count)
    {
        var start = DateOrder.PlaceOf(_catalog.Listed, article + 1);
        var earliest = _catalog.Articles[article].Date.UtcTicks - SameTimeTicks;
        var end = start;
        while (end - start < count && end < _catalog.Listed.Length && _catalog.Articles[_catalog.Listed[end]].Date.UtcTicks >= earliest)
        {
            end++;
        }

        return _catalog.Listed.AsSpan(start, end - start);
    }

    /// <summary>The next older listed article of the same section and those inside it, or -1.</summary>
    public int OlderInSection(int article)
    {
        var list = SectionList(article);
        var place = DateOrder.PlaceOf(list, article + 1);
        return place < list.Length ? list[place] : -1;
    }

    /// <summary>The next newer listed article of the same section and those inside it, or -1.</summary>
    public int NewerInSection(int article)
    {
        var list = SectionList(article);
        var place = DateOrder.PlaceOf(list, article);
        return place > 0 ? list[place - 1] : -1;
    }

    /// <summary>The tags with a page that most of some articles carry, most first, then by slug.</summary>
    /// <param name="articles">Indexes.</param>
    internal static int[] TopTags(Catalog catalog, ReadOnlySpan<int> articles, int count)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var article in articles)
        {
            foreach (var tag in catalog.TagsOf[article])
            {
                counts[tag] = counts.GetValueOrDefault(tag) + 1;
            }
        }

        // Tags are in the order of their slugs, and sorting by count keeps that order among equals.
        return [.. counts
            .Where(pair => pair.Value >= TrendingMinimum && catalog.Tags[pair.Key].Url is not null)
            .OrderByDescending(pair => pair.Value)
            .Take(count)
            .Select(pair => pair.Key)];
    }

    private static int[] Trending(Catalog catalog, long monthStart)
    {
        var listed = catalog.Listed;
        var (low, high) = (0, listed.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = catalog.Articles[listed[middle]].Date.UtcTicks >= monthStart ? (middle + 1, high) : (low, middle);
        }

        var tags = TopTags(catalog, listed.AsSpan(low, Math.Min(TrendingArticles, listed.Length - low)), TrendingTags);
        Array.Sort(tags);
        return tags;
    }

    /// <summary>In the site's zone.</summary>
    private static long MonthStart(Catalog catalog, (int Year, int Month) month) =>
        catalog.Config.TimeZone.AtStartOfDay(new NodaTime.LocalDate(month.Year, month.Month, 1)).ToDateTimeOffset().UtcTicks;

    private int[] SectionList(int article) =>
        _catalog.SectionOf[article] is var section and >= 0 ? _catalog.Sections[section].Articles : _unsectioned;
}
