namespace StaticNews.Timing;

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

    public GarbageCost Since(GarbageCost earlier) => new(
        [.. Collections.Zip(earlier.Collections, (now, before) => now - before)],
        Pause - earlier.Pause,
        AllocatedBytes - earlier.AllocatedBytes);
}
