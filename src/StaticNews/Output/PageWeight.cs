using StaticNews.Configuration;

namespace StaticNews.Output;

/// <summary>
/// The bytes that a browser loads to show a page: the HTML, and each picture of its own site once, be it in sight or
/// not.
/// </summary>
/// <param name="Path">Below the output folder.</param>
/// <param name="Html">Bytes in brotli.</param>
/// <param name="Pictures">With the bytes of each file; the heaviest first, then ordinal.</param>
internal sealed record PageWeight(string Path, int Html, IReadOnlyList<(string Path, long Bytes)> Pictures)
{
    /// <summary>In bytes.</summary>
    public long Total { get; } = Html + Pictures.Sum(static picture => picture.Bytes);
}

/// <summary>What the pages of one kind weigh.</summary>
/// <param name="Kind">As templates know it.</param>
/// <param name="Html">Without pictures.</param>
/// <param name="Whole">With them.</param>
/// <param name="HeaviestPath">Of the page that is heaviest with its pictures; of several the first, ordinal.</param>
/// <param name="Limit">Bytes; null where site.yml sets none.</param>
/// <param name="OverLimit">How many pages weigh more than that.</param>
internal sealed record KindWeight(
    string Kind,
    int Pages,
    WeightSpread Html,
    WeightSpread Whole,
    string HeaviestPath,
    long? Limit,
    int OverLimit
);

/// <param name="Measure">How HTML was weighed: <c>brotli 11</c>.</param>
/// <param name="Kinds">In the order of the kinds.</param>
internal sealed record WeightReport(string Measure, IReadOnlyList<KindWeight> Kinds);

/// <summary>
/// How many weights lie, in bytes, by nearest rank: the smallest that so many of a hundred do not exceed.
/// </summary>
internal readonly record struct WeightSpread(long Median, long Percentile95, long Heaviest)
{
    /// <param name="weights">At least one; they are left sorted.</param>
    public static WeightSpread Of(List<long> weights)
    {
        weights.Sort();
        return new WeightSpread(At(weights, 50), At(weights, 95), weights[^1]);
    }

    private static long At(List<long> sorted, int percent) =>
        sorted[(int)((((long)sorted.Count * percent) + 99) / 100) - 1];
}

/// <summary>
/// Collects what pages weigh, by kind: two numbers a page. Safe for many threads, and the same whichever came first.
/// </summary>
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
                    rows.Add(
                        new KindWeight(
                            kind,
                            tally.Html.Count,
                            WeightSpread.Of(tally.Html),
                            WeightSpread.Of(tally.Whole),
                            tally.HeaviestPath,
                            limitOf(kind),
                            tally.OverLimit
                        )
                    );
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
            if (
                page.Total > _heaviest
                || (page.Total == _heaviest && string.CompareOrdinal(page.Path, HeaviestPath) < 0)
            )
            {
                (_heaviest, HeaviestPath) = (page.Total, page.Path);
            }
        }
    }
}

/// <summary>Which file of the site an address on a page means.</summary>
internal static class SiteFileAddress
{
    /// <param name="site">The address of the site.</param>
    /// <param name="page">The page's output path.</param>
    /// <param name="address">As the page has it: from the root, relative, or whole.</param>
    /// <returns>
    /// Below the output folder, with '/'; null for an address of another site, and for a picture that is part of the
    /// page (<c>data:</c>).
    /// </returns>
    public static string? OutputPathOf(BaseUrl site, string page, string address)
    {
        var root = new Uri(site.Absolute("/"));
        var pageUrl = new Uri(root, Uri.EscapeDataString(page).Replace("%2F", "/", StringComparison.Ordinal));
        if (!Uri.TryCreate(pageUrl, address, out var url))
        {
            return null;
        }

        var (whole, prefix) = (url.GetLeftPart(UriPartial.Path), root.AbsoluteUri);
        return whole.StartsWith(prefix, StringComparison.Ordinal) && whole.Length > prefix.Length
            ? Uri.UnescapeDataString(whole[prefix.Length..])
            : null;
    }
}
