using System.Globalization;
using System.Text;
using System.Xml;

namespace StaticNews.Images.Svg;

/// <summary>
/// Walks the XML of an SVG file once and decides of every element, attribute and instruction whether it stays. The same
/// walk, with a writer, gives the file without what was taken. Entities that the file itself declares are put in their
/// places by the reader, and so are the attributes that its document type would add.
/// </summary>
internal sealed class SvgFilter
{
    /// <summary>Browsers give up at some thousands; drawings have tens.</summary>
    private const int DepthMax = 1_000;

    /// <summary>
    /// What entities may grow to, in characters: those of Illustrator are the names of its namespaces.
    /// </summary>
    private const int EntitiesMaxChars = 1_000_000;

    private readonly XmlReader _xml;
    private readonly IXmlLineInfo _place;
    private readonly SvgFindings _findings;
    private readonly XmlWriter? _to;
    private readonly List<(string Prefix, string Name, string Namespace, string Value)> _attributes = [];
    private bool _hasRoot;

    /// <summary>Of the root: that of SVG, or none, which browsers show as text and which is treated like SVG.</summary>
    private string _drawing = SvgNames.Svg;
    private SvgFault? _fault;

    private SvgFilter(XmlReader xml, SvgFindings findings, XmlWriter? to) =>
        (_xml, _place, _findings, _to) = (xml, (IXmlLineInfo)xml, findings, to);

    /// <summary>Why the text cannot be checked, or null.</summary>
    /// <param name="to">Where the cleaned file goes; null where only the findings are asked for.</param>
    public static SvgFault? Run(string text, SvgFindings findings, XmlWriter? to)
    {
        try
        {
            using var characters = new StringReader(text);
            using var xml = XmlReader.Create(characters, Reading());
            var filter = new SvgFilter(xml, findings, to);
            filter.Walk();
            return filter._fault;
        }
        catch (XmlException broken)
        {
            return new SvgFault("it is not well-formed XML here", broken.LineNumber, broken.LinePosition);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return new SvgFault("it is not well-formed XML");
        }
    }

    private static XmlReaderSettings Reading() =>
        new()
        {
            DtdProcessing = DtdProcessing.Parse,
            XmlResolver = null,
            MaxCharactersFromEntities = EntitiesMaxChars,
        };

    private void Walk()
    {
        for (var isMore = _xml.Read(); isMore && _fault is null; )
        {
            isMore = Step();
        }
    }

    /// <summary>Decides of one node and goes on to the next; false at the end.</summary>
    private bool Step()
    {
        switch (_xml.NodeType)
        {
            case XmlNodeType.Element:
                return StepElement();
            case XmlNodeType.EndElement:
                _to?.WriteFullEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                _to?.WriteString(_xml.Value);
                break;
            case XmlNodeType.Whitespace:
                _to?.WriteWhitespace(_xml.Value);
                break;
            case XmlNodeType.Comment:
                _to?.WriteComment(_xml.Value);
                break;
            case XmlNodeType.ProcessingInstruction:
                StepInstruction();
                break;
            case XmlNodeType.DocumentType:
                InspectDocumentType();
                break;
        }

        return _xml.Read();
    }

    private bool StepElement()
    {
        if (!_hasRoot && !IsRoot())
        {
            _fault = new SvgFault("its first element is not 'svg'", _place.LineNumber, _place.LinePosition);
            return false;
        }

        if (_xml.Depth >= DepthMax)
        {
            _fault = new SvgFault(
                string.Create(CultureInfo.InvariantCulture, $"its elements are nested more than {DepthMax} deep"),
                _place.LineNumber,
                _place.LinePosition
            );
            return false;
        }

        if (!IsKept())
        {
            Take($"the element '{SvgFindings.Quoted(_xml.Name)}'");
            _xml.Skip();
            return !_xml.EOF;
        }

        var (isStyle, isEmpty) = (IsDrawing && _xml.LocalName is "style", _xml.IsEmptyElement);
        WriteStart();
        if (isStyle && !isEmpty)
        {
            StepStyle();
        }
        else if (isEmpty)
        {
            _to?.WriteEndElement();
        }

        return _xml.Read();
    }

    private bool IsRoot()
    {
        _hasRoot = true;
        _drawing = _xml.NamespaceURI;
        return _xml.LocalName is "svg" && _drawing is SvgNames.Svg or "";
    }

    /// <summary>Whether the element, or the one that the attribute belongs to, is one of SVG.</summary>
    private bool IsDrawing => IsDrawingNamespace(_xml.NamespaceURI);

    private bool IsDrawingNamespace(string name) =>
        name is SvgNames.Svg || string.Equals(name, _drawing, StringComparison.Ordinal);

    private bool IsKept()
    {
        if (!IsDrawing)
        {
            return !SvgNames.IsActiveNamespace(_xml.NamespaceURI) && !SvgNames.IsActiveElement(_xml.LocalName);
        }

        return SvgNames.IsElement(_xml.LocalName)
            && (_xml.LocalName is not "foreignObject" || IsOfIllustrator())
            && (!SvgNames.IsAnimation(_xml.LocalName) || IsSafeAnimation());
    }

    /// <summary>Illustrator keeps its own data in one that no browser shows; in any other stands HTML.</summary>
    private bool IsOfIllustrator() =>
        _xml.GetAttribute("requiredExtensions") is { } extension
        && extension.StartsWith("http://ns.adobe.com/", StringComparison.Ordinal);

    private bool IsSafeAnimation()
    {
        var name = _xml.GetAttribute("attributeName")?.Trim();
        return (name is null || SvgNames.IsAnimatable(name))
            && IsSafeTarget("from")
            && IsSafeTarget("to")
            && IsSafeTarget("by")
            && IsSafeTarget("values");
    }

    private bool IsSafeTarget(string attribute)
    {
        if (_xml.GetAttribute(attribute) is not { } value)
        {
            return true;
        }

        // Addresses without quotes may hold a semicolon, so each part and the whole are looked at.
        return IsSafeValue(value) && SvgAddress.IsLink(value) && AreLinks(value);
    }

    private static bool AreLinks(string values)
    {
        foreach (var part in values.AsSpan().Split(';'))
        {
            if (values.AsSpan(part).Contains(':') && !SvgAddress.IsLink(values[part]))
            {
                return false;
            }
        }

        return true;
    }

    private void WriteStart()
    {
        var (prefix, name, space) = (_xml.Prefix, _xml.LocalName, _xml.NamespaceURI);
        ReadAttributes(name, IsDrawing);
        if (_to is null)
        {
            return;
        }

        _to.WriteStartElement(prefix, name, space);
        foreach (var attribute in _attributes)
        {
            _to.WriteAttributeString(attribute.Prefix, attribute.Name, attribute.Namespace, attribute.Value);
        }
    }

    private void ReadAttributes(string element, bool isDrawing)
    {
        _attributes.Clear();
        for (var isThere = _xml.MoveToFirstAttribute(); isThere; isThere = _xml.MoveToNextAttribute())
        {
            if (isDrawing && _xml.NamespaceURI.Length == 0 && _xml.LocalName is "style")
            {
                AddStyle();
            }
            else if (isDrawing ? IsKeptOfDrawing(element) : IsKeptOfOther())
            {
                _attributes.Add((_xml.Prefix, _xml.LocalName, _xml.NamespaceURI, _xml.Value));
            }
            else
            {
                Take($"the attribute '{SvgFindings.Quoted(_xml.Name)}' of '{SvgFindings.Quoted(element)}'");
            }
        }

        _xml.MoveToElement();
    }

    private bool IsKeptOfDrawing(string element)
    {
        var (space, name, value) = (_xml.NamespaceURI, _xml.LocalName, _xml.Value);
        if (space is SvgNames.XLink)
        {
            return SvgNames.IsXLinkAttribute(name) && (name is not "href" || IsAddress(element, value));
        }

        if (space.Length > 0 && space is not SvgNames.Svg)
        {
            return IsKeptOfAny(space, name);
        }

        return SvgNames.IsAttribute(name)
            && (name is not "href" || IsAddress(element, value))
            && (!SvgNames.IsPresentation(name) || IsSafeValue(value));
    }

    /// <summary>
    /// Elements that no browser implements: they have no effect, but a link of XLink once worked on
    /// every element.
    /// </summary>
    private bool IsKeptOfOther()
    {
        var (space, name) = (_xml.NamespaceURI, _xml.LocalName);
        var isHandler =
            space.Length == 0 && name.Length > 2 && name.StartsWith("on", StringComparison.OrdinalIgnoreCase);
        var isAddress = space is "" or SvgNames.XLink && name is "href" or "src";
        return IsKeptOfAny(space, name) && !isHandler && (!isAddress || SvgAddress.IsLink(_xml.Value));
    }

    private static bool IsKeptOfAny(string space, string name) =>
        space switch
        {
            SvgNames.Xml => name is "space" or "lang" or "id",
            _ => !SvgNames.IsActiveNamespace(space),
        };

    /// <summary>
    /// Whether an element may name an address: links lead anywhere, pictures come from the site, all else is in the
    /// file.
    /// </summary>
    private static bool IsAddress(string element, string value) =>
        element switch
        {
            "a" => SvgAddress.IsLink(value),
            "image" or "feImage" or "cursor" => SvgAddress.IsPicture(value),
            _ => SvgAddress.IsInside(value),
        };

    /// <summary>Few values have a function or an escape, and all that fetches has one.</summary>
    private static bool IsSafeValue(string value) =>
        !value.AsSpan().ContainsAny('(', '\\', '@') || CssCleaner.IsSafe(value);

    private void AddStyle()
    {
        var (value, line, column) = (_xml.Value, _place.LineNumber, _place.LinePosition);
        _attributes.Add(
            (
                _xml.Prefix,
                _xml.LocalName,
                _xml.NamespaceURI,
                CssCleaner.Clean(value, (what, _) => _findings.Add(what, line, column))
            )
        );
    }

    /// <summary>
    /// A style sheet is the text directly in its element, in as many pieces as there may be; what else stands there is
    /// no style.
    /// </summary>
    private void StepStyle()
    {
        var sheet = new StringBuilder();
        var pieces = new List<(int Start, int Line, int Column)>();
        var depth = _xml.Depth;
        for (var isMore = _xml.Read(); isMore && !(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth); )
        {
            if (_xml.NodeType == XmlNodeType.Element)
            {
                Take($"the element '{SvgFindings.Quoted(_xml.Name)}'");
                _xml.Skip();
                continue;
            }

            if (
                _xml.NodeType
                is XmlNodeType.Text
                    or XmlNodeType.CDATA
                    or XmlNodeType.Whitespace
                    or XmlNodeType.SignificantWhitespace
            )
            {
                pieces.Add((sheet.Length, _place.LineNumber, _place.LinePosition));
                sheet.Append(_xml.Value);
            }

            isMore = _xml.Read();
        }

        var text = sheet.ToString();
        var cleaned = CssCleaner.Clean(text, (what, at) => AddAt(what, text, pieces, at));
        _to?.WriteString(cleaned);
        _to?.WriteFullEndElement();
    }

    /// <summary>
    /// The line is right; the column, too, where no character reference stands before it on the line.
    /// </summary>
    private void AddAt(string what, string sheet, List<(int Start, int Line, int Column)> pieces, int at)
    {
        var piece = pieces.FindLast(piece => piece.Start <= at);
        var before = sheet.AsSpan(piece.Start, at - piece.Start);
        var line = before.LastIndexOf('\n');
        _findings.Add(
            what,
            piece.Line + before.Count('\n'),
            line < 0 ? piece.Column + before.Length : before.Length - line
        );
    }

    /// <summary>Packets of metadata are marked by one; others may load a style sheet.</summary>
    private void StepInstruction()
    {
        if (_xml.Name is "xpacket" or "adobe-xap-filters")
        {
            _to?.WriteProcessingInstruction(_xml.Name, _xml.Value);
        }
        else
        {
            Take($"the instruction '<?{SvgFindings.Quoted(_xml.Name)}'");
        }
    }

    /// <summary>
    /// It is never written again, because what it declares has been put in its place. It counts as taken where it names
    /// files: only the one of SVG itself is usual, which no browser loads.
    /// </summary>
    private void InspectDocumentType()
    {
        var system = _xml.GetAttribute("SYSTEM");
        if (
            system is { Length: > 0 }
            && !system.StartsWith("http://www.w3.org/", StringComparison.Ordinal)
            && !system.StartsWith("https://www.w3.org/", StringComparison.Ordinal)
        )
        {
            Take("the document type, which names a file elsewhere");
        }
        else if (NamesFiles(_xml.Value))
        {
            Take("the document type, which names files or declares parameters");
        }
    }

    /// <summary>
    /// Whether a declaration reaches out of the file, or builds others: what stands in quotes and comments does not
    /// count.
    /// </summary>
    private static bool NamesFiles(string declarations)
    {
        for (var at = 0; at < declarations.Length; at++)
        {
            if (declarations[at] is var quote and ('"' or '\''))
            {
                at = EndOf(declarations, quote.ToString(), at + 1);
            }
            else if (declarations.AsSpan(at).StartsWith("<!--"))
            {
                at = EndOf(declarations, "-->", at + 4);
            }
            else if (
                declarations[at] == '%'
                || declarations.AsSpan(at).StartsWith("SYSTEM")
                || declarations.AsSpan(at).StartsWith("PUBLIC")
            )
            {
                return true;
            }
        }

        return false;
    }

    private static int EndOf(string text, string mark, int from) =>
        text.IndexOf(mark, from, StringComparison.Ordinal) is var end and >= 0 ? end + mark.Length - 1 : text.Length;

    private void Take(string what) => _findings.Add(what, _place.LineNumber, _place.LinePosition);
}
