namespace StaticNews.Delivery;

/// <summary>Collects what pages weigh, by kind: two numbers a page. Safe for many threads, and the same whichever came first.</summary>
internal sealed class WeightTable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Tally> _kinds = new(StringComparer.Ordinal);

    public void Add(string kind, PageWeight page, bool isOverLimit)
    {
        lock (_gate)
        {
            if (!_kinds.TryGetValue(kind, out var tally))
            {
                _kinds[kind] = tally = new Tally();
            }

            tally.Add(page, isOverLimit);
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
                    rows.Add(new KindWeight(
                        kind, tally.Html.Count, WeightSpread.Of(tally.Html), WeightSpread.Of(tally.Whole), tally.HeaviestPath, limitOf(kind), tally.OverLimit));
                }
            }

            return rows;
        }
    }

    private sealed class Tally
    {
        private long _heaviest = -1;

        public List<long> Html { get; } = [];

        public List<long> Whole { get; } = [];

        public string HeaviestPath { get; private set; } = "";

        public int OverLimit { get; private set; }

        public void Add(PageWeight page, bool isOverLimit)
        {
            Html.Add(page.Html);
            Whole.Add(page.Total);
            OverLimit += isOverLimit ? 1 : 0;
            if (page.Total > _heaviest || (page.Total == _heaviest && string.CompareOrdinal(page.Path, HeaviestPath) < 0))
            {
                (_heaviest, HeaviestPath) = (page.Total, page.Path);
            }
        }
    }
}
