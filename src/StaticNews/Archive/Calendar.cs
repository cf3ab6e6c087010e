using StaticNews.Articles;

namespace StaticNews.Archive;

/// <summary>Listed articles by the year and month that stand on them, which near midnight need not be those of UTC.</summary>
internal static class Calendar
{
    /// <summary>Years newest first; in each, months oldest first and the articles of which only the year is known.</summary>
    public static IReadOnlyList<ArchiveYear> Of(ArticleSummary[] articles, int[] listed)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var article in listed)
        {
            var month = MonthKey(articles[article].Date);
            counts[month] = counts.GetValueOrDefault(month) + 1;
        }

        var lists = counts.ToDictionary(pair => pair.Key, pair => new int[pair.Value]);
        var filled = counts.ToDictionary(pair => pair.Key, _ => 0);
        foreach (var article in listed)
        {
            var month = MonthKey(articles[article].Date);
            lists[month][filled[month]++] = article;
        }

        return [.. counts.Keys.GroupBy(month => month / 13).Select(months => YearOf(months.Key, months, lists)).Reverse()];
    }

    private static ArchiveYear YearOf(int year, IEnumerable<int> months, Dictionary<int, int[]> lists)
    {
        var known = months.Where(month => month % 13 > 0).Select(month => new ArchiveMonth(year, month % 13, lists[month]));
        return new ArchiveYear(year, [.. known], lists.GetValueOrDefault(year * 13, []));
    }

    /// <summary>Thirteen to a year: 0 for articles without a month.</summary>
    private static int MonthKey(ArticleDate date) => (date.Year * 13) + (date.Precision == DatePrecision.Year ? 0 : date.Month);
}
