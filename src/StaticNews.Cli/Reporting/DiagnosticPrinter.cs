using System.Globalization;
using StaticNews.Diagnostics;

namespace StaticNews.Cli.Reporting;

/// <summary>Prints diagnostics as compilers do, so that editors can jump to them.</summary>
internal static class DiagnosticPrinter
{
    /// <summary>More than an editor reads at once; the rest is counted.</summary>
    private const int ShownAtMost = 50;

    private const int TabWidth = 4;

    /// <summary>Errors first: four of them must not drown in a thousand warnings about pictures that an old archive has lost.</summary>
    /// <param name="diagnostics">By path, offset and code; that order is kept among errors and among warnings.</param>
    public static void Print(IReadOnlyList<Diagnostic> diagnostics, TextWriter writer)
    {
        foreach (var diagnostic in diagnostics.OrderByDescending(diagnostic => diagnostic.Severity).Take(ShownAtMost))
        {
            Print(diagnostic, writer);
        }

        if (diagnostics.Count > ShownAtMost)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… and {diagnostics.Count - ShownAtMost:N0} more; --format json lists all."));
        }
    }

    public static void Print(Diagnostic diagnostic, TextWriter writer)
    {
        var at = diagnostic.At;
        var place = at.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{at.Path}:{at.Line}:{at.Column}") : at.Path;
        var severity = diagnostic.Severity == Severity.Error ? "error" : "warning";
        writer.WriteLine($"{Printable(place)}: {severity} {diagnostic.Code}: {Printable(diagnostic.Message)}");
        if (at is { Line: > 0, LineText: { } line })
        {
            PrintFrame(line, at.Line, at.Column, at.Length, writer);
        }

        if (diagnostic.Hint is { } hint)
        {
            writer.WriteLine($"  hint: {Printable(hint)}");
        }
    }

    private static void PrintFrame(string line, int number, int column, int length, TextWriter writer)
    {
        var start = Math.Clamp(column - 1, 0, line.Length);
        var end = Math.Clamp(start + length, start, line.Length);
        var margin = number.ToString(CultureInfo.InvariantCulture);
        writer.WriteLine($"  {margin} | {Printable(Widen(line))}");
        var indent = new string(' ', Widen(line[..start]).Length);
        var marks = new string('^', Math.Max(1, Widen(line[start..end]).Length));
        writer.WriteLine($"  {new string(' ', margin.Length)} | {indent}{marks}");
    }

    private static string Widen(string text) => text.Replace("\t", new string(' ', TabWidth), StringComparison.Ordinal);

    /// <summary>What an article contains must not move the reader's cursor or colour the terminal.</summary>
    private static string Printable(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(unit => char.IsControl(unit) ? '\ufffd' : unit)) : text;
}
