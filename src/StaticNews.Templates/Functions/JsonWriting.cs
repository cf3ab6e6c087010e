using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace StaticNews.Templates;

/// <summary>
/// Values as JSON on one line. Quotes, markup characters and all non-ASCII letters within strings are escaped as \uXXXX (System.Text.Json's default, as in
/// stock Scriban), so the text can stand in a script element.
/// </summary>
internal static class JsonWriting
{
    private const int MaxDepth = 64;

    public static string Write(in Value value)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
            Write(writer, value, 0);
        return Encoding.UTF8.GetString(json.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, in Value value, int depth)
    {
        if (depth > MaxDepth)
            throw FunctionErrors.JsonTooDeep(MaxDepth);
        switch (value.Kind)
        {
            case ValueKind.Null: writer.WriteNullValue(); break;
            case ValueKind.Bool: writer.WriteBooleanValue(value.AsBool()); break;
            case ValueKind.String or ValueKind.Html: writer.WriteStringValue(value.AsText()); break;
            case ValueKind.Date: writer.WriteStringValue(value.AsDate()); break;
            case ValueKind.TimeSpan: writer.WriteStringValue(value.AsTimeSpan().ToString("c", CultureInfo.InvariantCulture)); break;
            case ValueKind.Array: WriteArray(writer, value.AsArray()!, depth); break;
            case ValueKind.Object: WriteObject(writer, value.AsObject()!, depth); break;
            case ValueKind.Function: throw FunctionErrors.NoJson("function");
            default: WriteNumber(writer, value); break;
        }
    }

    private static void WriteArray(Utf8JsonWriter writer, TemplateArray array, int depth)
    {
        writer.WriteStartArray();
        for (var i = 0; i < array.Count; i++)
            Write(writer, array[i], depth + 1);
        writer.WriteEndArray();
    }

    private static void WriteObject(Utf8JsonWriter writer, TemplateObject members, int depth)
    {
        writer.WriteStartObject();
        for (var i = 0; i < members.Count; i++)
        {
            writer.WritePropertyName(members.NameAt(i));
            Write(writer, members.ValueAt(i), depth + 1);
        }

        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, in Value value)
    {
        if (value.Kind is ValueKind.Float or ValueKind.Double && !double.IsFinite(value.AsDouble()))
            throw FunctionErrors.NoJson(ValuePrinter.ToText(value));
        switch (value.Kind)
        {
            case ValueKind.Float: writer.WriteNumberValue((float)value.AsDouble()); break;
            case ValueKind.Double: writer.WriteNumberValue(value.AsDouble()); break;
            case ValueKind.Decimal: writer.WriteNumberValue(value.AsDecimal()); break;
            case ValueKind.BigInteger: writer.WriteRawValue(value.AsBigInteger().ToString(CultureInfo.InvariantCulture)); break;
            default: writer.WriteNumberValue(value.AsLong()); break;
        }
    }
}
