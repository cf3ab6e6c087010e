namespace StaticNews.Archive;

/// <summary>
/// The context of an article as of its date. It looks back only, so it is what a reader would have seen on that day,
/// and nothing that comes later changes it. Trends go by whole months: one article put in later into an old month can
/// change the pages of a month or two and not of a year. Immutable; workers share it.
/// </summary>
internal sealed class ArticleContextIndex
{
    private const int TrendingTags = 3;

    /// <summary>Listed articles that a trend is read from: about a week of a small paper.</summary>
    private const int TrendingArticles = 60;

    /// <summary>A tag on one article is no trend.</summary>
    private const int TrendingMinimum = 2;

    /// <summary>
    /// How far "around the same time" looks back: articles that are older than a month were not in the news at that
    /// time.
    /// </summary>
    private static readonly long SameTimeTicks = TimeSpan.FromDays(31).Ticks;

    private readonly Catalog _catalog;
    private readonly Dictionary<(int Year, int Month), TrendingTag[]> _trendingByMonth;
    private readonly int[] _unsectioned;

    private ArticleContextIndex(
        Catalog catalog,
        Dictionary<(int Year, int Month), TrendingTag[]> trendingByMonth,
        int[] unsectioned
    ) => (_catalog, _trendingByMonth, _unsectioned) = (catalog, trendingByMonth, unsectioned);

    public static ArticleContextIndex Of(Catalog catalog)
    {
        var trending = new Dictionary<(int Year, int Month), TrendingTag[]>();
        foreach (var article in catalog.Articles)
        {
            var month = (article.Date.Year, article.Date.Month);
            if (!trending.ContainsKey(month))
            {
                trending.Add(month, Trending(catalog, MonthStart(catalog, month)));
            }
        }

        return new ArticleContextIndex(catalog, trending, Array.FindAll(catalog.Listed, i => catalog.SectionOf[i] < 0));
    }

    /// <summary>
    /// The three tags with a page that were on most of the last articles before the month of this article, spelled as
    /// most of these articles do: so a tag's name, which is that of most articles of all times, may change without
    /// these pages. They stand in the order of their keys, since an order by count would change with every article put
    /// in later.
    /// </summary>
    public ReadOnlySpan<TrendingTag> TrendingTagsOf(int article)
    {
        var date = _catalog.Articles[article].Date;
        return _trendingByMonth[(date.Year, date.Month)];
    }

    /// <summary>
    /// The listed articles published in the 31 days before this one in the whole archive, newest first; at most
    /// <paramref name="count"/>. It never looks forward, so a new article changes no page that exists.
    /// </summary>
    public ReadOnlySpan<int> AroundTheSameTime(int article, int count)
    {
        var start = DateOrder.PlaceOf(_catalog.Listed, article + 1);
        var earliest = _catalog.Articles[article].Date.UtcTicks - SameTimeTicks;
        var end = start;
        while (
            end - start < count
            && end < _catalog.Listed.Length
            && _catalog.Articles[_catalog.Listed[end]].Date.UtcTicks >= earliest
        )
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

    /// <summary>The tags with a page that most of some articles carry, most first, then by key.</summary>
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

        // Tags are in the order of their keys, and sorting by count keeps that order among equals.
        return
        [
            .. counts
                .Where(pair => pair.Value >= TrendingMinimum && catalog.Tags[pair.Key].Url is not null)
                .OrderByDescending(pair => pair.Value)
                .Take(count)
                .Select(pair => pair.Key),
        ];
    }

    private static TrendingTag[] Trending(Catalog catalog, long monthStart)
    {
        var listed = catalog.Listed;
        var (low, high) = (0, listed.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) =
                catalog.Articles[listed[middle]].Date.UtcTicks >= monthStart ? (middle + 1, high) : (low, middle);
        }

        var articles = listed[low..(low + Math.Min(TrendingArticles, listed.Length - low))];
        var tags = TopTags(catalog, articles, TrendingTags);
        Array.Sort(tags);
        return Array.ConvertAll(tags, tag => new TrendingTag(tag, NameAmong(catalog, articles, tag)));
    }

    /// <summary>
    /// As most of some articles spell it; of two equally frequent spellings, the first in ordinal order.
    /// </summary>
    private static string NameAmong(Catalog catalog, int[] articles, int tag)
    {
        if (catalog.Tags[tag] is { IsNamed: true } or { OwnSpellings: null })
        {
            return catalog.Tags[tag].Name;
        }

        return articles
            .Where(article => catalog.TagsOf[article].Contains(tag))
            .GroupBy(article => catalog.TagName(article, tag), StringComparer.Ordinal)
            .OrderByDescending(spelling => spelling.Count())
            .ThenBy(spelling => spelling.Key, StringComparer.Ordinal)
            .First()
            .Key;
    }

    /// <summary>In the site's zone.</summary>
    private static long MonthStart(Catalog catalog, (int Year, int Month) month) =>
        catalog
            .Config.TimeZone.AtStartOfDay(new NodaTime.LocalDate(month.Year, month.Month, 1))
            .ToDateTimeOffset()
            .UtcTicks;

    private int[] SectionList(int article) =>
        _catalog.SectionOf[article] is var section and >= 0 ? _catalog.Sections[section].Articles : _unsectioned;
}

/// <summary>A tag among the trends of some month.</summary>
/// <param name="Tag">Index in <see cref="Catalog.Tags"/>.</param>
/// <param name="Name">As it is shown there.</param>
internal readonly record struct TrendingTag(int Tag, string Name);
