using StaticNews.Archive;
using StaticNews.Archive.Related;
using StaticNews.Content;
using Xunit.Abstractions;
using static StaticNews.Tests.Archive.TestCatalog;

namespace StaticNews.Tests.Archive;

/// <summary>
/// One article more changes few pages: what related lists and contexts owe to the archive's readers and their caches.
/// </summary>
public sealed class RelatedStabilityTests(ITestOutputHelper output)
{
    private const int Tags = 4;

    [Fact]
    public void A_newest_article_changes_a_handful_of_related_lists()
    {
        var changes = Enumerable
            .Range(0, 12)
            .Select(seed => ChangedBy(seed, new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), Lists))
            .ToArray();
        output.WriteLine($"related lists changed by a newest article: {string.Join(' ', changes)}");

        Assert.All(changes, changed => Assert.InRange(changed, 0, Config.Related.Ahead * (Tags + 1)));
        Assert.InRange(changes.Average(), 0, 10);
    }

    [Fact]
    public void An_article_put_in_the_middle_changes_few_related_lists()
    {
        var changes = Enumerable
            .Range(0, 12)
            .Select(seed => ChangedBy(seed, new DateTimeOffset(2013, 5, 5, 12, 0, 0, TimeSpan.Zero), Lists))
            .ToArray();
        output.WriteLine($"related lists changed by an article in the middle: {string.Join(' ', changes)}");

        Assert.InRange(changes.Average(), 0, 30);
        Assert.All(changes, changed => Assert.InRange(changed, 0, 60));
    }

    [Fact]
    public void Contexts_change_with_the_newest_article_only_where_that_is_a_neighbour()
    {
        var changes = Enumerable
            .Range(0, 6)
            .Select(seed => ChangedBy(seed, new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), Contexts))
            .ToArray();

        // The article before it in the section, and in the section around that, has a newer neighbour now.
        Assert.All(changes, changed => Assert.InRange(changed, 0, 2));
    }

    [Fact]
    public void Contexts_of_an_old_month_changes_few_pages()
    {
        var changes = Enumerable
            .Range(0, 12)
            .Select(seed => ChangedBy(seed, new DateTimeOffset(2013, 5, 5, 12, 0, 0, TimeSpan.Zero), Contexts))
            .ToArray();
        output.WriteLine($"contexts changed by an article in the middle: {string.Join(' ', changes)}");

        Assert.All(changes, changed => Assert.InRange(changed, 1, 80));
    }

    private static int ChangedBy(int seed, DateTimeOffset date, Func<Catalog, Dictionary<string, string>> look)
    {
        var random = new Random(seed);
        var articles = Enumerable
            .Range(0, 2000)
            .Select(i =>
                Random(
                    random,
                    i,
                    new DateTimeOffset(2006, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(
                        random.Next(14 * 365 * 24 * 60) - 1
                    )
                )
            )
            .ToArray();
        var before = look(Build(articles));
        var after = look(Build([.. articles, Random(random, 2000, date)]));
        return before.Count(page => after[page.Key] != page.Value);
    }

    /// <summary>Tags and words as unevenly spread as in a newspaper.</summary>
    private static ArticleSummary Random(Random random, int i, DateTimeOffset date)
    {
        string[] sections = ["world", "world/asia", "sport", "business"];
        var tags = Enumerable
            .Range(0, Tags)
            .Select(_ => $"t{(int)(120 * Math.Pow(random.NextDouble(), 2))}")
            .Distinct()
            .ToArray();
        var title = string.Join(
            ' ',
            Enumerable.Range(0, 7).Select(_ => $"w{(int)(1500 * Math.Pow(random.NextDouble(), 2))}x")
        );
        return Article($"a{i:D5}.md", $"{date:yyyy-MM-ddTHH:mm:ssZ}", title, tags) with
        {
            Section = sections[random.Next(sections.Length)],
        };
    }

    private static Dictionary<string, string> Lists(Catalog catalog)
    {
        var index = RelatedIndex.Of(catalog);
        var scratch = index.NewScratch();
        var list = new RelatedArticle[7];
        return Enumerable
            .Range(0, catalog.Articles.Count)
            .ToDictionary(
                i => catalog.Articles[i].Path,
                i =>
                    string.Join(
                        ' ',
                        catalog.Paths(list[..index.Related(i, scratch, list)].Select(related => related.Article))
                    )
            );
    }

    private static Dictionary<string, string> Contexts(Catalog catalog)
    {
        var contexts = ArticleContextIndex.Of(catalog);
        return Enumerable
            .Range(0, catalog.Articles.Count)
            .ToDictionary(
                i => catalog.Articles[i].Path,
                i =>
                {
                    int[] neighbours =
                    [
                        contexts.OlderInSection(i),
                        contexts.NewerInSection(i),
                        .. contexts.AroundTheSameTime(i, 4),
                    ];
                    var tags = contexts
                        .TrendingTagsOf(i)
                        .ToArray()
                        .Select(trend => catalog.Tags[trend.Tag].Slug + trend.Name);
                    return $"{string.Join(' ', catalog.Paths(neighbours.Where(article => article >= 0)))} | "
                        + $"{string.Join(' ', tags)}";
                }
            );
    }
}
