using System.Globalization;
using StaticNews.Benchmarks.Floor;

namespace StaticNews.Benchmarks.Builds;

/// <summary>Runs as a table in Markdown.</summary>
internal static class BuildTable
{
    /// <param name="articles">In the site.</param>
    public static void Write(int articles, IReadOnlyList<BuildRun> runs, FloorResult floor, TextWriter output)
    {
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {articles:N0} articles | wall s | processor s | peak MB | rendered | written | removed | wall "
                    + $"÷ floor | processor ÷ floor |"
            )
        );
        output.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var run in runs)
        {
            output.WriteLine(Row(run, floor));
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| floor | {floor.Seconds:F2} | {floor.ProcessorSeconds:F2} | | | {floor.Files} | | 1 | 1 |"
            )
        );
    }

    private static string Row(BuildRun run, FloorResult floor) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {run.Name} | {run.Cost.Seconds:F2} | {run.Cost.ProcessorSeconds:F2} | "
                + $"{run.Cost.PeakBytes / 1e6:F0} | {run.Rendered} | {run.Written} | {run.Removed} | "
                + $"{run.Cost.Seconds / floor.Seconds:F2} | "
                + $"{run.Cost.ProcessorSeconds / floor.ProcessorSeconds:F2} |"
        );
}
