using System.Runtime.InteropServices;

namespace StaticNews.Images;

/// <summary>
/// How the place of a picture looks before the picture is there, and where it never comes: in its dominant colour, with
/// its alternative text on it.
/// </summary>
/// <param name="Colour"><c>#rrggbb</c>.</param>
/// <param name="Ink">
/// Black or white, whichever is better to read: one of them has a contrast of 4.5 on any colour.
/// </param>
internal sealed record ImagePlaceholder(string Colour, string Ink)
{
    private static readonly HexColor White = new(255, 255, 255);
    private static readonly HexColor Black = new(0, 0, 0);

    /// <summary>
    /// Null where the colour is unknown, and for a picture that may be transparent, whose lines could vanish on it.
    /// </summary>
    public static ImagePlaceholder? Of(ImageFacts picture) =>
        ColourOf(picture) is not { } ground || picture.Traits.HasFlag(ImageTraits.Alpha)
            ? null
            : new ImagePlaceholder(
                ground.ToString(),
                White.ContrastTo(ground) >= Black.ContrastTo(ground) ? "#fff" : "#000"
            );

    /// <summary>The dominant colour; null where it is unknown.</summary>
    public static HexColor? ColourOf(ImageFacts picture) =>
        picture.Color < 0
            ? null
            : new HexColor((byte)(picture.Color >> 16), (byte)(picture.Color >> 8), (byte)picture.Color);
}

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

    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    /// <summary>WCAG 2.2, "relative luminance".</summary>
    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static readonly System.Buffers.SearchValues<char> Digits = System.Buffers.SearchValues.Create(
        "0123456789abcdefABCDEF"
    );

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static byte Octet(ReadOnlySpan<char> digits) => (byte)((Digit(digits[0]) * 16) + Digit(digits[1]));

    private static int Digit(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}

/// <summary>
/// Finds the dominant colour of the pixels it is shown: the mean of the fullest of 512 boxes, eight steps a channel. A
/// plain mean of the whole picture would be a brown or grey that is nowhere in it. Reused by one worker.
/// </summary>
internal sealed class DominantColor
{
    private const int Boxes = 512;

    private readonly Box[] _boxes = new Box[Boxes];

    public void Clear() => Array.Clear(_boxes);

    /// <summary>Takes a pixel that covers what is white below it.</summary>
    /// <param name="alpha">0 for transparent to 255.</param>
    /// <param name="weight">How often it is there.</param>
    public void Add(int red, int green, int blue, int alpha = 255, long weight = 1)
    {
        if (alpha != 255)
        {
            (red, green, blue) = (OverWhite(red, alpha), OverWhite(green, alpha), OverWhite(blue, alpha));
        }

        ref var box = ref _boxes[(red >> 5 << 6) | (green >> 5 << 3) | (blue >> 5)];
        box.Count += weight;
        box.Red += red * weight;
        box.Green += green * weight;
        box.Blue += blue * weight;
    }

    /// <summary>
    /// As <see cref="ImageFacts.Color"/>; of two boxes that are as full the darker one, so that nothing is left to
    /// chance.
    /// </summary>
    public int ToRgb()
    {
        var fullest = 0;
        for (var i = 1; i < Boxes; i++)
        {
            fullest = _boxes[i].Count > _boxes[fullest].Count ? i : fullest;
        }

        var box = _boxes[fullest];
        return box.Count == 0
            ? ImageFacts.NoColor
            : (Mean(box.Red, box.Count) << 16) | (Mean(box.Green, box.Count) << 8) | Mean(box.Blue, box.Count);
    }

    private static int Mean(long sum, long count) => (int)Math.Clamp((sum + (count / 2)) / count, 0, 255);

    private static int OverWhite(int value, int alpha) => 255 - ((255 - value) * alpha / 255);

    [StructLayout(LayoutKind.Auto)]
    private struct Box
    {
        public long Count;
        public long Red;
        public long Green;
        public long Blue;
    }
}
