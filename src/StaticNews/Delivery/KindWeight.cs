namespace StaticNews.Delivery;

/// <summary>What the pages of one kind weigh, in bytes.</summary>
/// <param name="Kind">As templates know it.</param>
/// <param name="Median">Of the two in the middle the lighter one.</param>
/// <param name="Percentile95">At least 95 of a hundred pages weigh no more.</param>
/// <param name="HeaviestPath">Of several the first, ordinal.</param>
/// <param name="Limit">Null where site.yml sets none.</param>
/// <param name="OverLimit">How many pages weigh more than that.</param>
internal sealed record KindWeight(string Kind, int Pages, long Median, long Percentile95, long Heaviest, string HeaviestPath, long? Limit, int OverLimit);
