namespace StaticNews.Timing;

/// <summary>
/// Where a build's time went. For people who tune a site or this program; nothing of it reaches a page.
/// </summary>
/// <param name="Stages">In the order in which they ran; together they are the whole build.</param>
/// <param name="SlowestArticles">Slowest first, at most <see cref="SlowestPages.KeptAtMost"/>.</param>
/// <param name="Templates">The one that took most first.</param>
internal sealed record BuildTimings(
    IReadOnlyList<StageTime> Stages,
    IReadOnlyList<ArticleTime> SlowestArticles,
    IReadOnlyList<TemplateTime> Templates,
    GarbageCost Garbage
);

/// <param name="Processor">
/// Of the whole process, the collector's and the compiler's threads included; above <paramref name="Wall"/> where
/// workers ran side by side.
/// </param>
/// <param name="AllocatedBytes">Given out during the stage, not held.</param>
/// <param name="PeakBytes">Largest resident size of the process when the stage ended, since it began.</param>
/// <param name="Work">What the stage's workers did; empty where it has none.</param>
internal sealed record StageTime(
    string Name,
    TimeSpan Wall,
    TimeSpan Processor,
    long AllocatedBytes,
    long PeakBytes,
    IReadOnlyList<WorkTime> Work
);

/// <param name="Worker">
/// Summed over the workers, by the wall clock: with more workers than processors it holds time spent waiting for one.
/// </param>
internal readonly record struct WorkTime(Work Work, TimeSpan Worker);

/// <summary>What one article's page took, from its source's bytes to the finished HTML.</summary>
/// <param name="Source">Below content/.</param>
/// <param name="Total">The three others, and the gathering of the model.</param>
/// <param name="Load">Reading and parsing the source for its page.</param>
internal readonly record struct ArticleTime(
    string Source,
    TimeSpan Total,
    TimeSpan Load,
    TimeSpan Body,
    TimeSpan Template
);

/// <summary>What the pages of one template took in that template and its includes.</summary>
/// <param name="Name">As in the folder <c>templates/</c>: <c>article.sbn-html</c>.</param>
/// <param name="SlowestPage">Below the output folder.</param>
internal sealed record TemplateTime(string Name, int Pages, TimeSpan Total, TimeSpan Slowest, string SlowestPage)
{
    public TemplateTime With(TemplateTime other)
    {
        var slower = other.Slowest > Slowest ? other : this;
        return slower with { Pages = Pages + other.Pages, Total = Total + other.Total };
    }
}

/// <summary>What the process asked of the collector.</summary>
/// <param name="Collections">By generation, each collection in the oldest one that it reached.</param>
/// <param name="Pause">How long all threads stood still for it.</param>
/// <param name="AllocatedBytes">Given out, not held.</param>
internal sealed record GarbageCost(IReadOnlyList<int> Collections, TimeSpan Pause, long AllocatedBytes)
{
    /// <summary>Since the process began.</summary>
    public static GarbageCost SoFar()
    {
        // The runtime counts a collection of an older generation among those of the younger ones, too.
        var collections = new int[GC.MaxGeneration + 1];
        for (var generation = 0; generation <= GC.MaxGeneration; generation++)
        {
            var older = generation == GC.MaxGeneration ? 0 : GC.CollectionCount(generation + 1);
            collections[generation] = GC.CollectionCount(generation) - older;
        }

        return new GarbageCost(collections, GC.GetTotalPauseDuration(), GC.GetTotalAllocatedBytes());
    }

    public GarbageCost Since(GarbageCost earlier) =>
        new(
            [.. Collections.Zip(earlier.Collections, (now, before) => now - before)],
            Pause - earlier.Pause,
            AllocatedBytes - earlier.AllocatedBytes
        );
}

/// <summary>
/// The few slowest articles of many: a heap whose root is the one to give way, so that an archive of any size takes ten
/// places.
/// </summary>
internal sealed class SlowestPages
{
    public const int KeptAtMost = 10;

    private readonly PriorityQueue<ArticleTime, TimeSpan> _kept = new(KeptAtMost);

    public void Add(ArticleTime article)
    {
        if (_kept.Count < KeptAtMost)
        {
            _kept.Enqueue(article, article.Total);
        }
        else
        {
            _kept.EnqueueDequeue(article, article.Total);
        }
    }

    public void AddAll(SlowestPages others)
    {
        foreach (var (article, _) in others._kept.UnorderedItems)
        {
            Add(article);
        }
    }

    /// <summary>Slowest first.</summary>
    public ArticleTime[] ToArray() =>
        [
            .. _kept
                .UnorderedItems.Select(item => item.Element)
                .OrderByDescending(article => article.Total)
                .ThenBy(article => article.Source, StringComparer.Ordinal),
        ];
}
