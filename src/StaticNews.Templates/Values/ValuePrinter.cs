using System.Globalization;
using System.Text;

namespace StaticNews.Templates;

/// <summary>How values print. At the top level a text is itself and null is nothing; within arrays and objects texts are quoted and null is <c>null</c>.</summary>
internal static class ValuePrinter
{
    /// <summary>Arrays and objects can hold themselves; stock limits do not help there.</summary>
    private const int MaxDepth = 32;

    private const int MaxChars = 16 << 20;

    /// <summary>The value as text.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="datePattern">What the template assigned to <c>date.format</c>; null for nothing.</param>
    public static string ToText(in Value value, string? datePattern = null) => value.Kind switch
    {
        ValueKind.Null => "",
        ValueKind.Bool => value.AsBool() ? "true" : "false",
        ValueKind.String or ValueKind.Html => value.AsText()!,
        ValueKind.Int or ValueKind.Long => value.AsLong().ToString(CultureInfo.InvariantCulture),
        ValueKind.Float => ((float)value.AsDouble()).ToString(CultureInfo.InvariantCulture),
        ValueKind.Double => value.AsDouble().ToString(CultureInfo.InvariantCulture),
        ValueKind.Decimal => value.AsDecimal().ToString(CultureInfo.InvariantCulture),
        ValueKind.BigInteger => value.AsBigInteger().ToString(CultureInfo.InvariantCulture),
        ValueKind.Date when datePattern is not null => Strftime.Format(value.AsDate(), datePattern, EnglishCulture.Invariant),
        ValueKind.Date => value.AsDate().ToString("dd MMM yyyy", CultureInfo.InvariantCulture),
        ValueKind.TimeSpan => value.AsTimeSpan().ToString("c", CultureInfo.InvariantCulture),
        _ => Compound(value, datePattern),
    };

    /// <summary>Writes a value as it prints, without a string where that is possible.</summary>
    public static void Write(in Value value, Utf8Output output)
    {
        switch (value.Kind)
        {
            case ValueKind.Null: break;
            case ValueKind.Bool: output.WriteUtf8(value.AsBool() ? "true"u8 : "false"u8); break;
            case ValueKind.Int or ValueKind.Long: output.WriteFormatted(value.AsLong()); break;
            case ValueKind.Double: output.WriteFormatted(value.AsDouble()); break;
            case ValueKind.Date: output.WriteFormatted(value.AsDate(), "dd MMM yyyy"); break;
            case ValueKind.Html when value.Reference is HtmlText html && html.TryGetUtf8(out var utf8): output.WriteUtf8(utf8); break;
            default: output.Write(ToText(value)); break;
        }
    }

    private static string Compound(in Value value, string? datePattern)
    {
        var text = new StringBuilder();
        Append(text, value, datePattern, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, in Value value, string? datePattern, int depth)
    {
        if (depth > MaxDepth) throw TemplateErrors.PrintedTooDeep(MaxDepth);
        if (text.Length > MaxChars) throw TemplateErrors.StringTooLong(MaxChars);
        switch (value.Kind)
        {
            case ValueKind.Null: text.Append("null"); break;
            case ValueKind.String or ValueKind.Html: AppendQuoted(text, value.AsText()!); break;
            case ValueKind.Array: AppendArray(text, value.AsArray()!, datePattern, depth); break;
            case ValueKind.Object: AppendObject(text, value.AsObject()!, datePattern, depth); break;
            case ValueKind.Function: text.Append(value.AsFunction().DisplayName); break;
            default: text.Append(ToText(value, datePattern)); break;
        }
    }

    private static void AppendArray(StringBuilder text, TemplateArray array, string? datePattern, int depth)
    {
        text.Append('[');
        for (var i = 0; i < array.Count; i++)
        {
            if (i > 0) text.Append(", ");
            Append(text, array[i], datePattern, depth + 1);
        }
        text.Append(']');
    }

    private static void AppendObject(StringBuilder text, TemplateObject value, string? datePattern, int depth)
    {
        text.Append('{');
        for (var i = 0; i < value.Count; i++)
        {
            if (i > 0) text.Append(", ");
            text.Append(value.NameAt(i)).Append(": ");
            Append(text, value.ValueAt(i), datePattern, depth + 1);
        }
        text.Append('}');
    }

    private static void AppendQuoted(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case < ' ': text.Append("\\x").Append(((int)c).ToString("x2", CultureInfo.InvariantCulture)); break;
                default: text.Append(c); break;
            }
        }
        text.Append('"');
    }
}
