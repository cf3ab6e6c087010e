using System.Text.Json;
using StaticNews.Diagnostics;

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
            DeliveryJson.Write(report, json);
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
