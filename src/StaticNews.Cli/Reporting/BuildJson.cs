using System.Text.Json;
using StaticNews.Archive;
using StaticNews.Building;
using StaticNews.Diagnostics;
using StaticNews.Output;
using StaticNews.Timing;

namespace StaticNews.Cli.Reporting;

/// <summary>The report as one JSON object, for scripts.</summary>
internal static class BuildJson
{
    public static void Write(BuildReport report, BuildCost cost, TextWriter output)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteBoolean("built", report.IsBuilt);
            json.WriteNumber("articles", report.Articles);
            Write(report.Sources, json);
            json.WriteNumber("pages", report.Pages);
            json.WriteNumber("rendered", report.Rendered);
            json.WriteNumber("reused", report.Reused);
            json.WriteNumber("written", report.Written);
            json.WriteNumber("unchanged", report.Unchanged);
            json.WriteNumber("removed", report.Removed);
            json.WriteNumber("errors", report.Errors);
            json.WriteNumber("warnings", report.Warnings);
            json.WriteNumber("seconds", Math.Round(cost.Elapsed.TotalSeconds, 3));
            json.WriteNumber("peak_memory_bytes", cost.PeakMemory);
            json.WriteStartArray("diagnostics");
            foreach (var diagnostic in report.Diagnostics)
            {
                Write(diagnostic, json);
            }

            json.WriteEndArray();
            json.WriteStartArray("unknown_files");
            foreach (var path in report.UnknownFiles)
            {
                json.WriteStringValue(path);
            }

            json.WriteEndArray();
            json.WriteStartArray("held_files");
            foreach (var path in report.UnpublishedFiles)
            {
                json.WriteStringValue($"content/{path}");
            }

            json.WriteEndArray();
            json.WriteStartArray("kept_files");
            foreach (var (path, source) in report.KeptFiles)
            {
                json.WriteStartObject();
                json.WriteString("path", path);
                json.WriteString("source", source is null ? null : $"content/{source}");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("explanation");
            foreach (var line in report.Explanation)
            {
                json.WriteStringValue(line);
            }

            json.WriteEndArray();
            json.WriteStartArray("change");
            foreach (var group in report.Change)
            {
                Write(group, json);
            }

            json.WriteEndArray();
            WeightJson.Write(report, json);
            if (cost.Timings is { } timings)
            {
                TimingJson.Write(timings, json);
            }

            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
    }

    private static void Write(SourceCounts counts, Utf8JsonWriter json)
    {
        json.WriteStartObject("sources");
        json.WriteNumber("files", counts.Files);
        json.WriteNumber("published", counts.Published);
        json.WriteNumber("drafts", counts.Drafts);
        json.WriteNumber("future", counts.Future);
        json.WriteString("next_due", counts.NextDue?.ToString());
        json.WriteNumber("other_drafts", counts.OtherDrafts);
        json.WriteNumber("removed", counts.Removed);
        json.WriteNumber("failed", counts.Failed);
        json.WriteNumber("expired", counts.Expired);
        json.WriteNumber("previewed", counts.Previewed);
        json.WriteEndObject();
    }

    private static void Write(Diagnostic diagnostic, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", SeverityName.Of(diagnostic.Severity));
        json.WriteString("message", diagnostic.Message);
        json.WriteString("path", diagnostic.At.Path);
        json.WriteNumber("line", diagnostic.At.Line);
        json.WriteNumber("column", diagnostic.At.Column);
        json.WriteNumber("length", diagnostic.At.Length);
        json.WriteString("hint", diagnostic.Hint);
        json.WriteEndObject();
    }

    private static void Write(ChangeGroup group, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("reason", group.Reason);
        json.WriteNumber("count", group.Count);
        json.WriteStartArray("files");
        foreach (var file in group.Files)
        {
            json.WriteStringValue(file);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

/// <summary>
/// The members <c>weights</c> and <c>compressed</c> of the report's JSON object: what <see cref="WeightSummary"/>
/// shows. All sizes are bytes.
/// </summary>
internal static class WeightJson
{
    public static void Write(BuildReport report, Utf8JsonWriter json)
    {
        json.WriteStartArray("compressed");
        foreach (var copies in report.Compressed)
        {
            json.WriteStartObject();
            json.WriteString("method", CompressionMethods.NameOf(copies.Method));
            json.WriteNumber("files", copies.Files);
            json.WriteNumber("before_bytes", copies.Before);
            json.WriteNumber("after_bytes", copies.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (report.Weights is { } weights)
        {
            json.WriteStartObject("weights");
            json.WriteString("measure", weights.Measure);
            json.WriteStartArray("kinds");
            foreach (var kind in weights.Kinds)
            {
                Write(kind, json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    private static void Write(string name, WeightSpread spread, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteNumber("median_bytes", spread.Median);
        json.WriteNumber("percentile_95_bytes", spread.Percentile95);
        json.WriteNumber("heaviest_bytes", spread.Heaviest);
        json.WriteEndObject();
    }

    private static void Write(KindWeight kind, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kind", kind.Kind);
        json.WriteNumber("pages", kind.Pages);
        Write("html", kind.Html, json);
        Write("with_pictures", kind.Whole, json);
        json.WriteString("heaviest_path", kind.HeaviestPath);
        if (kind.Limit is { } limit)
        {
            json.WriteNumber("budget_bytes", limit);
            json.WriteNumber("over_budget", kind.OverLimit);
        }

        json.WriteEndObject();
    }
}

/// <summary>The member <c>timings</c> of the report's JSON object: what <see cref="TimingTable"/> shows.</summary>
internal static class TimingJson
{
    public static void Write(BuildTimings timings, Utf8JsonWriter json)
    {
        json.WriteStartObject("timings");
        WriteAll("stages", timings.Stages, Write, json);
        WriteAll("slowest_articles", timings.SlowestArticles, Write, json);
        WriteAll("templates", timings.Templates, Write, json);
        Write(timings.Garbage, json);
        json.WriteEndObject();
    }

    private static void WriteAll<T>(
        string name,
        IReadOnlyList<T> rows,
        Action<T, Utf8JsonWriter> write,
        Utf8JsonWriter json
    )
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            write(row, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(StageTime stage, Utf8JsonWriter json)
    {
        json.WriteString("stage", stage.Name);
        json.WriteNumber("wall_seconds", Seconds(stage.Wall));
        json.WriteNumber("processor_seconds", Seconds(stage.Processor));
        json.WriteNumber("allocated_bytes", stage.AllocatedBytes);
        json.WriteNumber("peak_memory_bytes", stage.PeakBytes);
        WriteAll("work", stage.Work, Write, json);
    }

    private static void Write(WorkTime work, Utf8JsonWriter json)
    {
        json.WriteString("work", TimingTable.NameOf(work.Work));
        json.WriteNumber("worker_seconds", Seconds(work.Worker));
    }

    private static void Write(ArticleTime article, Utf8JsonWriter json)
    {
        json.WriteString("path", SourcePath.Shown(article.Source));
        json.WriteNumber("milliseconds", Milliseconds(article.Total));
        json.WriteNumber("load_milliseconds", Milliseconds(article.Load));
        json.WriteNumber("body_milliseconds", Milliseconds(article.Body));
        json.WriteNumber("template_milliseconds", Milliseconds(article.Template));
    }

    private static void Write(TemplateTime template, Utf8JsonWriter json)
    {
        json.WriteString("template", template.Name);
        json.WriteNumber("pages", template.Pages);
        json.WriteNumber("milliseconds", Milliseconds(template.Total));
        json.WriteNumber("slowest_milliseconds", Milliseconds(template.Slowest));
        json.WriteString("slowest_page", template.SlowestPage);
    }

    private static void Write(GarbageCost garbage, Utf8JsonWriter json)
    {
        json.WriteStartArray("collections");
        foreach (var count in garbage.Collections)
        {
            json.WriteNumberValue(count);
        }

        json.WriteEndArray();
        json.WriteNumber("pause_seconds", Seconds(garbage.Pause));
        json.WriteNumber("allocated_bytes", garbage.AllocatedBytes);
    }

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 6);

    private static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 3);
}
