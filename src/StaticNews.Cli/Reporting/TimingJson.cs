using System.Text.Json;
using StaticNews.Archive;
using StaticNews.Timing;

namespace StaticNews.Cli.Reporting;

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

    private static void WriteAll<T>(string name, IReadOnlyList<T> rows, Action<T, Utf8JsonWriter> write, Utf8JsonWriter json)
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
