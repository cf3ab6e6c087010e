using System.Collections.Frozen;
using System.Globalization;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using StaticNews.Markdown;
using StaticNews.Text;

namespace StaticNews.Epub;

/// <summary>
/// Turns the HTML of an article's body into XHTML that keeps to the content models of HTML: what stands where it may
/// not is opened, and what it holds stays. One body long.
/// </summary>
/// <remarks>
/// The HTML is what pages show, so its elements are the few of <see cref="HtmlAllowList"/>; but a browser forgives a
/// list in a heading or a stray caption, and a checker of books does not. Elements that only browsers make sense of
/// (details, time) become plain ones.
/// </remarks>
internal sealed class XhtmlBody
{
    private static readonly HtmlParser Parser = new();

    private static readonly FrozenSet<string> Phrases = FrozenSet.Create(
        StringComparer.Ordinal,
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var"
    );

    /// <summary>What ends a line of text where it cannot be a block.</summary>
    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        StringComparer.Ordinal,
        "blockquote",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul"
    );

    private readonly EpubLinks _links;
    private readonly Func<string, EpubImage?> _pictures;
    private readonly string _from;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<XElement> _linksWithin = [];
    private readonly HashSet<IElement> _aroundBlocks;
    private bool _isInLink;

    private XhtmlBody(IDocument document, EpubLinks links, Func<string, EpubImage?> pictures, string from) =>
        (_aroundBlocks, _links, _pictures, _from) = (AroundBlocks(document), links, pictures, from);

    private enum Place
    {
        /// <summary>Blocks and text.</summary>
        Flow,

        /// <summary>Text and what stands within a line.</summary>
        Phrasing,
    }

    /// <summary>Appends the body to an element that may hold blocks.</summary>
    /// <param name="pictures">The book's picture by the site URL that the page shows; null for none.</param>
    /// <param name="from">The article's site URL.</param>
    public static void Append(XElement to, string html, EpubLinks links, Func<string, EpubImage?> pictures, string from)
    {
        using var document = Parser.ParseDocument("<!DOCTYPE html><body>" + html);
        var body = new XhtmlBody(document, links, pictures, from);
        body.AppendChildren(to, document.Body!, Place.Flow);
        body.CutLooseLinks();
    }

    private void AppendChildren(XElement to, INode parent, Place place)
    {
        foreach (var child in parent.ChildNodes)
        {
            Append(to, child, place);
        }
    }

    private void Append(XElement to, INode node, Place place)
    {
        if (node is IText text)
        {
            to.Add(new XText(XmlCharacters.Clean(text.Data)));
        }
        else if (node is IElement element)
        {
            Append(to, element, element.LocalName, place);
        }
    }

    private void Append(XElement to, IElement element, string name, Place place)
    {
        switch (name)
        {
            case "br" or "wbr":
                to.Add(new XElement(Xhtml.Name(name)));
                break;
            case "img":
                AppendPicture(to, element);
                break;
            case "a":
                AppendLink(to, element, place);
                break;
            case var _ when Phrases.Contains(name):
                AppendPhrase(to, element, name, place);
                break;
            case var _ when place == Place.Phrasing:
                AppendOpened(to, element, name);
                break;
            default:
                AppendBlock(to, element, name);
                break;
        }
    }

    /// <summary>A block where none may be: its words, apart from those around it.</summary>
    private void AppendOpened(XElement to, IElement element, string name)
    {
        var isBlock = Blocks.Contains(name);
        to.Add(isBlock ? " " : "");
        AppendChildren(to, element, Place.Phrasing);
        to.Add(isBlock ? " " : "");
    }

    private void AppendBlock(XElement to, IElement element, string name)
    {
        switch (name)
        {
            case "hr":
                to.Add(new XElement(Xhtml.Name(name)));
                break;
            case "p" or "pre" or "h2" or "h3" or "h4" or "h5" or "h6":
                AppendElement(to, element, name, Place.Phrasing);
                break;
            case "h1":
                AppendElement(to, element, "h2", Place.Phrasing);
                break;
            case "summary":
                AppendElement(to, element, "p", Place.Phrasing);
                break;
            case "blockquote" or "div" or "section":
                AppendElement(to, element, name, Place.Flow);
                break;
            case "ul" or "ol":
                AppendList(to, element, name);
                break;
            case "dl":
                AppendDefinitions(to, element);
                break;
            case "table":
                AppendTable(to, element);
                break;
            case "figure":
                AppendFigure(to, element);
                break;
            case var _ when Blocks.Contains(name):
                AppendElement(to, element, "div", Place.Flow);
                break;
            default:
                AppendChildren(to, element, Place.Flow);
                break;
        }
    }

    private XElement AppendElement(XElement to, IElement element, string name, Place place)
    {
        var written = Start(to, element, name);
        AppendChildren(written, element, place);
        return written;
    }

    private XElement Start(XElement to, IElement element, string name)
    {
        var written = new XElement(Xhtml.Name(name));
        to.Add(written);
        AddCommonAttributes(written, element);
        return written;
    }

    /// <summary>Where one holds a block, the block is worth more than the emphasis.</summary>
    private void AppendPhrase(XElement to, IElement element, string name, Place place)
    {
        if (place == Place.Flow && HoldsBlock(element))
        {
            AppendChildren(to, element, Place.Flow);
            return;
        }

        // A machine's date, a nested definition: the words are what a reader has of them.
        var isOverride = name is "bdo" && element.GetAttribute("dir") is "ltr" or "rtl";
        AppendElement(
            to,
            element,
            name is "time" || (name is "bdo" && !isOverride) ? "span"
                : name is "dfn" ? "i"
                : name,
            Place.Phrasing
        );
    }

    private bool HoldsBlock(IElement element) => _aroundBlocks.Contains(element);

    /// <summary>
    /// All elements that a block stands in, found once: each is asked about, and a body may have hundreds within one
    /// another.
    /// </summary>
    private static HashSet<IElement> AroundBlocks(IDocument document)
    {
        var around = new HashSet<IElement>();
        foreach (var element in document.All)
        {
            if (Blocks.Contains(element.LocalName))
            {
                for (
                    var parent = element.ParentElement;
                    parent is not null && around.Add(parent);
                    parent = parent.ParentElement
                ) { }
            }
        }

        return around;
    }

    private void AppendLink(XElement to, IElement element, Place place)
    {
        var inner = place == Place.Flow && HoldsBlock(element) ? Place.Flow : Place.Phrasing;
        var href = element.GetAttribute("href");
        var target = href is null || href.StartsWith('#') ? href : _links.Resolve(href, _from);
        if (_isInLink || (target is null && element.GetAttribute("id") is null))
        {
            AppendChildren(to, element, inner);
            return;
        }

        var link = Start(to, element, "a");
        if (target is not null)
        {
            link.SetAttributeValue(
                "href",
                target.StartsWith('#') ? "#" + EpubText.XmlNameOf(Uri.UnescapeDataString(target[1..])) : target
            );
        }

        if (target is ['#', ..])
        {
            _linksWithin.Add(link);
            AddRole(link, element, "doc-noteref", "doc-backlink");
        }

        _isInLink = true;
        AppendChildren(link, element, inner);
        _isInLink = false;
    }

    /// <summary>Links to a place in the text that was not written: their words stay.</summary>
    private void CutLooseLinks()
    {
        foreach (var link in _linksWithin)
        {
            if (!_ids.Contains(link.Attribute("href")!.Value[1..]))
            {
                link.Attribute("href")!.Remove();
                link.Attribute("role")?.Remove();
            }
        }
    }

    private void AppendPicture(XElement to, IElement element)
    {
        var alt = XmlCharacters.Clean(element.GetAttribute("alt") ?? "");
        if (
            element.GetAttribute("src") is not { } src
            || _links.SiteUrl(src) is not { } url
            || _pictures(url) is not { } picture
        )
        {
            if (!string.IsNullOrWhiteSpace(alt))
            {
                to.Add(Xhtml.Missing(alt));
            }

            return;
        }

        var image = Xhtml.Image(picture, alt);
        to.Add(image);
        AddCommonAttributes(image, element);
        AddNumber(image, element, "width", 1, 99_999);
        AddNumber(image, element, "height", 1, 99_999);
    }

    /// <summary>Whatever a list holds besides items is an item.</summary>
    private void AppendList(XElement to, IElement element, string name)
    {
        var list = Start(to, element, name);
        if (name is "ol")
        {
            AddNumber(list, element, "start", -99_999, 99_999);
            if (element.HasAttribute("reversed"))
            {
                list.SetAttributeValue("reversed", "reversed");
            }

            if (element.GetAttribute("type") is "1" or "a" or "A" or "i" or "I")
            {
                list.SetAttributeValue("type", element.GetAttribute("type"));
            }
        }

        foreach (var child in element.ChildNodes)
        {
            if (child is IElement { LocalName: "li" } item)
            {
                var written = AppendElement(list, item, "li", Place.Flow);
                if (name is "ol")
                {
                    AddNumber(written, item, "value", -99_999, 99_999);
                }
            }
            else if (!IsBlank(child))
            {
                var written = new XElement(Xhtml.Name("li"));
                list.Add(written);
                Append(written, child, Place.Flow);
            }
        }

        if (list.IsEmpty || !list.HasElements)
        {
            list.Remove();
        }
    }

    /// <summary>Terms and their descriptions in turn; any other order is plain blocks.</summary>
    private void AppendDefinitions(XElement to, IElement element)
    {
        var isInOrder = IsInOrder(element);
        var list = Start(to, element, isInOrder ? "dl" : "div");
        foreach (var child in element.ChildNodes)
        {
            if (child is IElement { LocalName: "dt" } term)
            {
                AppendElement(list, term, isInOrder ? "dt" : "p", Place.Phrasing);
            }
            else if (child is IElement { LocalName: "dd" } description)
            {
                AppendElement(list, description, isInOrder ? "dd" : "div", Place.Flow);
            }
            else if (!IsBlank(child))
            {
                Append(list, child, Place.Flow);
            }
        }
    }

    private static bool IsInOrder(IElement element)
    {
        var last = "";
        foreach (var child in element.ChildNodes)
        {
            if (IsBlank(child))
            {
                continue;
            }

            if (child is not IElement { LocalName: "dt" or "dd" } part || (part.LocalName is "dd" && last.Length == 0))
            {
                return false;
            }

            last = part.LocalName;
        }

        return last is "dd";
    }

    private void AppendTable(XElement to, IElement element)
    {
        var table = Start(to, element, "table");
        if (Array.Find([.. element.Children], child => child.LocalName is "caption") is { } caption)
        {
            AppendElement(table, caption, "caption", Place.Phrasing);
        }

        var head = element.Children.FirstOrDefault(child => child.LocalName is "thead");
        var foot = element.Children.FirstOrDefault(child => child.LocalName is "tfoot");
        AppendRows(table, head, "thead");
        foreach (var group in element.Children)
        {
            if (group.LocalName is "tbody" or "thead" or "tfoot" && group != head && group != foot)
            {
                AppendRows(table, group, "tbody");
            }
        }

        AppendRows(table, foot, "tfoot");
        if (!table.HasElements)
        {
            table.Remove();
        }
    }

    private void AppendRows(XElement table, IElement? group, string name)
    {
        if (group is null)
        {
            return;
        }

        var rows = Start(table, group, name);
        foreach (var row in group.Children)
        {
            AppendRow(rows, row);
        }

        if (!rows.HasElements)
        {
            rows.Remove();
        }
    }

    private void AppendRow(XElement rows, IElement row)
    {
        var written = Start(rows, row, "tr");
        foreach (var cell in row.Children)
        {
            if (cell.LocalName is not ("td" or "th"))
            {
                continue;
            }

            var place = cell.LocalName is "th" ? Place.Phrasing : Place.Flow;
            var data = AppendElement(written, cell, cell.LocalName, place);
            AddNumber(data, cell, "colspan", 1, 1000);
            AddNumber(data, cell, "rowspan", 1, 65_534);
            if (cell.GetAttribute("scope") is "row" or "col" && cell.LocalName is "th")
            {
                data.SetAttributeValue("scope", cell.GetAttribute("scope"));
            }

            if (cell.GetAttribute("style") is "text-align: left;" or "text-align: center;" or "text-align: right;")
            {
                data.SetAttributeValue("style", cell.GetAttribute("style"));
            }
        }

        if (!written.HasElements)
        {
            written.Remove();
        }
    }

    /// <summary>One caption, at the end.</summary>
    private void AppendFigure(XElement to, IElement element)
    {
        var figure = Start(to, element, "figure");
        IElement? caption = null;
        foreach (var child in element.ChildNodes)
        {
            if (caption is null && child is IElement { LocalName: "figcaption" } first)
            {
                caption = first;
            }
            else
            {
                Append(figure, child, Place.Flow);
            }
        }

        if (caption is not null)
        {
            AppendElement(figure, caption, "figcaption", Place.Flow);
        }
    }

    private void AddCommonAttributes(XElement to, IElement element)
    {
        if (element.GetAttribute("id") is { Length: > 0 } id && EpubText.XmlNameOf(id) is var name && _ids.Add(name))
        {
            to.SetAttributeValue("id", name);
        }

        if (element.GetAttribute("lang") is { } lang && LanguageTag.Normalize(lang) is { } tag)
        {
            Xhtml.SetLanguage(to, tag);
        }

        if (element.GetAttribute("dir") is "ltr" or "rtl" or "auto")
        {
            to.SetAttributeValue("dir", element.GetAttribute("dir"));
        }

        if (element.GetAttribute("title") is { Length: > 0 } title)
        {
            to.SetAttributeValue("title", XmlCharacters.Clean(title));
        }

        if (element.LocalName is "section")
        {
            AddRole(to, element, "doc-endnotes");
        }
    }

    private static void AddRole(XElement to, IElement element, params ReadOnlySpan<string> allowed)
    {
        if (element.GetAttribute("role") is { } role && allowed.Contains(role))
        {
            to.SetAttributeValue("role", role);
        }
    }

    private static void AddNumber(XElement to, IElement element, string name, int min, int max)
    {
        if (
            int.TryParse(
                element.GetAttribute(name),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
            && number >= min
            && number <= max
        )
        {
            to.SetAttributeValue(name, number.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static bool IsBlank(INode node) =>
        node is not IElement && (node is not IText text || string.IsNullOrWhiteSpace(text.Data));
}
