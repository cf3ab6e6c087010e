using System.Buffers;
using System.Drawing;
using System.Globalization;

namespace StaticNews.Pictures;

/// <summary>What the attributes of an SVG mean: lengths (CSS Values 4, 6), numbers, colours (CSS Color 4), addresses.</summary>
internal static class SvgWords
{
    private const double PixelsAnInch = 96;

    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789+-.eE");

    /// <summary>CSS pixels; 0 for none, for a percentage and for units that depend on the page.</summary>
    public static double Length(string? written)
    {
        var text = written.AsSpan().Trim();
        var digits = text.IndexOfAnyExcept(NumberSigns);
        var unit = digits < 0 ? [] : text[digits..];
        if (!double.TryParse(unit.IsEmpty ? text : text[..digits], NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return 0;
        }

        return number * unit switch
        {
            "" or "px" => 1,
            "pt" => PixelsAnInch / 72,
            "pc" => PixelsAnInch / 6,
            "in" => PixelsAnInch,
            "cm" => PixelsAnInch / 2.54,
            "mm" => PixelsAnInch / 25.4,
            "Q" => PixelsAnInch / 101.6,
            _ => 0,
        };
    }

    /// <summary>Fills all of <paramref name="numbers"/>; false where there are fewer.</summary>
    public static bool TryNumbers(string? written, Span<double> numbers)
    {
        var count = 0;
        var text = written.AsSpan();
        foreach (var range in text.SplitAny(" ,\t\r\n"))
        {
            if (text[range].IsEmpty)
            {
                continue;
            }

            if (count == numbers.Length || !double.TryParse(text[range], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[count]))
            {
                return false;
            }

            count++;
        }

        return count == numbers.Length;
    }

    /// <summary>The value of a declaration in a <c>style</c> attribute, or null.</summary>
    public static string? Declared(string? style, string name)
    {
        var text = style.AsSpan();
        foreach (var range in text.Split(';'))
        {
            var declaration = text[range].Trim();
            if (declaration.IndexOf(':') is var colon and > 0 && declaration[..colon].TrimEnd().SequenceEqual(name))
            {
                return declaration[(colon + 1)..].Trim().ToString();
            }
        }

        return null;
    }

    /// <summary>As 0xRRGGBB; null for none, a gradient, or a way of writing that is not read here.</summary>
    public static int? Colour(string written)
    {
        var text = written.AsSpan().Trim();
        if (text.StartsWith("#"))
        {
            return HexColour(text[1..]);
        }

        if (text.StartsWith("rgb(") && text.EndsWith(")"))
        {
            Span<double> parts = stackalloc double[3];
            return TryNumbers(text[4..^1].ToString(), parts) ? (Part(parts[0]) << 16) | (Part(parts[1]) << 8) | Part(parts[2]) : null;
        }

        var known = Color.FromName(text.ToString().Replace("grey", "gray", StringComparison.OrdinalIgnoreCase));
        return known is { IsKnownColor: true, IsSystemColor: false, A: 255 } ? known.ToArgb() & 0xFFFFFF : null;
    }

    /// <summary>Whether an attribute makes a browser run something.</summary>
    public static bool RunsScript(string name, string value) =>
        (name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && name.Length > 2)
        || (name is "href" && value.AsSpan().TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether an attribute makes a browser fetch something from another host.</summary>
    public static bool IsElsewhere(string name, string value) => name switch
    {
        "href" or "src" => IsAddress(value.AsSpan().Trim()),
        "style" or "fill" or "stroke" or "filter" or "mask" or "clip-path" => ImportsStyle(value),
        _ => false,
    };

    /// <summary>The same for the text of a style sheet.</summary>
    public static bool ImportsStyle(string text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOf("url(", StringComparison.OrdinalIgnoreCase) is var at and >= 0)
        {
            rest = rest[(at + 4)..].TrimStart(" '\"");
            if (IsAddress(rest))
            {
                return true;
            }
        }

        return text.Contains("@import", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsAddress(ReadOnlySpan<char> value) =>
        value.StartsWith("//") || value.StartsWith("http:", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    private static int? HexColour(ReadOnlySpan<char> digits)
    {
        if (digits.Length is not (3 or 6) || !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        return digits.Length == 6 ? value : ((value >> 8) * 0x110000) | (((value >> 4) & 15) * 0x1100) | ((value & 15) * 0x11);
    }

    private static int Part(double value) => (int)Math.Clamp(double.IsNaN(value) ? 0 : value, 0, 255);
}
