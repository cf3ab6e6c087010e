using System.Buffers;
using System.Globalization;
using System.Xml;

namespace StaticNews.Images;

/// <summary>
/// An SVG file (SVG 2): its size, and whether it runs or fetches something. Read with a reader that
/// declares nothing, resolves nothing and fetches nothing. It has no dominant colour: most drawings are transparent,
/// and libvips calls its loader of SVG untrusted. One picture long.
/// </summary>
internal sealed class SvgHeader
{
    /// <summary>A drawing of a newspaper has some kilobytes; a map some hundred.</summary>
    private const int FileMaxBytes = 8 << 20;

    private const int ElementsMax = 20_000;

    /// <summary>What a browser needs no more of.</summary>
    private const double SideMax = 100_000;

    private double _width;
    private double _height;
    private ImageTraits _traits = ImageTraits.Alpha;

    /// <summary>Whether its text begins as markup whose first element is <c>svg</c>.</summary>
    public static bool IsSvg(ReadOnlySpan<byte> file)
    {
        var start = file.StartsWith("\uFEFF"u8) ? file[3..] : file;
        start = start[..Math.Min(start.Length, 4096)].TrimStart(" \t\r\n"u8);
        return start.StartsWith("<"u8)
            && start.IndexOf("<svg"u8) is var at and >= 0
            && start[..at].IndexOf("<html"u8) < 0;
    }

    public ImageFacts Read(ReadOnlyMemory<byte> file, bool isWhole)
    {
        if (!isWhole || file.Length > FileMaxBytes)
        {
            return new ImageFacts(ImageFormat.Svg, 0, 0, ImageFacts.NoColor, _traits);
        }

        try
        {
            using var stream = new MemoryStream(file.ToArray());
            using var xml = XmlReader.Create(stream, Settings());
            ReadElements(xml);
        }
        catch (Exception exception) when (exception is XmlException or ArgumentException)
        {
            // What a document type would have declared is not known here, and no fault of the picture.
            _traits |= file.Span.IndexOf("<!ENTITY"u8) >= 0 ? ImageTraits.None : ImageTraits.Broken;
        }

        return new ImageFacts(ImageFormat.Svg, Side(_width), Side(_height), ImageFacts.NoColor, _traits);
    }

    private static XmlReaderSettings Settings() =>
        new()
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };

    private void ReadElements(XmlReader xml)
    {
        var isFirst = true;
        for (var elements = 0; elements < ElementsMax && xml.Read(); )
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                _traits |= SvgValues.ImportsStyle(xml.Value) ? ImageTraits.External : ImageTraits.None;
            }

            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            elements++;
            if (isFirst)
            {
                ReadSize(xml);
                isFirst = false;
            }

            Inspect(xml);
        }
    }

    /// <summary>Width and height, else those of the viewBox (SVG 2, 8.2).</summary>
    private void ReadSize(XmlReader root)
    {
        var (width, height) = (
            SvgValues.Length(root.GetAttribute("width")),
            SvgValues.Length(root.GetAttribute("height"))
        );
        Span<double> box = stackalloc double[4];
        var hasBox = SvgValues.TryNumbers(root.GetAttribute("viewBox"), box) && box[2] > 0 && box[3] > 0;
        (_width, _height) = (width, height) switch
        {
            (> 0, > 0) => (width, height),
            (> 0, _) when hasBox => (width, width * box[3] / box[2]),
            (_, > 0) when hasBox => (height * box[2] / box[3], height),
            _ when hasBox => (box[2], box[3]),
            _ => (0, 0),
        };
    }

    private static int Side(double length) =>
        length is > 0 and <= SideMax ? Math.Max(1, (int)Math.Round(length, MidpointRounding.AwayFromZero)) : 0;

    /// <summary>What runs or is fetched where the picture is opened by itself.</summary>
    private void Inspect(XmlReader element)
    {
        var isScript = element.LocalName.Equals("script", StringComparison.OrdinalIgnoreCase);
        var isLink = element.LocalName is "a";
        for (var isThere = element.MoveToFirstAttribute(); isThere; isThere = element.MoveToNextAttribute())
        {
            isScript |= SvgValues.RunsScript(element.LocalName, element.Value);
            _traits |=
                !isLink && SvgValues.IsElsewhere(element.LocalName, element.Value)
                    ? ImageTraits.External
                    : ImageTraits.None;
        }

        element.MoveToElement();
        _traits |= isScript ? ImageTraits.Script : ImageTraits.None;
    }
}

/// <summary>What the attributes of an SVG mean: lengths (CSS Values 4, 6), numbers, addresses.</summary>
internal static class SvgValues
{
    private const double PixelsAnInch = 96;

    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789+-.eE");

    /// <summary>CSS pixels; 0 for none, for a percentage and for units that depend on the page.</summary>
    public static double Length(string? written)
    {
        var text = written.AsSpan().Trim();
        var digits = text.IndexOfAnyExcept(NumberSigns);
        var unit = digits < 0 ? [] : text[digits..];
        if (
            !double.TryParse(
                unit.IsEmpty ? text : text[..digits],
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            return 0;
        }

        return number
            * unit switch
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

            if (
                count == numbers.Length
                || !double.TryParse(text[range], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[count])
            )
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
    public static bool IsElsewhere(string name, string value) =>
        name switch
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
        value.StartsWith("//")
        || value.StartsWith("http:", StringComparison.OrdinalIgnoreCase)
        || value.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
}
