using static System.FormattableString;

namespace StaticNews.Cli.Reporting;

/// <summary>What happened, in words: diagnostics and explanation first, the counts last.</summary>
internal static class BuildSummary
{
    private const double BytesPerMegabyte = 1_000_000;

    public static void Write(BuildReport report, BuildCost cost, Shell shell)
    {
        DiagnosticPrinter.Print(report.Diagnostics, shell.Error);
        foreach (var line in report.Explanation)
        {
            shell.Output.WriteLine(line);
        }

        if (!report.IsBuilt)
        {
            shell.Output.WriteLine(Invariant($"Nothing was built: {Count(report.Errors, "error")}, {Count(report.Warnings, "warning")}"));
            return;
        }

        ChangeSummary.Write(report, shell.Output);
        AdoptionSummary.Write(report, shell.Output);
        shell.Output.WriteLine(Invariant(
            $"{Count(report.Articles, "article")}, {Count(report.Pages, "page")}: {report.Rendered:N0} rendered, {report.Reused:N0} reused"));
        shell.Output.WriteLine(Invariant(
            $"{Count(report.Written, "file")} written, {report.Unchanged:N0} unchanged, {report.Removed:N0} removed"));
        shell.Output.WriteLine(Invariant(
            $"{Count(report.Errors, "error")}, {Count(report.Warnings, "warning")}; {cost.Elapsed.TotalSeconds:F2} s, {cost.PeakMemory / BytesPerMegabyte:N0} MB"));
        DeliverySummary.Write(report, shell.Output);
        if (cost.Timings is { } timings)
        {
            TimingTable.Write(timings, shell.Output);
        }
    }

    private static string Count(int count, string noun) => Invariant($"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}
