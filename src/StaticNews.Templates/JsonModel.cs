using System.Text.Json;

namespace StaticNews.Templates;

/// <summary>Models from JSON, for templates without a typed model.</summary>
public static class JsonModel
{
    private const int MaxDepth = 128;

    /// <summary>
    /// Reads a model. Members keep their names and order; a number without <c>.</c> or exponent is an integer (32 bits if it fits, else 64), any other
    /// a double; strings stay strings, dates too.
    /// </summary>
    /// <param name="json">An object, or null for an empty model.</param>
    /// <param name="error">What is wrong with the text, with its line; null when nothing is.</param>
    /// <returns>What <see cref="CompiledTemplate.Render(object, System.Buffers.IBufferWriter{byte})"/> takes; null on an error.</returns>
    public static object? Parse(string json, out string? error)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            error = null;
            if (document.RootElement.ValueKind == JsonValueKind.Null) return new TemplateMap();
            if (document.RootElement.ValueKind == JsonValueKind.Object) return ToMap(document.RootElement);
            error = "A model is a JSON object.";
        }
        catch (JsonException exception)
        {
            error = JsonSlip.Describe(json, exception, MaxDepth);
        }
        catch (InvalidOperationException)
        {
            // The reader of strings says so of an escape like \ud800 without its other half.
            error = "A string holds half a character: a \\u escape of a surrogate without the other one.";
        }
        return null;
    }

    /// <summary>Any JSON value, as <c>object.from_json</c> reads it.</summary>
    internal static Value ToValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Value.Of(ToMap(element)),
        JsonValueKind.Array => Value.Of(ToList(element)),
        JsonValueKind.String => Value.Of(element.GetString()),
        JsonValueKind.Number => ToNumber(element),
        JsonValueKind.True => Value.True,
        JsonValueKind.False => Value.False,
        _ => Value.Null,
    };

    private static TemplateMap ToMap(JsonElement element)
    {
        var map = new TemplateMap();
        foreach (var member in element.EnumerateObject()) map.Set(member.Name, ToValue(member.Value));
        return map;
    }

    private static TemplateList ToList(JsonElement element)
    {
        var list = new TemplateList(element.GetArrayLength());
        foreach (var item in element.EnumerateArray()) list.Add(ToValue(item));
        return list;
    }

    private static Value ToNumber(JsonElement element)
    {
        var isReal = element.GetRawText().AsSpan().IndexOfAny(".eE") >= 0;
        return !isReal && element.TryGetInt64(out var number) ? Value.OfInteger(number) : Value.Of(element.GetDouble());
    }
}
