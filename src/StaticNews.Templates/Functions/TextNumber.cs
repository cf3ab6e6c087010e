using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace StaticNews.Templates;

/// <summary>Texts as numbers, and texts as Base64. A text that is no number is null.</summary>
internal static class TextNumber
{
    public static Value ToInt(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? Value.Of(number) : Value.Null;

    public static Value ToLong(string? text) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? Value.Of(number) : Value.Null;

    public static Value ToFloat(string? text) =>
        float.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? Value.Of(number) : Value.Null;

    public static Value ToDouble(string? text) =>
        double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? Value.Of(number) : Value.Null;

    public static string EncodeBase64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>Bytes that are not UTF-8 become U+FFFD.</summary>
    public static string DecodeBase64(string text)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length) + 2];
        return Convert.TryFromBase64String(text, bytes, out var written)
            ? Encoding.UTF8.GetString(bytes, 0, written)
            : throw FunctionErrors.BadBase64();
    }
}
