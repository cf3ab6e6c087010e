using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace StaticNews.Epub;

/// <summary>
/// An SVG file cut down to what is drawn: reading programs and their checkers refuse scripts, HTML inside, and whatever
/// would be fetched from elsewhere; and editors leave much of their own in it.
/// </summary>
internal static class EpubSvg
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly XName XLinkHref = XName.Get("href", "http://www.w3.org/1999/xlink");

    /// <summary>Nothing that moves, runs, links, or holds another document.</summary>
    private static readonly FrozenSet<string> Dropped = FrozenSet.Create(
        StringComparer.Ordinal,
        "script",
        "metadata",
        "feImage",
        "animate",
        "animateColor",
        "animateMotion",
        "animateTransform",
        "set",
        "mpath",
        "discard",
        "audio",
        "video",
        "iframe",
        "canvas",
        "handler",
        "listener",
        "cursor",
        "font",
        "font-face"
    );

    private static readonly FrozenSet<string> Shapes = FrozenSet.Create(
        StringComparer.Ordinal,
        "circle",
        "ellipse",
        "g",
        "line",
        "path",
        "polygon",
        "polyline",
        "rect",
        "svg",
        "symbol",
        "text",
        "use"
    );

    private static readonly SearchValues<char> NotInStyle = SearchValues.Create("{}<>@\\");

    private static readonly XmlReaderSettings Reading = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private static readonly XmlWriterSettings Writing = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineChars = "\n",
        Indent = false,
    };

    /// <summary>
    /// Null where it is no SVG, is broken, or would not look the same: it styles itself with a sheet of its own, or
    /// shows a picture inside.
    /// </summary>
    public static byte[]? Clean(byte[] bytes)
    {
        if (Load(bytes) is not { Root: { } root } || root.Name != Svg + "svg" || root.Descendants().Any(IsNeeded))
        {
            return null;
        }

        // A drawing is walked by a list, not by calls: it may be nested as deeply as it likes.
        var elements = root.DescendantsAndSelf().ToList();
        elements
            .Where(element => element.Name.Namespace != Svg || Dropped.Contains(element.Name.LocalName))
            .ToList()
            .ForEach(Remove);
        elements = [.. root.DescendantsAndSelf()];
        elements.Where(element => element.Name == Svg + "a").ToList().ForEach(link => link.Name = Svg + "g");
        var ids = IdsOf(elements);
        elements.ForEach(element => CleanAttributes(element, ids));
        return Save(root);
    }

    private static XDocument? Load(byte[] bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes);
            using var reader = XmlReader.Create(stream, Reading);
            return XDocument.Load(reader);
        }
        catch (Exception exception) when (exception is XmlException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool IsNeeded(XElement element) =>
        element.Name == Svg + "style"
        || element.Name == Svg + "image"
        || element.Name == Svg + "foreignObject"
        || element.Name == Svg + "switch";

    private static void Remove(XElement element)
    {
        if (element.Parent is not null)
        {
            element.Remove();
        }
    }

    /// <summary>What each id names.</summary>
    private static Dictionary<string, string> IdsOf(List<XElement> elements)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in elements)
        {
            if (
                element.Attribute("id") is { } id
                && (!EpubText.IsXmlName(id.Value) || !ids.TryAdd(id.Value, element.Name.LocalName))
            )
            {
                id.Remove();
            }
        }

        return ids;
    }

    private static void CleanAttributes(XElement element, Dictionary<string, string> ids)
    {
        foreach (var attribute in element.Attributes().ToList())
        {
            if (!IsKept(element, attribute, ids))
            {
                attribute.Remove();
            }
        }
    }

    private static bool IsKept(XElement element, XAttribute attribute, Dictionary<string, string> ids)
    {
        if (attribute.IsNamespaceDeclaration)
        {
            return XNamespace.Get(attribute.Value) == Svg || XNamespace.Get(attribute.Value) == XLinkHref.Namespace;
        }

        var value = attribute.Value;
        if (attribute.Name == XLinkHref || attribute.Name == "href")
        {
            return value.StartsWith('#')
                && ids.TryGetValue(value[1..], out var target)
                && IsRight(element.Name.LocalName, target);
        }

        var name = attribute.Name.LocalName;
        var isPlain = attribute.Name.Namespace == XNamespace.None || attribute.Name.Namespace == XNamespace.Xml;
        return isPlain
            && name is not ("base" or "class" or "src")
            && !name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("data-", StringComparison.Ordinal)
            && PointsInside(value)
            && (name is not "style" || !value.AsSpan().ContainsAny(NotInStyle));
    }

    /// <summary>Whether an element may be made of another: a use shows shapes, a gradient continues one.</summary>
    private static bool IsRight(string name, string target) =>
        name switch
        {
            "use" => Shapes.Contains(target),
            "linearGradient" or "radialGradient" => target is "linearGradient" or "radialGradient",
            "textPath" => target is "path",
            _ => target.Equals(name, StringComparison.Ordinal),
        };

    /// <summary>Whether every <c>url(…)</c> names a place in this file.</summary>
    private static bool PointsInside(string value)
    {
        for (
            var at = value.IndexOf("url(", StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = value.IndexOf("url(", at + 4, StringComparison.OrdinalIgnoreCase)
        )
        {
            if (!value.AsSpan(at + 4).TrimStart(" \t\r\n\"'").StartsWith("#"))
            {
                return false;
            }
        }

        return true;
    }

    private static byte[] Save(XElement root)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Writing))
        {
            root.WriteTo(xml);
        }

        return stream.ToArray();
    }
}
