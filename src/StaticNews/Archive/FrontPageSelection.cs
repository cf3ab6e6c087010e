namespace StaticNews.Archive;

/// <summary>The articles that the front page shows. It shows no article twice.</summary>
/// <param name="Top">Of the newest articles those with the highest priority, then the newest.</param>
/// <param name="Latest">The newest of the others.</param>
/// <param name="Sections">A block for each top-level section that has still others, in navigation order.</param>
/// <param name="TrendingTags">Indexes of tags with a page that most of the newest articles carry, most first.</param>
internal sealed record FrontPageSelection(
    int[] Top,
    int[] Latest,
    IReadOnlyList<SectionBlock> Sections,
    int[] TrendingTags
)
{
    /// <summary>
    /// Top stories come from so many of the newest articles: an old story with a high priority makes room in the end.
    /// </summary>
    private const int TopCandidates = 50;

    private const int TrendingTagsShown = 8;

    /// <summary>
    /// Trends of the front page: the 90 days up to the newest article, and at least so many articles, since a small
    /// paper has few in 90 days.
    /// </summary>
    private const int TrendingArticles = 100;

    private static readonly long TrendingTicks = TimeSpan.FromDays(90).Ticks;

    /// <param name="top">Top stories, at most.</param>
    /// <param name="latest">Latest stories, at most.</param>
    /// <param name="perSection">Stories a section's block, at most.</param>
    public static FrontPageSelection Of(Catalog catalog, int top, int latest, int perSection)
    {
        var topStories = catalog
            .Listed.AsSpan(0, Math.Min(TopCandidates, catalog.Listed.Length))
            .ToArray()
            .OrderByDescending(article => catalog.Articles[article].Priority)
            .ThenBy(article => article)
            .Take(top)
            .ToArray();
        var latestStories = TakeOthers(catalog.Listed, latest, topStories);
        var blocks = new List<SectionBlock>();
        foreach (var section in catalog.Sections.Where(section => section.Parent < 0))
        {
            if (TakeOthers(section.Articles, perSection, [.. topStories, .. latestStories]) is { Length: > 0 } stories)
            {
                blocks.Add(new SectionBlock(section.Index, stories));
            }
        }

        return new FrontPageSelection(
            topStories,
            latestStories,
            blocks,
            ArticleContextIndex.TopTags(catalog, Trending(catalog), TrendingTagsShown)
        );
    }

    private static int[] TakeOthers(int[] articles, int count, int[] shown) =>
        [.. articles.Where(article => !shown.Contains(article)).Take(count)];

    private static ReadOnlySpan<int> Trending(Catalog catalog)
    {
        var listed = catalog.Listed;
        var count = Math.Min(TrendingArticles, listed.Length);
        while (
            count < listed.Length
            && catalog.Articles[listed[0]].Date.UtcTicks - catalog.Articles[listed[count]].Date.UtcTicks
                <= TrendingTicks
        )
        {
            count++;
        }

        return listed.AsSpan(0, count);
    }
}

/// <param name="Section">Index in <see cref="Catalog.Sections"/>.</param>
/// <param name="Articles">Indexes, newest first.</param>
internal sealed record SectionBlock(int Section, int[] Articles);
