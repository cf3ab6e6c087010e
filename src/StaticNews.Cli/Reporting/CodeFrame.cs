using System.Globalization;
using StaticNews.Text;

namespace StaticNews.Cli.Reporting;

/// <summary>The line of a mistake with marks below it: <c>7 | publihed: 2014</c>, and <c>^^^^^^^^</c> under the key.</summary>
internal static class CodeFrame
{
    /// <summary>A paragraph is one line in Markdown; more than this of it hides the place rather than shows it.</summary>
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
        var from = line.Length <= ShownChars ? 0 : Whole(line, Math.Clamp(start - CharsBefore, 0, line.Length - ShownChars));
        var to = Whole(line, Math.Min(from + ShownChars, line.Length));
        var end = Math.Clamp(start + at.Length, start, Math.Max(start, to));
        var before = (from > 0 ? Cut : "") + Shown(line[from..start]);
        var marked = Shown(line[start..end]);
        var after = Shown(line[end..Math.Max(end, to)]) + (to < line.Length ? Cut : "");
        var margin = at.Line.ToString(CultureInfo.InvariantCulture);
        writer.WriteLine($"  {margin} | {before}{marked}{after}");
        writer.WriteLine($"  {new string(' ', margin.Length)} | {new string(' ', TerminalWidth.Of(before))}{new string('^', Math.Max(1, TerminalWidth.Of(marked)))}");
    }

    private static string Shown(string text) => DiagnosticPrinter.Printable(text.Replace("\t", Tab, StringComparison.Ordinal));

    /// <summary>A place that does not cut a surrogate pair.</summary>
    private static int Whole(string line, int at) => at > 0 && at < line.Length && char.IsLowSurrogate(line[at]) ? at - 1 : at;
}
