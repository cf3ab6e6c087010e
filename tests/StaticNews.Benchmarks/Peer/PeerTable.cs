using System.Globalization;
using StaticNews.Benchmarks.Floor;

namespace StaticNews.Benchmarks.Peer;

/// <summary>Generators side by side, as a table in Markdown.</summary>
internal static class PeerTable
{
    /// <param name="runs">The last one is what the others are held against.</param>
    /// <param name="floor">Of the first one's output.</param>
    public static void Write(IReadOnlyList<PeerRun> runs, FloorResult floor, TextWriter output)
    {
        var measure = runs[^1];
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {floor.Sources:N0} articles | wall s | processor s | peak MB | files | MB | wall ÷ "
                    + $"{measure.Name} | processor ÷ {measure.Name} | memory ÷ {measure.Name} |"
            )
        );
        output.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var run in runs)
        {
            output.WriteLine(Row(run, measure));
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| floor of the first row | {floor.Seconds:F2} | {floor.ProcessorSeconds:F2} | | {floor.Files} | "
                    + $"{floor.Bytes / 1e6:F0} | | | |"
            )
        );
    }

    private static string Row(PeerRun run, PeerRun measure) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {run.Name} | {run.Cost.Seconds:F2} | {run.Cost.ProcessorSeconds:F2} | "
                + $"{run.Cost.PeakBytes / 1e6:F0} | {run.Files} | {run.Bytes / 1e6:F0} | "
                + $"{run.Cost.Seconds / measure.Cost.Seconds:F2} | "
                + $"{run.Cost.ProcessorSeconds / measure.Cost.ProcessorSeconds:F2} | "
                + $"{(double)run.Cost.PeakBytes / measure.Cost.PeakBytes:F2} |"
        );
}
