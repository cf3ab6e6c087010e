using System.Globalization;
using System.Numerics;

namespace StaticNews.Templates;

/// <summary>What a number in a template means.</summary>
internal static class NumberLiteral
{
    /// <summary>Integers take the narrowest kind that holds them; 1e20 is one, too. A longer number than this is a double.</summary>
    private const int MaxDigits = 300;

    /// <summary>The value of a number that the lexer accepted.</summary>
    public static Value Parse(ReadOnlySpan<char> text)
    {
        if (text.Length > 2 && text[0] == '0' && text[1] is 'x' or 'X') return ParseHex(text[2..]);
        if (text.Length > 2 && text[0] == '0' && text[1] is 'b' or 'B') return ParseBinary(text[2..]);
        switch (text[^1])
        {
            case 'f' or 'F': return Value.Of((float)ParseDouble(text[..^1]));
            case 'd' or 'D': return Value.Of(ParseDouble(text[..^1]));
            case 'm' or 'M':
                return decimal.TryParse(text[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var money)
                    ? Value.Of(money)
                    : Value.Of(ParseDouble(text[..^1]));
        }
        if (text[^1] == '.') text = text[..^1];
        return text.Contains('.') || text.ContainsAny("eE") && text.Contains('-') ? Value.Of(ParseDouble(text)) : ParseInteger(text);
    }

    private static double ParseDouble(ReadOnlySpan<char> text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static Value ParseInteger(ReadOnlySpan<char> text)
    {
        if (long.TryParse(text, NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)) return Value.OfInteger(number);
        var real = ParseDouble(text);
        if (Math.Abs(real) >= 1e300 || text.Length > MaxDigits) return Value.Of(real);
        return Value.Of(BigInteger.Parse(text, NumberStyles.AllowExponent, CultureInfo.InvariantCulture));
    }

    /// <summary>Eight digits are a 32-bit pattern with a sign, sixteen a 64-bit one; with <c>u</c> at the end there is no sign.</summary>
    private static Value ParseHex(ReadOnlySpan<char> digits)
    {
        var isUnsigned = digits[^1] is 'u' or 'U';
        if (isUnsigned) digits = digits[..^1];
        if (!ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits))
        {
            return digits.Length > MaxDigits
                ? Value.Of(double.PositiveInfinity)
                : Value.Of(BigInteger.Parse("0" + digits.ToString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        }
        return FromBits(bits, isUnsigned);
    }

    private static Value ParseBinary(ReadOnlySpan<char> digits)
    {
        var isUnsigned = digits[^1] is 'u' or 'U';
        if (isUnsigned) digits = digits[..^1];
        return ulong.TryParse(digits, NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture, out var bits)
            ? FromBits(bits, isUnsigned)
            : Value.Of(double.PositiveInfinity);
    }

    private static Value FromBits(ulong bits, bool isUnsigned)
    {
        if (isUnsigned) return bits <= long.MaxValue ? Value.OfInteger((long)bits) : Value.Of(new BigInteger(bits));
        return bits <= uint.MaxValue ? Value.Of((int)(uint)bits) : Value.Of((long)bits);
    }
}
