using System.Globalization;
using StaticNews.Building;
using StaticNews.Output;
using StaticNews.Text;
using StaticNews.Timing;
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
            shell.Output.WriteLine(
                Invariant($"Nothing was built: {Count(report.Errors, "error")}, {Count(report.Warnings, "warning")}")
            );
            return;
        }

        ChangeSummary.Write(report, shell.Output);
        AdoptionSummary.Write(report, shell.Output);
        WriteKept(report, shell.Output);
        shell.Output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Count(report.Articles, "article")}, {Count(report.Pages, "page")}: {report.Rendered:N0} "
                    + $"rendered, {report.Reused:N0} reused"
            )
        );
        WriteSources(report.Sources, report.UnpublishedFiles, shell.Output);
        shell.Output.WriteLine(
            Invariant(
                $"{Count(report.Written, "file")} written, {report.Unchanged:N0} unchanged, {report.Removed:N0} removed"
            )
        );
        shell.Output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Count(report.Errors, "error")}, {Count(report.Warnings, "warning")}; "
                    + $"{cost.Elapsed.TotalSeconds:F2} s, {cost.PeakMemory / BytesPerMegabyte:N0} MB"
            )
        );
        MessageTable.Write(report.Diagnostics, shell.Output);
        WeightSummary.Write(report, shell.Output);
        if (cost.Timings is { } timings)
        {
            TimingTable.Write(timings, shell.Output);
        }
    }

    /// <summary>What became of the articles that are not simply published; nothing where all are.</summary>
    private static void WriteSources(SourceCounts counts, IReadOnlyList<string> files, TextWriter output)
    {
        var published = Invariant($"{counts.Published:N0} published");
        published += counts.Previewed > 0 ? Invariant($" ({counts.Previewed:N0} only in this preview)") : "";
        published += counts.Expired > 0 ? Invariant($" ({counts.Expired:N0} expired, in no list)") : "";
        var parts = new List<string> { published };
        if (counts.Drafts + counts.Future > 0)
        {
            string?[] kinds =
            [
                counts.Drafts > 0 ? Count(counts.Drafts, "draft") : null,
                counts.Future > 0 ? Count(counts.Future, "future article") : null,
            ];
            parts.Add(
                string.Join(" and ", kinds.OfType<string>())
                    + " held back"
                    + (counts.NextDue is { } due ? $" (the next is due {due})" : "")
            );
        }

        if (counts.Removed > 0)
        {
            parts.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{counts.Removed:N0} removed, because their expiry date has passed (to keep their pages, map "
                        + $"the key to 'expires' in site.yml)"
                )
            );
        }

        if (counts.Failed > 0)
        {
            parts.Add(Invariant($"{counts.Failed:N0} left out with an error"));
        }

        if (parts.Count > 1 || counts.Expired + counts.Previewed > 0)
        {
            output.WriteLine(Invariant($"{Count(counts.Files, "article file")}: {string.Join(", ", parts)}"));
        }

        if (files.Count > 0)
        {
            var named = string.Join(", ", files.Take(KeptSourcesShown).Select(file => $"content/{file}"));
            var more =
                files.Count > KeptSourcesShown ? Invariant($" and {files.Count - KeptSourcesShown:N0} more") : "";
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Count(files.Count, "file")} held back, because only unpublished articles use them: "
                        + $"{DiagnosticPrinter.Printable(named)}{more}"
                )
            );
        }

        if (counts.OtherDrafts > 0)
        {
            output.WriteLine(Invariant($"{Count(counts.OtherDrafts, "draft")} of pages and profiles held back"));
        }
    }

    private static void WriteKept(BuildReport report, TextWriter output)
    {
        if (report.KeptFiles.Count == 0)
        {
            return;
        }

        var sources = report.KeptFiles.Select(file => file.Owner).Distinct(StringComparer.Ordinal).ToList();
        var named = string.Join(
            ", ",
            sources
                .Take(KeptSourcesShown)
                .Select(source => source is null ? "files without a single source" : $"content/{source}")
        );
        var more =
            sources.Count > KeptSourcesShown ? Invariant($" and {sources.Count - KeptSourcesShown:N0} more") : "";
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Count(report.KeptFiles.Count, "file")} of earlier builds kept, because the source has errors: "
                    + $"{named}{more}"
            )
        );
    }

    private static string Count(int count, string noun) => Invariant($"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}

/// <param name="Elapsed">Wall time of the build.</param>
/// <param name="PeakMemory">Largest resident size of the process so far, in bytes.</param>
/// <param name="Timings">Null unless asked for, and where nothing was built.</param>
internal readonly record struct BuildCost(TimeSpan Elapsed, long PeakMemory, BuildTimings? Timings);

/// <summary>The answer to <c>build --explain-change</c> in words: a line a reason, its files below it.</summary>
internal static class ChangeSummary
{
    public static void Write(BuildReport report, TextWriter output)
    {
        foreach (var group in report.Change)
        {
            output.WriteLine(Invariant($"{group.Reason} ({group.Count:N0})"));
            foreach (var file in group.Files)
            {
                output.WriteLine($"  {DiagnosticPrinter.Printable(file)}");
            }

            if (group.Count > group.Files.Count)
            {
                output.WriteLine(Invariant($"  … and {group.Count - group.Files.Count:N0} more"));
            }
        }
    }
}

/// <summary>What <c>--adopt</c> found in the output folder, and what became of it.</summary>
internal static class AdoptionSummary
{
    public static void Write(BuildReport report, TextWriter output)
    {
        if (report.Adoption == Adoption.Report)
        {
            return;
        }

        output.WriteLine(
            report switch
            {
                { UnknownFiles.Count: 0 } => "StaticNews knows every file in the output folder.",
                { Adoption: Adoption.Take } =>
                    "StaticNews had no record of writing these files; they are kept and not reported again:",
                { HasRemovedUnknown: true } =>
                    "StaticNews had no record of writing these files, and no page needed them; they were removed:",
                { Adoption: Adoption.Remove } =>
                    "StaticNews has no record of writing these files; they are removed by a build without errors:",
                _ => "StaticNews has no record of writing these files:",
            }
        );
        foreach (var path in report.UnknownFiles)
        {
            output.WriteLine($"  {path}");
        }
    }
}

/// <summary>What readers fetch, in words: one line per kind of page, and one per method of compression.</summary>
internal static class WeightSummary
{
    private static readonly string[] Head =
    [
        "kB",
        "pages",
        "HTML: median",
        "95%",
        "with images: median",
        "95%",
        "heaviest",
        "budget",
        "the heaviest page",
    ];

    public static void Write(BuildReport report, TextWriter output)
    {
        foreach (var copies in report.Compressed)
        {
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{CompressionMethods.NameOf(copies.Method)}: {copies.Files:N0} compressed "
                        + $"{(copies.Files == 1 ? "file" : "files")}, {ByteSize.Format(copies.Before)} in "
                        + $"{ByteSize.Format(copies.After)}"
                )
            );
        }

        if (report.Weights is { Kinds.Count: > 0 } weights)
        {
            output.WriteLine($"Weight of a page, HTML in {weights.Measure}:");
            TextTable.Write("<>>>>>>><", [Head, .. weights.Kinds.Select(Row)], output);
        }
    }

    private static string[] Row(KindWeight kind) =>
        [
            kind.Kind,
            kind.Pages.ToString("N0", CultureInfo.InvariantCulture),
            Kilobytes(kind.Html.Median),
            Kilobytes(kind.Html.Percentile95),
            Kilobytes(kind.Whole.Median),
            Kilobytes(kind.Whole.Percentile95),
            Kilobytes(kind.Whole.Heaviest),
            kind.Limit is { } limit ? Kilobytes(limit) : "",
            DiagnosticPrinter.Printable(kind.HeaviestPath),
        ];

    private static string Kilobytes(long bytes) => (bytes / 1_000m).ToString("N2", CultureInfo.InvariantCulture);
}
