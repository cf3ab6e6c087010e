using System.Buffers;
using System.Globalization;

namespace StaticNews.Pictures;

/// <summary>What the attributes of an SVG mean: lengths (CSS Values 4, 6), numbers, addresses.</summary>
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
}
