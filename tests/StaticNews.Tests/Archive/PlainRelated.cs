using System.Text.RegularExpressions;
using StaticNews.Archive;
using StaticNews.Archive.Related;
using StaticNews.Content;

namespace StaticNews.Tests.Archive;

/// <summary>
/// The rules of related lists once more, as slow and as plain as they can be written: what <see cref="RelatedIndex"/>
/// must agree with.
/// </summary>
internal static partial class PlainRelated
{
    public static int[] Of(Catalog catalog, int article, int count)
    {
        var own = catalog.Articles[article];
        var ranked = catalog
            .Listed.Where(other => other != article && IsCandidate(catalog, article, other))
            .OrderByDescending(other => Points(catalog, article, other))
            .ThenBy(other => catalog.Articles[other].Date.UtcTicks)
            .ThenBy(other => other);
        var list = new List<int>();
        foreach (var other in ranked)
        {
            if (
                list.Count < count
                && !AreCopies(own, catalog.Articles[other])
                && !list.Exists(taken => AreCopies(catalog.Articles[taken], catalog.Articles[other]))
            )
            {
                list.Add(other);
            }
        }

        return [.. list];
    }

    private static bool IsCandidate(Catalog catalog, int article, int other) =>
        Lists(catalog, article).Any(list => InWindow(catalog, list, article, other));

    private static List<int[]> Lists(Catalog catalog, int article)
    {
        var lists = new List<int[]>();
        foreach (var tag in catalog.TagsOf[article])
        {
            lists.Add(catalog.Tags[tag].Articles);
        }

        lists.AddRange(
            catalog.Series.Where(topic => topic.Index == catalog.SeriesOf[article]).Select(topic => topic.Articles)
        );
        lists.AddRange(
            catalog.Events.Where(topic => topic.Index == catalog.EventOf[article]).Select(topic => topic.Articles)
        );
        var section = catalog.SectionOf[article];
        lists.Add(
            section >= 0
                ? catalog.Sections[section].Articles
                : [.. catalog.Listed.Where(other => catalog.SectionOf[other] < 0)]
        );
        return lists;
    }

    private static bool InWindow(Catalog catalog, int[] list, int article, int other)
    {
        var (window, ahead) = (
            catalog.Config.Related.Window,
            Math.Min(catalog.Config.Related.Ahead, catalog.Config.Related.Window / 2)
        );
        var newer = list.Where(place => place < article).Reverse().Take(ahead);
        var older = list.Where(place => place > article).Take(window - ahead);
        return newer.Concat(older).Contains(other);
    }

    private static int Points(Catalog catalog, int article, int other)
    {
        var (left, right) = (catalog.Articles[article], catalog.Articles[other]);
        var points = IsInside(left.Section, right.Section) ? RelatedScore.SameSection : 0;
        foreach (var tag in catalog.TagsOf[article])
        {
            var list = catalog.Tags[tag].Articles;
            var near = list.Count(place => place >= article && place < article + catalog.Config.Related.Window);
            points += InWindow(catalog, list, article, other)
                ? RelatedScore.SharedTag(near, catalog.Config.Related.Window)
                : 0;
        }

        points +=
            left.Series is not null
            && left.Series == right.Series
            && InWindow(catalog, catalog.Series[0].Articles, article, other)
                ? RelatedScore.SameSeries
                : 0;
        points +=
            left.Event is not null
            && left.Event == right.Event
            && InWindow(catalog, catalog.Events[0].Articles, article, other)
                ? RelatedScore.SameEvent
                : 0;
        var words = Words(left).Intersect(Words(right)).Count(word => !IsNumber(word));
        points += Math.Min(4, words) * RelatedScore.HeadlineWord;
        return points
            + RelatedScore.Closeness(
                (int)(left.Date.UtcTicks / TimeSpan.TicksPerDay),
                (int)(right.Date.UtcTicks / TimeSpan.TicksPerDay)
            );
    }

    private static bool IsInside(string section, string other) =>
        section == other || (section.Length > 0 && other.StartsWith(section + "/", StringComparison.Ordinal));

    private static bool AreCopies(ArticleSummary left, ArticleSummary right)
    {
        var (first, second) = (Words(left), Words(right));
        if (first.SetEquals(second))
        {
            return first.Count > 0;
        }

        var shared = first.Intersect(second).Count();
        var all = first.Union(second).Count();
        var numbersDiffer = first.Union(second).Except(first.Intersect(second)).Any(IsNumber);
        return !numbersDiffer && first.Intersect(second).Count(word => !IsNumber(word)) >= 3 && shared * 5 >= all * 4;
    }

    private static HashSet<string> Words(ArticleSummary article) =>
        [.. WordPattern().Matches(article.Title).Select(match => match.Value).Where(word => word != "the")];

    private static bool IsNumber(string word) => char.IsAsciiDigit(word[0]);

    [GeneratedRegex("[a-z]+|[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordPattern();
}
