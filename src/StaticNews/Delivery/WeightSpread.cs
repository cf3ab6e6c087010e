namespace StaticNews.Delivery;

/// <summary>How many weights lie, in bytes, by nearest rank: the smallest that so many of a hundred do not exceed.</summary>
internal readonly record struct WeightSpread(long Median, long Percentile95, long Heaviest)
{
    /// <param name="weights">At least one; they are left sorted.</param>
    public static WeightSpread Of(List<long> weights)
    {
        weights.Sort();
        return new WeightSpread(At(weights, 50), At(weights, 95), weights[^1]);
    }

    private static long At(List<long> sorted, int percent) => sorted[(int)((((long)sorted.Count * percent) + 99) / 100) - 1];
}
