using static System.FormattableString;

namespace StaticNews.Cli.Reporting;

/// <summary>What happened, in words: diagnostics and explanation first, the counts last.</summary>
internal static class BuildSummary
{
    private const double BytesPerMegabyte = 1_000_000;

    private const int KeptSourcesShown = 10;

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
        WriteKept(report, shell.Output);
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

    private static void WriteKept(BuildReport report, TextWriter output)
    {
        if (report.KeptFiles.Count == 0)
        {
            return;
        }

        var sources = report.KeptFiles.Select(file => file.Owner).Distinct(StringComparer.Ordinal).ToList();
        var named = string.Join(", ", sources.Take(KeptSourcesShown).Select(source => source is null ? "files of no single source" : $"content/{source}"));
        var more = sources.Count > KeptSourcesShown ? Invariant($" and {sources.Count - KeptSourcesShown:N0} more") : "";
        output.WriteLine(Invariant($"{Count(report.KeptFiles.Count, "file")} of earlier builds kept, because the source has errors: {named}{more}"));
    }

    private static string Count(int count, string noun) => Invariant($"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}
