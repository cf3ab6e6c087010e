using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using static StaticNews.Templates.Builtin;

namespace StaticNews.Templates;

/// <summary>Models from JSON, for templates without a typed model.</summary>
public static class JsonModel
{
    private const int MaxDepth = 128;

    /// <summary>
    /// Reads a model. Members keep their names and order; a number without <c>.</c> or exponent is an integer (32 bits
    /// if it fits, else 64), any other a double; strings stay strings, dates too.
    /// </summary>
    /// <param name="json">An object, or null for an empty model.</param>
    /// <param name="error">The fault of the text, with its line; null when nothing is.</param>
    /// <returns>A model to render with, by any number of renderings; null on an error.</returns>
    public static object? Parse(string json, out string? error)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            error = null;
            if (document.RootElement.ValueKind == JsonValueKind.Null)
                return new ScriptObject(StringComparer.Ordinal);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return ToValue(document.RootElement, ToNumber);
            error = "A model is a JSON object.";
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            error = JsonErrors.Describe(json, failure);
        }
        return null;
    }

    /// <summary>Any JSON value; the last of two members of one name wins.</summary>
    internal static object? ToValue(JsonElement element, Func<JsonElement, object> toNumber)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new ScriptObject(StringComparer.Ordinal);
                foreach (var member in element.EnumerateObject())
                    members[member.Name] = ToValue(member.Value, toNumber);
                return members;
            case JsonValueKind.Array:
                var items = new ScriptArray(element.GetArrayLength());
                foreach (var item in element.EnumerateArray())
                    items.Add(ToValue(item, toNumber));
                return items;
            case JsonValueKind.String:
                return element.GetString();
            case JsonValueKind.Number:
                return toNumber(element);
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            default:
                return null;
        }
    }

    /// <summary>A whole number in the narrowest kind that holds it, any other a double.</summary>
    internal static object ToNumber(JsonElement element)
    {
        var isReal = element.GetRawText().AsSpan().IndexOfAny(".eE") >= 0;
        if (isReal || !element.TryGetInt64(out var number))
            return element.GetDouble();
        return number is >= int.MinValue and <= int.MaxValue ? (object)(int)number : number;
    }
}

/// <summary>
/// The fault of a text that is no JSON, in words for the person who wrote it. The framework's name options of its
/// reader instead.
/// </summary>
internal static class JsonErrors
{
    /// <param name="json">The text.</param>
    /// <param name="exception">Why the framework stopped reading it.</param>
    public static string Describe(string json, Exception exception)
    {
        // The reader of strings says so of an escape like \ud800 without its other half.
        if (exception is InvalidOperationException)
            return "A string has half a character: a \\u escape of a surrogate without its other.";
        if (exception is not JsonException failure)
            return "A number is too large.";
        var start = 0;
        for (var line = failure.LineNumber ?? 0; line > 0; line--)
            start = json.IndexOf('\n', start) + 1;
        var before = Encoding.UTF8.GetBytes(json[start..]).AsSpan();
        var column = Encoding.UTF8.GetCharCount(
            before[..Math.Min(before.Length, (int)(failure.BytePositionInLine ?? 0))]
        );
        var place = FormattableString.Invariant($"line {(failure.LineNumber ?? 0) + 1}, column {column + 1}");
        return $"{place}: {Sentence(json, start + column, failure)}";
    }

    private static string Sentence(string json, int at, JsonException failure)
    {
        if (string.IsNullOrWhiteSpace(json))
            return "The file is empty; a model without members is {}.";
        if (at >= json.Length)
            return "The text ends too early: a '}', a ']' or a '\"' is missing.";
        return json[at] switch
        {
            '\'' => "Names and texts need double quotes, not single ones.",
            '/' or '#' => "JSON has no comments; take this out.",
            '\n' or '\r' =>
                "The text between double quotes is not closed on its line; a line end in a text is written \\n.",
            '}' or ']' when json.AsSpan(0, at).TrimEnd() is [.., ','] =>
                $"There is a comma before this '{json[at]}', but nothing follows it; take the comma out.",
            // The framework tells it only in its message.
            '{' or '[' when failure.Message.Contains("depth", StringComparison.Ordinal) =>
                "The values are nested too deeply here.",
            '"' => "Before this a ',' or a ':' is missing.",
            var letter when char.IsLetter(letter) =>
                "Names and texts need double quotes; only true, false, null and numbers have none.",
            var other => char.IsControl(other)
                ? "A character stands here that JSON does not allow."
                : $"'{other}' cannot stand here.",
        };
    }
}

/// <summary><c>object.to_json</c> and <c>object.from_json</c>.</summary>
internal static class JsonBuiltins
{
    // "[]," is an object of a hundred bytes.
    private const long BytesPerChar = 32;

    public static void Add(ScriptObject builtins, TemplateOptions options, bool isStock)
    {
        ScribanBuiltins.Replace(
            builtins,
            "object",
            new Builtin(
                "to_json",
                options.EscapeHtml ? typeof(HtmlString) : typeof(string),
                [Need<object>("value")],
                (context, span, a) =>
                {
                    var json = JsonWriter.Write(context, span, a[0], isStock);
                    return options.EscapeHtml ? new HtmlString(json) : json;
                }
            ),
            new Builtin(
                "from_json",
                typeof(object),
                [Need<string>("json")],
                (context, _, a) =>
                {
                    (context as LimitedContext)?.CountBytes((a[0] as string ?? "").Length * BytesPerChar);
                    return Read(a[0] as string, isStock);
                }
            )
        );
    }

    /// <summary>Stock Scriban reads all numbers as decimals.</summary>
    private static object? Read(string? json, bool isStock)
    {
        if (json is null && !isStock)
            return null;
        try
        {
            using var document = JsonDocument.Parse(json ?? "");
            return JsonModel.ToValue(
                document.RootElement,
                isStock ? element => element.GetDecimal() : JsonModel.ToNumber
            );
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or FormatException)
        {
            throw FunctionErrors.BadJson(JsonErrors.Describe(json ?? "", failure));
        }
    }
}

/// <summary>
/// Values as JSON on one line, without reflection. Quotes, markup characters and all non-ASCII letters within strings
/// are escaped as \uXXXX (System.Text.Json's default, as in stock Scriban), so the text can stand in a script element.
/// </summary>
/// <param name="isStock">Whether dates are written as stock Scriban does on a machine whose zone is UTC.</param>
internal sealed class JsonWriter(TemplateContext context, SourceSpan span, Utf8JsonWriter writer, bool isStock)
{
    private const int MaxDepth = 64;

    public static string Write(TemplateContext context, SourceSpan span, object? value, bool isStock)
    {
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json);
        new JsonWriter(context, span, writer, isStock).Write(value, 0);
        writer.Flush();
        LimitErrors.CheckLength(context, json.WrittenCount);
        return Encoding.UTF8.GetString(json.WrittenSpan);
    }

    private void Write(object? value, int depth)
    {
        if (depth > MaxDepth)
            throw FunctionErrors.JsonTooDeep(MaxDepth);
        // A list that holds another one twice, and so on, has more items than any memory.
        LimitErrors.CheckLength(context, writer.BytesCommitted + writer.BytesPending);
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case IConvertible and not DateTime when WriteSingle(value):
                break;
            case HtmlString html:
                writer.WriteStringValue(html.ToString());
                break;
            case TimeSpan time:
                writer.WriteStringValue(time.ToString("c", CultureInfo.InvariantCulture));
                break;
            case DateTime date when isStock && date == default:
                writer.WriteStringValue(default(DateTime));
                break;
            case TemplateDate or DateTimeOffset or DateTime:
                writer.WriteStringValue(TemplateDate.TryFrom(value)!.Value);
                break;
            case BigInteger number:
                writer.WriteRawValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            case IScriptObject and not ScriptArray or IDictionary:
                WriteMembers(MembersOf(value), depth);
                break;
            case IScriptCustomFunction:
                throw FunctionErrors.NoJson("function");
            case IEnumerable items:
                WriteItems(items, depth);
                break;
            default:
                WriteMembers(
                    RecordShape.Of(value.GetType()).Members.Select(member => (member.Name, member.Get(value))),
                    depth
                );
                break;
        }
    }

    private bool WriteSingle(object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case char letter:
                writer.WriteStringValue([letter]);
                break;
            case double real when double.IsFinite(real):
                writer.WriteNumberValue(real);
                break;
            case float real when float.IsFinite(real):
                writer.WriteNumberValue(real);
                break;
            case double or float:
                throw FunctionErrors.NoJson(Convert.ToString(value, CultureInfo.InvariantCulture)!);
            case decimal real:
                writer.WriteNumberValue(real);
                break;
            case ulong whole:
                writer.WriteNumberValue(whole);
                break;
            case int or long or short or sbyte or byte or uint or ushort or Enum:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            default:
                return false;
        }
        return true;
    }

    private IEnumerable<(string Name, object? Value)> MembersOf(object owner)
    {
        if (owner is not IScriptObject members)
        {
            foreach (DictionaryEntry item in (IDictionary)owner)
                yield return (FormattableString.Invariant($"{item.Key}"), item.Value);
            yield break;
        }
        var accessor = context.GetMemberAccessor(owner);
        foreach (var name in members.GetMembers())
        {
            if (accessor.TryGetValue(context, span, owner, name, out var member))
                yield return (name, member);
        }
    }

    private void WriteMembers(IEnumerable<(string Name, object? Value)> members, int depth)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            Write(value, depth + 1);
        }
        writer.WriteEndObject();
    }

    private void WriteItems(IEnumerable items, int depth)
    {
        writer.WriteStartArray();
        foreach (var item in items)
            Write(item, depth + 1);
        writer.WriteEndArray();
    }
}
