namespace StaticNews.Delivery;

/// <summary>What the pages of one kind weigh.</summary>
/// <param name="Kind">As templates know it.</param>
/// <param name="Html">Without pictures.</param>
/// <param name="Whole">With them.</param>
/// <param name="HeaviestPath">Of the page that is heaviest with its pictures; of several the first, ordinal.</param>
/// <param name="Limit">Bytes; null where site.yml sets none.</param>
/// <param name="OverLimit">How many pages weigh more than that.</param>
internal sealed record KindWeight(string Kind, int Pages, WeightSpread Html, WeightSpread Whole, string HeaviestPath, long? Limit, int OverLimit);
