using System.Globalization;
using StaticNews.Delivery;
using StaticNews.Text;

namespace StaticNews.Cli.Reporting;

/// <summary>What readers fetch, in words: a line a kind of page, and one a method of compression.</summary>
internal static class DeliverySummary
{
    private static readonly string[] Head = ["kB", "pages", "HTML: median", "95%", "with pictures: median", "95%", "heaviest", "budget", "the heaviest page"];

    public static void Write(BuildReport report, TextWriter output)
    {
        foreach (var copies in report.Compressed)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{CompressionMethods.NameOf(copies.Method)}: {copies.Files:N0} compressed {(copies.Files == 1 ? "file" : "files")}, {ByteSize.Words(copies.Before)} in {ByteSize.Words(copies.After)}"));
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
