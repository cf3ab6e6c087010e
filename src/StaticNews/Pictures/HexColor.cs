namespace StaticNews.Pictures;

/// <summary>An opaque colour of the sRGB space, as style sheets write it: <c>#7a1f16</c>.</summary>
/// <param name="Red">0 to 255, as the others.</param>
internal readonly record struct HexColor(byte Red, byte Green, byte Blue)
{
    /// <summary>What text must have against its ground (WCAG 2.2, success criterion 1.4.3).</summary>
    public const double LeastContrast = 4.5;

    /// <summary>Reads <c>#rgb</c> and <c>#rrggbb</c>; null for anything else.</summary>
    public static HexColor? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length is not (4 or 7) || text[0] != '#' || text[1..].ContainsAnyExcept(Digits))
        {
            return null;
        }

        return text.Length == 4
            ? new HexColor((byte)(Digit(text[1]) * 17), (byte)(Digit(text[2]) * 17), (byte)(Digit(text[3]) * 17))
            : new HexColor(Octet(text[1..3]), Octet(text[3..5]), Octet(text[5..7]));
    }

    /// <summary>From 1 (the same) to 21 (black and white); WCAG 2.2, "contrast ratio".</summary>
    public double ContrastTo(HexColor other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    /// <summary>WCAG 2.2, "relative luminance".</summary>
    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static readonly System.Buffers.SearchValues<char> Digits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static byte Octet(ReadOnlySpan<char> digits) => (byte)((Digit(digits[0]) * 16) + Digit(digits[1]));

    private static int Digit(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
