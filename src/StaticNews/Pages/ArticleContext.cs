using StaticNews.Archive;
using StaticNews.Archive.Topics;

namespace StaticNews.Pages;

/// <summary>What an article's page shows of other articles, as indexes, but for the related ones.</summary>
/// <param name="Older">The next older one of its section, or -1.</param>
/// <param name="Newer">The next newer one of its section, or -1.</param>
/// <param name="SameTime">
/// What the paper reported just before; a page leaves out what its related list names already.
/// </param>
/// <param name="Trending">Tags of the weeks before.</param>
internal sealed record ArticleContext(
    int Older,
    int Newer,
    SeriesPosition Series,
    SeriesPosition Event,
    int[] SameTime,
    TrendingTag[] Trending
)
{
    private const int SameTimeStories = 4;

    public static ArticleContext Of(SitePlan plan, int article)
    {
        var catalog = plan.Catalog;
        return new ArticleContext(
            plan.ArticleContexts.OlderInSection(article),
            plan.ArticleContexts.NewerInSection(article),
            Place(catalog.Series, catalog.SeriesOf[article], article),
            Place(catalog.Events, catalog.EventOf[article], article),
            plan.ArticleContexts.AroundTheSameTime(article, SameTimeStories).ToArray(),
            plan.ArticleContexts.TrendingTagsOf(article).ToArray()
        );
    }

    private static SeriesPosition Place(IReadOnlyList<Topic> topics, int topic, int article)
    {
        if (topic < 0)
        {
            return SeriesPosition.None;
        }

        // Newest first: the part before this one stands behind it. An unlisted article is not in the list, but has its
        // place.
        var parts = topics[topic].Articles;
        var at = Array.BinarySearch(parts, article);
        var later = (at >= 0 ? at : ~at) - 1;
        var earlier = at >= 0 ? at + 1 : ~at;
        return new SeriesPosition(topic, earlier < parts.Length ? parts[earlier] : -1, later >= 0 ? parts[later] : -1);
    }
}

/// <summary>Where an article stands in a series or event; all -1 where it is in none.</summary>
/// <param name="Earlier">The listed part before it, or -1.</param>
/// <param name="Later">The listed part after it, or -1.</param>
internal readonly record struct SeriesPosition(int Topic, int Earlier, int Later)
{
    public static SeriesPosition None => new(-1, -1, -1);
}
