using System.Xml;

namespace StaticNews.Pictures;

/// <summary>
/// An SVG file (SVG 2): how large it wants to be, and whether it runs or fetches something. Read with a reader that declares nothing, resolves nothing and fetches nothing. It has no
/// dominant colour: most drawings are transparent, and libvips calls its loader of SVG untrusted. One picture long.
/// </summary>
internal sealed class SvgPicture
{
    /// <summary>A drawing of a newspaper has some kilobytes; a map some hundred.</summary>
    private const int FileMaxBytes = 8 << 20;

    private const int ElementsMax = 20_000;

    /// <summary>What a browser needs no more of.</summary>
    private const double SideMax = 100_000;

    private double _width;
    private double _height;
    private PictureTraits _traits = PictureTraits.Alpha;

    /// <summary>Whether its text begins as markup whose first element is <c>svg</c>.</summary>
    public static bool IsSvg(ReadOnlySpan<byte> file)
    {
        var start = file.StartsWith("\uFEFF"u8) ? file[3..] : file;
        start = start[..Math.Min(start.Length, 4096)].TrimStart(" \t\r\n"u8);
        return start.StartsWith("<"u8) && start.IndexOf("<svg"u8) is var at and >= 0 && start[..at].IndexOf("<html"u8) < 0;
    }

    public PictureFacts Read(ReadOnlyMemory<byte> file, bool isWhole)
    {
        if (!isWhole || file.Length > FileMaxBytes)
        {
            return new PictureFacts(PictureFormat.Svg, 0, 0, PictureFacts.NoTone, _traits);
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
            _traits |= file.Span.IndexOf("<!ENTITY"u8) >= 0 ? PictureTraits.None : PictureTraits.Broken;
        }

        return new PictureFacts(PictureFormat.Svg, Side(_width), Side(_height), PictureFacts.NoTone, _traits);
    }

    private static XmlReaderSettings Settings() => new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private void ReadElements(XmlReader xml)
    {
        var isFirst = true;
        for (var elements = 0; elements < ElementsMax && xml.Read();)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                _traits |= SvgWords.ImportsStyle(xml.Value) ? PictureTraits.External : PictureTraits.None;
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
        var (width, height) = (SvgWords.Length(root.GetAttribute("width")), SvgWords.Length(root.GetAttribute("height")));
        Span<double> box = stackalloc double[4];
        var hasBox = SvgWords.TryNumbers(root.GetAttribute("viewBox"), box) && box[2] > 0 && box[3] > 0;
        (_width, _height) = (width, height) switch
        {
            ( > 0, > 0) => (width, height),
            ( > 0, _) when hasBox => (width, width * box[3] / box[2]),
            (_, > 0) when hasBox => (height * box[2] / box[3], height),
            _ when hasBox => (box[2], box[3]),
            _ => (0, 0),
        };
    }

    private static int Side(double length) => length is > 0 and <= SideMax ? Math.Max(1, (int)Math.Round(length, MidpointRounding.AwayFromZero)) : 0;

    /// <summary>What runs or is fetched where the picture is opened by itself.</summary>
    private void Inspect(XmlReader element)
    {
        var isScript = element.LocalName.Equals("script", StringComparison.OrdinalIgnoreCase);
        var isLink = element.LocalName is "a";
        for (var isThere = element.MoveToFirstAttribute(); isThere; isThere = element.MoveToNextAttribute())
        {
            isScript |= SvgWords.RunsScript(element.LocalName, element.Value);
            _traits |= !isLink && SvgWords.IsElsewhere(element.LocalName, element.Value) ? PictureTraits.External : PictureTraits.None;
        }

        element.MoveToElement();
        _traits |= isScript ? PictureTraits.Script : PictureTraits.None;
    }
}
