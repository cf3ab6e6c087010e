using StaticNews.Benchmarks.Builds;

namespace StaticNews.Benchmarks.Peer;

/// <summary>A first build by one of the generators.</summary>
/// <param name="Files">In the output.</param>
/// <param name="Bytes">In all of these files.</param>
internal sealed record PeerRun(string Name, Measurement Cost, int Files, long Bytes)
{
    /// <summary>Each column by itself.</summary>
    public static PeerRun Median(IReadOnlyList<PeerRun> runs) =>
        runs[0] with
        {
            Cost = new Measurement(
                Middle(runs, run => run.Cost.Seconds),
                Middle(runs, run => run.Cost.ProcessorSeconds),
                (long)Middle(runs, run => run.Cost.PeakBytes),
                ""
            ),
        };

    private static double Middle(IReadOnlyList<PeerRun> runs, Func<PeerRun, double> column) =>
        runs.Select(column).Order().ElementAt(runs.Count / 2);
}
