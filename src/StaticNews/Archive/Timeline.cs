using StaticNews.Articles;

namespace StaticNews.Archive;

/// <summary>The articles of one build in their one order: newest first, then by path.</summary>
/// <param name="Articles">Those that have their date behind them.</param>
/// <param name="Future">Those that wait, in no particular order: links to them are not mistakes.</param>
/// <param name="Removed">Those whose date of removal has passed, in no particular order.</param>
internal sealed record Timeline(ArticleSummary[] Articles, IReadOnlyList<ArticleSummary> Future, IReadOnlyList<ArticleSummary> Removed)
{
    public static Timeline Order(IReadOnlyList<ArticleSummary> summaries, DateTimeOffset now, bool includeFuture)
    {
        var latest = includeFuture ? long.MaxValue : now.UtcTicks;
        var future = new List<ArticleSummary>();
        var removed = new List<ArticleSummary>();
        var articles = new ArticleSummary[summaries.Count];
        var newestFirst = new long[summaries.Count];
        var count = 0;
        foreach (var summary in summaries)
        {
            if (summary.RemovedFrom is { } end && end.UtcTicks <= now.UtcTicks)
            {
                removed.Add(summary);
                continue;
            }

            if (DueTicks(summary) > latest)
            {
                future.Add(summary);
                continue;
            }

            newestFirst[count] = -summary.Date.UtcTicks;
            articles[count++] = summary;
        }

        Array.Resize(ref articles, count);
        Array.Sort(newestFirst, articles, 0, count);
        OrderEqualDates(articles, newestFirst);
        return new Timeline(articles, future, removed);
    }

    /// <summary>When an article becomes public.</summary>
    public static long DueTicks(ArticleSummary article) => DueDate(article).UtcTicks;

    /// <summary>The later of its date and of a date of publication by itself.</summary>
    public static ArticleDate DueDate(ArticleSummary article) =>
        article.PublishedFrom is { } from && from.UtcTicks > article.Date.UtcTicks ? from : article.Date;

    /// <summary>Sorting by one number and then within its ties takes a tenth of the time of comparing dates and paths throughout.</summary>
    private static void OrderEqualDates(ArticleSummary[] articles, long[] keys)
    {
        for (var start = 0; start < articles.Length;)
        {
            var end = start + 1;
            while (end < articles.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                Array.Sort(articles, start, end - start, ByPath);
            }

            start = end;
        }
    }

    private static readonly Comparer<ArticleSummary> ByPath =
        Comparer<ArticleSummary>.Create((left, right) => string.CompareOrdinal(left.Path, right.Path));
}
