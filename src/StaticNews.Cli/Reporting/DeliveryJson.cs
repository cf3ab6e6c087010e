using System.Text.Json;
using StaticNews.Delivery;

namespace StaticNews.Cli.Reporting;

/// <summary>The members <c>weights</c> and <c>compressed</c> of the report's JSON object: what <see cref="DeliverySummary"/> shows. All sizes are bytes.</summary>
internal static class DeliveryJson
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
