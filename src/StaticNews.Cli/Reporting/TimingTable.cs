using System.Globalization;
using StaticNews.Archive;
using StaticNews.Timing;

namespace StaticNews.Cli.Reporting;

/// <summary>Where a build's time went, as tables for a terminal.</summary>
internal static class TimingTable
{
    private const double BytesPerMegabyte = 1_000_000;

    public static void Write(BuildTimings timings, TextWriter output)
    {
        Write("<>>>>>", [["stage", "wall s", "processor s", "workers' s", "allocated MB", "peak MB"], .. Stages(timings.Stages)], output);
        Write(">>>><", [["ms", "load", "body", "template", "slowest articles"], .. timings.SlowestArticles.Select(Row)], output);
        Write("<>>><", [["template", "pages", "ms", "slowest", "which page"], .. timings.Templates.Select(Row)], output);
        output.WriteLine();
        output.WriteLine(Line(timings.Garbage));
    }

    public static string NameOf(Work work) => work switch
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
            yield return [stage.Name, Seconds(stage.Wall), Seconds(stage.Processor), "", Megabytes(stage.AllocatedBytes), Megabytes(stage.PeakBytes)];
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
        var collections = string.Join(", ", garbage.Collections.Select((count, generation) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} of generation {generation}")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"collections: {collections}; {garbage.Pause.TotalSeconds:F3} s of pauses; {garbage.AllocatedBytes / BytesPerMegabyte:N0} MB allocated");
    }

    private static TimeSpan Sum(IEnumerable<StageTime> stages, Func<StageTime, TimeSpan> time) =>
        stages.Aggregate(TimeSpan.Zero, (sum, stage) => sum + time(stage));

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture);

    private static string Megabytes(long bytes) => (bytes / BytesPerMegabyte).ToString("N0", CultureInfo.InvariantCulture);

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("N1", CultureInfo.InvariantCulture);
}
