using System.Globalization;
using StaticNews.Diagnostics;

namespace StaticNews.Cli.Reporting;

/// <summary>The messages of a build by code: how many, where the first is, and what to do. Errors come first, then the most frequent.</summary>
internal static class MessageTable
{
    /// <summary>A row should fit into a wide terminal; the whole hint stands with its message above.</summary>
    private const int AdviceMaxChars = 90;

    private const int PlaceMaxChars = 48;

    private static readonly string[] Head = ["code", "kind", "count", "first place", "what to do"];

    public static void Write(IReadOnlyList<Diagnostic> diagnostics, TextWriter output)
    {
        if (diagnostics.Count == 0)
        {
            return;
        }

        var rows = diagnostics
            .GroupBy(diagnostic => (diagnostic.Code, diagnostic.Severity))
            .OrderByDescending(group => group.Key.Severity)
            .ThenByDescending(group => group.Count())
            .ThenBy(group => group.Key.Code, StringComparer.Ordinal)
            .Select(group => Row(group.First(), group.Count()));
        output.WriteLine("Messages by code:");
        TextTable.Write("<<><<", [Head, .. rows], output);
    }

    private static string[] Row(Diagnostic first, int count) =>
    [
        first.Code,
        SeverityName.Of(first.Severity),
        count.ToString("N0", CultureInfo.InvariantCulture),
        DiagnosticPrinter.Printable(CutAtStart(DiagnosticPrinter.PlaceOf(first))),
        DiagnosticPrinter.Printable(CutAtEnd(first.Hint ?? first.Message)),
    ];

    private static string CutAtEnd(string text) => text.Length <= AdviceMaxChars ? text : string.Concat(text.AsSpan(0, AdviceMaxChars - 1).TrimEnd(), "…");

    /// <summary>The file's name and the line stand at the end.</summary>
    private static string CutAtStart(string place) => place.Length <= PlaceMaxChars ? place : string.Concat("…", place.AsSpan(place.Length - PlaceMaxChars + 1));
}
