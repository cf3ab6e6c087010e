using StaticNews.Archive.Routes;
using StaticNews.Archive.Sections;
using StaticNews.Archive.Topics;
using StaticNews.Compact;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Archive;

/// <summary>Every list of articles that the site shows, each newest first.</summary>
/// <param name="IsListed">By article: published and not expired.</param>
/// <param name="Listed">The articles of which that is true.</param>
/// <param name="SeriesOf">By article: an index, or -1.</param>
/// <param name="EventOf">By article: an index, or -1.</param>
internal sealed record ArchiveLists(
    bool[] IsListed,
    int[] Listed,
    IReadOnlyList<Section> Sections,
    TopicBuilder Tags,
    TopicBuilder Authors,
    TopicBuilder Series,
    int[] SeriesOf,
    TopicBuilder Events,
    int[] EventOf,
    IReadOnlyList<ArchiveYear> Years
)
{
    private static readonly Dictionary<string, string> NoSynonyms = [];

    public static ArchiveLists Gather(
        SiteConfig config,
        RoutedSources settled,
        SectionTree tree,
        DateTimeOffset now,
        List<Diagnostic> diagnostics
    )
    {
        var articles = settled.Table.Articles;
        var isListed = Array.ConvertAll(articles, article => IsShown(article, now));
        var listed = Indexes(isListed);
        var tagNames = Synonyms.Gather(config.Tags.Synonyms, settled.Profiles.Of(ProfileKind.Tag), diagnostics);
        var authorNames = Synonyms.Gather(NoSynonyms, settled.Profiles.Of(ProfileKind.Author), diagnostics);

        // An article has more tags than all else together, so they are one half of the work.
        var tags = Task.Run(() =>
            TopicBuilder.Gather(TopicSource.Tags, articles, isListed, tagNames, config.Tags.Minimum)
        );
        var authors = TopicBuilder.Gather(TopicSource.Authors, articles, isListed, authorNames, minimum: 1);
        var series = TopicBuilder.Gather(TopicSource.Series, articles, isListed, Synonyms.None, minimum: 1);
        var events = TopicBuilder.Gather(TopicSource.Events, articles, isListed, Synonyms.None, minimum: 1);
        var sections = SectionLists(tree, settled.SectionOf, listed, new SectionLanguages(config));
        var years = Calendar.Of(articles, listed);
        return new ArchiveLists(
            isListed,
            listed,
            sections,
            tags.GetAwaiter().GetResult(),
            authors,
            series,
            Single(series.Of, articles.Length),
            events,
            Single(events.Of, articles.Length),
            years
        );
    }

    /// <summary>Odd spellings and likely slips.</summary>
    public IReadOnlyList<NameProblem> Findings(ArticleSummary[] articles) =>
        [
            .. Tags.Findings,
            .. Authors.Findings,
            .. Series.Findings,
            .. Events.Findings,
            .. NearNames
                .Of(Tags.Topics)
                .Concat(NearNames.Of(Authors.Topics))
                .Select(pair => Slip(pair.Rare, pair.Meant, articles[pair.Rare.Articles[^1]])),
        ];

    private static NearName Slip(Topic rare, Topic meant, ArticleSummary oldest)
    {
        var names = rare.Kind == TopicKind.Author ? oldest.Authors.Select(author => author.Name) : oldest.Tags;
        var written = names.First(name => NameKey.Of(name).Equals(rare.Key, StringComparison.Ordinal));
        return new NearName(
            rare.Kind,
            written,
            oldest.Path,
            rare.Articles.Length,
            rare.Slug,
            meant.Name,
            meant.Articles.Length
        );
    }

    private static bool IsShown(ArticleSummary article, DateTimeOffset now) =>
        article.Status == ArticleStatus.Published
        && !article.Access.HasFlag(ArticleAccess.Unlisted)
        && (article.Expires is not { } expires || expires.UtcTicks > now.UtcTicks);

    private static int[] Indexes(bool[] isListed)
    {
        var indexes = new int[isListed.AsSpan().Count(true)];
        var count = 0;
        for (var i = 0; i < isListed.Length; i++)
        {
            if (isListed[i])
            {
                indexes[count++] = i;
            }
        }

        return indexes;
    }

    /// <summary>An article is in the list of its own section and of all around it.</summary>
    private static Section[] SectionLists(SectionTree tree, int[] sectionOf, int[] listed, SectionLanguages languages)
    {
        var counts = new int[tree.Nodes.Count];
        foreach (var article in listed)
        {
            for (var section = sectionOf[article]; section >= 0; section = tree.Nodes[section].Parent)
            {
                counts[section]++;
            }
        }

        var lists = Array.ConvertAll(counts, count => count == 0 ? [] : new int[count]);
        Array.Clear(counts);
        foreach (var article in listed)
        {
            for (var section = sectionOf[article]; section >= 0; section = tree.Nodes[section].Parent)
            {
                lists[section][counts[section]++] = article;
            }
        }

        return
        [
            .. tree.Nodes.Select(
                (node, i) =>
                    new Section(
                        i,
                        node.Id,
                        node.Title,
                        node.Description,
                        SiteUrls.Section(node.Id),
                        node.Parent,
                        node.Children,
                        lists[i],
                        node.Profile,
                        node.IsInNavigation,
                        languages.Of(node.Id)
                    )
            ),
        ];
    }

    private static int[] Single(ArticleTopics topics, int articles)
    {
        var single = new int[articles];
        for (var i = 0; i < articles; i++)
        {
            single[i] = topics[i] is [var topic, ..] ? topic : TopicBuilder.Nameless;
        }

        return single;
    }
}

/// <summary>
/// Listed articles by the year and month that stand on them, which near midnight need not be those of UTC.
/// </summary>
internal static class Calendar
{
    /// <summary>
    /// Years newest first; in each, months oldest first and the articles of which only the year is known.
    /// </summary>
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

        return
        [
            .. counts.Keys.GroupBy(month => month / 13).Select(months => YearOf(months.Key, months, lists)).Reverse(),
        ];
    }

    private static ArchiveYear YearOf(int year, IEnumerable<int> months, Dictionary<int, int[]> lists)
    {
        var known = months
            .Where(month => month % 13 > 0)
            .Select(month => new ArchiveMonth(year, month % 13, lists[month]));
        return new ArchiveYear(year, [.. known], lists.GetValueOrDefault(year * 13, []));
    }

    /// <summary>Thirteen to a year: 0 for articles without a month.</summary>
    private static int MonthKey(ArticleDate date) =>
        (date.Year * 13) + (date.Precision == DatePrecision.Year ? 0 : date.Month);
}

/// <summary>A calendar month by the articles' own local dates.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Articles">Indexes of its listed articles, newest first.</param>
internal sealed record ArchiveMonth(int Year, int Month, int[] Articles);

/// <param name="Months">Months with articles, oldest first.</param>
/// <param name="Undated">Articles of which only the year is known, newest first.</param>
internal sealed record ArchiveYear(int Year, IReadOnlyList<ArchiveMonth> Months, int[] Undated);
