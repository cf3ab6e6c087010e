using System.Globalization;

namespace StaticNews.Templates;

/// <summary>Values by .NET's format strings, for <c>math.format</c> and <c>object.format</c>.</summary>
internal static class NumberFormat
{
    // .NET takes precisions up to 999,999,999 and writes that many zeros.
    private const int MaxPrecision = 200;

    /// <summary>The text of <paramref name="value"/>, or a fault when its kind does not know the format.</summary>
    public static string Format(in Value value, string format, EnglishCulture culture)
    {
        try
        {
            if (HasHugePrecision(format))
                throw FunctionErrors.BadFormat(format, ArgumentBinder.KindName(value));
            return Formattable(value)?.ToString(format, Provider(value, culture)) ?? ValuePrinter.ToText(value);
        }
        catch (FormatException)
        {
            throw FunctionErrors.BadFormat(format, ArgumentBinder.KindName(value));
        }
    }

    private static IFormattable? Formattable(in Value value) => value.Kind switch
    {
        ValueKind.Int => value.AsInt(),
        ValueKind.Long => value.AsLong(),
        ValueKind.Float => (float)value.AsDouble(),
        ValueKind.Double => value.AsDouble(),
        ValueKind.Decimal => value.AsDecimal(),
        ValueKind.BigInteger => value.AsBigInteger(),
        ValueKind.Date => value.AsDate(),
        ValueKind.TimeSpan => value.AsTimeSpan(),
        _ => null,
    };

    private static IFormatProvider Provider(in Value value, EnglishCulture culture) =>
        value.IsNumber ? culture.Numbers : CultureInfo.InvariantCulture;

    private static bool HasHugePrecision(string format) =>
        format.Length > 1 && char.IsAsciiLetter(format[0])
        && int.TryParse(format.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var precision) && precision > MaxPrecision;
}
