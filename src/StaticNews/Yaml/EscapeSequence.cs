using System.Globalization;

namespace StaticNews.Yaml;

/// <summary>Escape sequences of double-quoted scalars.</summary>
internal static class EscapeSequence
{
    /// <summary>
    /// Characters behind the backslash that belong to the escape sequence (section 5.7); 0 if it is none.
    /// </summary>
    public static int LengthOf(ReadOnlySpan<char> text)
    {
        var digits = text[0] switch
        {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        if (digits == 0)
        {
            return "0abt\tnvfre \"/\\N_LP".Contains(text[0], StringComparison.Ordinal) ? 1 : 0;
        }

        if (!TryHex(text[1..], digits, out var code))
        {
            return 0;
        }

        if (code is < 0xD800 or > 0xDFFF)
        {
            return code <= 0x10FFFF ? 1 + digits : 0;
        }

        // JSON writes a character beyond the first 65,536 as two escape sequences, of a high and a low surrogate.
        var next = text[(1 + digits)..];
        var isPair =
            code < 0xDC00
            && next is ['\\', 'u', ..]
            && TryHex(next[2..], 4, out var low)
            && low is >= 0xDC00 and <= 0xDFFF;
        return isPair ? 1 + digits + 6 : 0;
    }

    private static bool TryHex(ReadOnlySpan<char> text, int digits, out uint code)
    {
        code = 0;
        return text.Length >= digits
            && uint.TryParse(text[..digits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code);
    }
}
