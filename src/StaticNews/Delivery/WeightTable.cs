namespace StaticNews.Delivery;

/// <summary>Collects what pages weigh, by kind: a number a page. Safe for many threads, and the same whichever came first.</summary>
internal sealed class WeightTable
{
    private const int PercentileOfMost = 95;
    private const int PercentileOfHalf = 50;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Tally> _kinds = new(StringComparer.Ordinal);

    public void Add(string kind, string path, long bytes)
    {
        lock (_gate)
        {
            if (!_kinds.TryGetValue(kind, out var tally))
            {
                _kinds[kind] = tally = new Tally();
            }

            tally.Weights.Add(bytes);
            if (bytes > tally.Heaviest || (bytes == tally.Heaviest && string.CompareOrdinal(path, tally.HeaviestPath) < 0))
            {
                (tally.Heaviest, tally.HeaviestPath) = (bytes, path);
            }
        }
    }

    /// <param name="kinds">In the order of the answer; those without a page are left out.</param>
    /// <param name="limitOf">Null for a kind without one.</param>
    public IReadOnlyList<KindWeight> Kinds(IReadOnlyList<string> kinds, Func<string, long?> limitOf)
    {
        lock (_gate)
        {
            var rows = new List<KindWeight>();
            foreach (var kind in kinds)
            {
                if (_kinds.TryGetValue(kind, out var tally))
                {
                    var limit = limitOf(kind);
                    var weights = tally.Weights;
                    weights.Sort();
                    rows.Add(new KindWeight(
                        kind,
                        weights.Count,
                        Percentile(weights, PercentileOfHalf),
                        Percentile(weights, PercentileOfMost),
                        tally.Heaviest,
                        tally.HeaviestPath,
                        limit,
                        limit is { } most ? weights.Count(weight => weight > most) : 0));
                }
            }

            return rows;
        }
    }

    /// <summary>By nearest rank: the smallest weight that so many of a hundred pages do not exceed.</summary>
    private static long Percentile(List<long> sorted, int percent) => sorted[(int)((((long)sorted.Count * percent) + 99) / 100) - 1];

    private sealed class Tally
    {
        public List<long> Weights { get; } = [];

        public long Heaviest { get; set; } = -1;

        public string HeaviestPath { get; set; } = "";
    }
}
