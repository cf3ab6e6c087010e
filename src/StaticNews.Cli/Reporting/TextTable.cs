using System.Globalization;
using System.Text;
using StaticNews.Archive;
using StaticNews.Diagnostics;
using StaticNews.Timing;
using Wcwidth;

namespace StaticNews.Cli.Reporting;

/// <summary>Rows of cells, each column as wide as its widest.</summary>
internal static class TextTable
{
    private const char Right = '>';

    /// <param name="sides">One sign per column: <c>&lt;</c> for words, <c>&gt;</c> for numbers.</param>
    /// <param name="rows">The first is the head.</param>
    public static void Write(string sides, IReadOnlyList<string[]> rows, TextWriter output)
    {
        var widths = sides.Select((_, column) => rows.Max(row => TerminalWidth.Of(row[column]))).ToArray();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => Padded(cell, sides[column], widths[column]));
            output.WriteLine(string.Join("  ", cells).TrimEnd());
        }
    }

    private static string Padded(string cell, char side, int width)
    {
        var blanks = new string(' ', width - TerminalWidth.Of(cell));
        return side == Right ? blanks + cell : cell + blanks;
    }
}

/// <summary>
/// How many columns of a terminal a text takes: a Chinese character takes two, a combining accent none.
/// </summary>
internal static class TerminalWidth
{
    /// <param name="text">One line without control characters.</param>
    public static int Of(string text) => text.EnumerateRunes().Sum(Of);

    /// <summary>The longest beginning of a text that fits into so many columns.</summary>
    public static string Fitting(string text, int columns)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            columns -= Of(rune);
            if (columns < 0)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }

    /// <summary>The longest end of a text that fits into so many columns.</summary>
    public static string FittingEnd(string text, int columns)
    {
        var excess = Of(text) - columns;
        var start = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (excess <= 0 && Of(rune) > 0)
            {
                break;
            }

            excess -= Of(rune);
            start += rune.Utf16SequenceLength;
        }

        return text[start..];
    }

    private static int Of(Rune rune) => Math.Max(0, UnicodeCalculator.GetWidth(rune));
}

/// <summary>
/// The messages of a build by code: how many, where the first is, and what to do. Errors come first, then the most
/// frequent.
/// </summary>
internal static class MessageTable
{
    /// <summary>A row should fit into a wide terminal; the whole hint stands with its message above.</summary>
    private const int AdviceMaxColumns = 90;

    private const int PlaceMaxColumns = 48;

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

    private static string CutAtEnd(string text) =>
        TerminalWidth.Of(text) <= AdviceMaxColumns
            ? text
            : TerminalWidth.Fitting(text, AdviceMaxColumns - 1).TrimEnd() + "…";

    /// <summary>The file's name and the line stand at the end.</summary>
    private static string CutAtStart(string place) =>
        TerminalWidth.Of(place) <= PlaceMaxColumns ? place : "…" + TerminalWidth.FittingEnd(place, PlaceMaxColumns - 1);
}

/// <summary>Where a build's time went, as tables for a terminal.</summary>
internal static class TimingTable
{
    private const double BytesPerMegabyte = 1_000_000;

    public static void Write(BuildTimings timings, TextWriter output)
    {
        Write(
            "<>>>>>",
            [
                ["stage", "wall s", "processor s", "workers' s", "allocated MB", "peak MB"],
                .. Stages(timings.Stages),
            ],
            output
        );
        Write(
            ">>>><",
            [
                ["ms", "load", "body", "template", "slowest articles"],
                .. timings.SlowestArticles.Select(Row),
            ],
            output
        );
        Write(
            "<>>><",
            [
                ["template", "pages", "ms", "slowest", "which page"],
                .. timings.Templates.Select(Row),
            ],
            output
        );
        output.WriteLine();
        output.WriteLine(Line(timings.Garbage));
    }

    public static string NameOf(Work work) =>
        work switch
        {
            Work.LookUp => "look up",
            Work.Read => "read",
            Work.Pictures => "pictures",
            Work.Parse => "parse",
            Work.Remember => "remember",
            Work.Keys => "keys",
            Work.Models => "models",
            Work.Bodies => "bodies",
            Work.Templates => "templates",
            Work.Feeds => "feeds and maps",
            Work.Write => "write",
            Work.Weigh => "weigh",
            Work.Compress => "compress",
            _ => throw new ArgumentOutOfRangeException(nameof(work), work, "work without a name"),
        };

    private static IEnumerable<string[]> Stages(IReadOnlyList<StageTime> stages)
    {
        foreach (var stage in stages)
        {
            yield return
            [
                stage.Name,
                Seconds(stage.Wall),
                Seconds(stage.Processor),
                "",
                Megabytes(stage.AllocatedBytes),
                Megabytes(stage.PeakBytes),
            ];
            foreach (var work in stage.Work)
            {
                yield return [$"  {NameOf(work.Work)}", "", "", Seconds(work.Worker), "", ""];
            }
        }

        yield return
        [
            "all",
            Seconds(Sum(stages, stage => stage.Wall)),
            Seconds(Sum(stages, stage => stage.Processor)),
            "",
            Megabytes(stages.Sum(stage => stage.AllocatedBytes)),
            Megabytes(stages.Max(stage => stage.PeakBytes)),
        ];
    }

    private static string[] Row(ArticleTime article) =>
        [
            Milliseconds(article.Total),
            Milliseconds(article.Load),
            Milliseconds(article.Body),
            Milliseconds(article.Template),
            DiagnosticPrinter.Printable(SourcePath.Shown(article.Source)),
        ];

    private static string[] Row(TemplateTime template) =>
        [
            template.Name,
            template.Pages.ToString("N0", CultureInfo.InvariantCulture),
            Milliseconds(template.Total),
            Milliseconds(template.Slowest),
            DiagnosticPrinter.Printable(template.SlowestPage),
        ];

    /// <summary>A table with nothing below its head is left out.</summary>
    private static void Write(string sides, IReadOnlyList<string[]> rows, TextWriter output)
    {
        if (rows.Count == 1)
        {
            return;
        }

        output.WriteLine();
        TextTable.Write(sides, rows, output);
    }

    private static string Line(GarbageCost garbage)
    {
        var collections = string.Join(
            ", ",
            garbage.Collections.Select(
                (count, generation) =>
                    string.Create(CultureInfo.InvariantCulture, $"{count:N0} of generation {generation}")
            )
        );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"collections: {collections}; {garbage.Pause.TotalSeconds:F3} s of pauses; "
                + $"{garbage.AllocatedBytes / BytesPerMegabyte:N0} MB allocated"
        );
    }

    private static TimeSpan Sum(IEnumerable<StageTime> stages, Func<StageTime, TimeSpan> time) =>
        stages.Aggregate(TimeSpan.Zero, (sum, stage) => sum + time(stage));

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture);

    private static string Megabytes(long bytes) =>
        (bytes / BytesPerMegabyte).ToString("N0", CultureInfo.InvariantCulture);

    private static string Milliseconds(TimeSpan time) =>
        time.TotalMilliseconds.ToString("N1", CultureInfo.InvariantCulture);
}
