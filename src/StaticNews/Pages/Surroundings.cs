using StaticNews.Archive;

namespace StaticNews.Pages;

/// <summary>What an article's page shows of other articles, as indexes, but for the related ones.</summary>
/// <param name="Older">The next older one of its section, or -1.</param>
/// <param name="Newer">The next newer one of its section, or -1.</param>
/// <param name="SameTime">What the paper reported just before; a page leaves out what its related list names already.</param>
/// <param name="Trending">Tags of the weeks before.</param>
internal sealed record Surroundings(
    int Older,
    int Newer,
    TimelinePlace Series,
    TimelinePlace Event,
    int[] SameTime,
    TrendingTag[] Trending)
{
    private const int SameTimeStories = 4;

    public static Surroundings Of(SitePlan plan, int article)
    {
        var catalog = plan.Catalog;
        return new Surroundings(
            plan.Furniture.OlderInSection(article),
            plan.Furniture.NewerInSection(article),
            Place(catalog.Series, catalog.SeriesOf[article], article),
            Place(catalog.Events, catalog.EventOf[article], article),
            plan.Furniture.AroundTheSameTime(article, SameTimeStories).ToArray(),
            plan.Furniture.TrendingTagsOf(article).ToArray());
    }

    private static TimelinePlace Place(IReadOnlyList<Topic> topics, int topic, int article)
    {
        if (topic < 0)
        {
            return TimelinePlace.None;
        }

        // Newest first: the part before this one stands behind it. An unlisted article is not in the list, but has its place.
        var parts = topics[topic].Articles;
        var at = Array.BinarySearch(parts, article);
        var later = (at >= 0 ? at : ~at) - 1;
        var earlier = at >= 0 ? at + 1 : ~at;
        return new TimelinePlace(
            topic,
            earlier < parts.Length ? parts[earlier] : -1,
            later >= 0 ? parts[later] : -1);
    }
}
