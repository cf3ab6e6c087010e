using System.Globalization;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Cli.Reporting;

/// <summary>Prints diagnostics as compilers do, so that editors can jump to them.</summary>
internal static class DiagnosticPrinter
{
    /// <summary>More than an editor reads at once; the rest is counted.</summary>
    private const int ShownAtMost = 50;

    /// <summary>
    /// Errors first: four of them must not drown in a thousand warnings about pictures that an old archive has lost.
    /// </summary>
    /// <param name="diagnostics">By path, offset and code; that order is kept among errors and among warnings.</param>
    public static void Print(IReadOnlyList<Diagnostic> diagnostics, TextWriter writer)
    {
        foreach (var diagnostic in diagnostics.OrderByDescending(diagnostic => diagnostic.Severity).Take(ShownAtMost))
        {
            Print(diagnostic, writer);
        }

        if (diagnostics.Count > ShownAtMost)
        {
            writer.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"… and {diagnostics.Count - ShownAtMost:N0} more; --format json lists all."
                )
            );
        }
    }

    public static void Print(Diagnostic diagnostic, TextWriter writer)
    {
        var at = diagnostic.At;
        var place = PlaceOf(diagnostic);
        var severity = SeverityName.Of(diagnostic.Severity);
        writer.WriteLine($"{Printable(place)}: {severity} {diagnostic.Code}: {Printable(diagnostic.Message)}");
        if (at is { Line: > 0, LineText: { } line })
        {
            CodeFrame.Print(line, at, writer);
        }

        if (diagnostic.Hint is { } hint)
        {
            writer.WriteLine($"  hint: {Printable(hint)}");
        }
    }

    public static string PlaceOf(Diagnostic diagnostic) =>
        diagnostic.At is { Line: > 0 } at
            ? string.Create(CultureInfo.InvariantCulture, $"{at.Path}:{at.Line}:{at.Column}")
            : diagnostic.At.Path;

    /// <summary>
    /// What an article contains must not move the reader's cursor, colour the terminal or turn the direction of a line.
    /// </summary>
    internal static string Printable(string text) =>
        text.Any(IsUnsafe) ? string.Concat(text.Select(unit => IsUnsafe(unit) ? '\ufffd' : unit)) : text;

    // The embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX #9) make a line read otherwise
    // than it is.
    private static bool IsUnsafe(char unit) =>
        char.IsControl(unit) || unit is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}

/// <summary>
/// The line of a mistake with marks below it: <c>7 | publihed: 2014</c>, and <c>^^^^^^^^</c> under the key.
/// </summary>
internal static class CodeFrame
{
    /// <summary>
    /// A paragraph is one line in Markdown; more than this of it hides the place rather than shows it.
    /// </summary>
    private const int ShownChars = 120;

    /// <summary>How much stands before the place when the line is cut.</summary>
    private const int CharsBefore = 40;

    private const string Cut = "…";
    private const string Tab = "    ";

    /// <param name="line">The line without its end.</param>
    /// <param name="at">A place in it, from line 1 on.</param>
    /// <param name="writer">Takes two lines.</param>
    public static void Print(string line, SourceLocation at, TextWriter writer)
    {
        var start = Math.Clamp(at.Column - 1, 0, line.Length);
        var from =
            line.Length <= ShownChars ? 0 : Whole(line, Math.Clamp(start - CharsBefore, 0, line.Length - ShownChars));
        var to = Whole(line, Math.Min(from + ShownChars, line.Length));
        var end = Math.Clamp(start + at.Length, start, Math.Max(start, to));
        var before = (from > 0 ? Cut : "") + Shown(line[from..start]);
        var marked = Shown(line[start..end]);
        var after = Shown(line[end..Math.Max(end, to)]) + (to < line.Length ? Cut : "");
        var margin = at.Line.ToString(CultureInfo.InvariantCulture);
        writer.WriteLine($"  {margin} | {before}{marked}{after}");
        writer.WriteLine(
            $"  {new string(' ', margin.Length)} | "
                + $"{new string(' ', TerminalWidth.Of(before))}{new string('^', Math.Max(1, TerminalWidth.Of(marked)))}"
        );
    }

    private static string Shown(string text) =>
        DiagnosticPrinter.Printable(text.Replace("\t", Tab, StringComparison.Ordinal));

    /// <summary>A place that does not cut a surrogate pair.</summary>
    private static int Whole(string line, int at) =>
        at > 0 && at < line.Length && char.IsLowSurrogate(line[at]) ? at - 1 : at;
}

/// <summary>What a severity is called in text and JSON.</summary>
internal static class SeverityName
{
    public static string Of(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "note",
        };
}
