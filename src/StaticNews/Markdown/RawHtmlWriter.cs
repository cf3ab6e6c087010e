using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using StaticNews.Configuration;
using StaticNews.Text;

namespace StaticNews.Markdown;

/// <summary>
/// Writes a body anew that contains raw HTML: parsed as a browser would, so that whatever is left open or closed twice
/// ends here, and, unless it is trusted, cut down to <see cref="HtmlAllowList"/>. One body long.
/// </summary>
/// <param name="links">Null where every link is finished already.</param>
internal sealed class RawHtmlWriter(
    RawHtml mode,
    BodyLinks? links,
    IReadOnlyList<FinishedLink> finished,
    ParseBudget budget
)
{
    /// <summary>
    /// Stands before an author's own id, so that it takes no name that the page or its heading ids use.
    /// </summary>
    private const string IdPrefix = "body-";

    /// <summary>
    /// What was left out or renamed can leave an element where the parser would not have put it (an item in an item, a
    /// heading in a heading). Each time the result is read again it comes nearer to what stays as it is; nearly all
    /// bodies need one round, and this ends the worst.
    /// </summary>
    private const int RoundsMax = 4;

    /// <summary>A node is made, written and read again.</summary>
    private const int StepsPerNode = 50;

    private static readonly HtmlParser Parser = new();

    private static readonly HtmlParser StrictParser = new(new HtmlParserOptions { IsStrictMode = true });

    /// <summary>What a link to an id of this body begins with: in feeds that is a whole address.</summary>
    private readonly string _page = links is null ? "#" : links.ToId("");

    private readonly StringBuilder _html = new();

    private readonly List<BlockEnd> _ends = [];

    private readonly HashSet<string> _authorIds = new(StringComparer.Ordinal);

    private readonly HashSet<string> _writtenIds = new(StringComparer.Ordinal);

    private int _headingShift;

    private int _depth;

    private bool _isInHeading;

    private bool _isInLink;

    /// <summary>
    /// The body as HTML that a parser reads without an error; null where it is nested too deeply for that.
    /// </summary>
    /// <exception cref="BodyLimitException">A browser would make more of it than the body's limits allow.</exception>
    public static WrittenBody? Write(
        string html,
        RawHtml mode,
        BodyLinks links,
        IReadOnlyList<FinishedLink> finished,
        ParseBudget budget
    )
    {
        var writer = new RawHtmlWriter(mode, links, finished, budget);
        for (var round = 1; round <= RoundsMax; round++)
        {
            if (!writer.TryWrite(html))
            {
                return null;
            }

            html = writer._html.ToString();
            if (IsWithoutError(html))
            {
                return new WrittenBody(writer._html, writer._ends);
            }

            // Nothing is left to take out and no link to rewrite: only the tree is put right.
            writer = new RawHtmlWriter(RawHtml.Allow, null, [], budget);
        }

        return null;
    }

    private static bool IsWithoutError(string html)
    {
        try
        {
            using var document = StrictParser.ParseDocument(
                $"<!DOCTYPE html><html><head><title>.</title></head><body><article>{html}</article></body></html>"
            );
            return true;
        }
        catch (HtmlParseException)
        {
            return false;
        }
    }

    private bool TryWrite(string html)
    {
        if (HtmlNesting.IsTooDeep(html) || HtmlEstimate.Of(html) is not { Depth: <= HtmlEstimate.DepthMax } estimate)
        {
            return false;
        }

        estimate.Charge(budget);

        // The rule at the start keeps a frameset from replacing the body (HTML standard, 13.2.6.4.7, "frameset-ok
        // flag").
        using var document = Parser.ParseDocument("<!DOCTYPE html><body><hr>" + html);
        var body = document.Body!;
        Survey(document);
        for (var i = 1; i < body.ChildNodes.Length; i++)
        {
            var start = _html.Length;
            var node = body.ChildNodes[i];
            if (!TryWrite(node))
            {
                return false;
            }

            if (node is not IText && _html.Length > start)
            {
                _ends.Add(new BlockEnd(KindOf(node), _html.Length));
            }
        }

        return true;
    }

    private static BlockKind KindOf(INode node) =>
        node is not IElement element
            ? BlockKind.Other
            : element.LocalName switch
            {
                "p" => BlockKind.Paragraph,
                "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => BlockKind.Heading,
                "div" when element.ClassName is FootnotesRenderer.NotesClass => BlockKind.Notes,
                _ => BlockKind.Other,
            };

    private void Survey(IHtmlDocument document)
    {
        var highest = 0;
        foreach (var element in document.All)
        {
            if (HeadingLevel(element.LocalName) is var level and > 0 && (highest == 0 || level < highest))
            {
                highest = level;
            }

            if (AuthorId(element) is { } id)
            {
                _authorIds.Add(id);
            }
        }

        _headingShift = highest == 0 ? 0 : BodySurvey.HighestHeading - highest;
    }

    private static int HeadingLevel(string name) =>
        name.Length == 2 && name[0] == 'h' && name[1] is >= '1' and <= '6' ? name[1] - '0' : 0;

    private static string? AuthorId(IElement element)
    {
        var id = element.GetAttribute("id") ?? (element.LocalName is "a" ? element.GetAttribute("name") : null);
        return string.IsNullOrWhiteSpace(id) || id[0] == MarkdownHtmlRenderer.Seal || id.Any(char.IsWhiteSpace)
            ? null
            : id;
    }

    private bool TryWrite(INode node)
    {
        budget.Spend(StepsPerNode, 0);
        if (node is IText text)
        {
            HtmlEncoding.Append(_html, text.Data);
            return true;
        }

        if (node is not IElement element)
        {
            return true;
        }

        if (++_depth > HtmlEstimate.DepthMax)
        {
            return false;
        }

        var isWritten = mode == RawHtml.Allow ? TryWriteAllowed(element) : TryWriteSanitized(element);
        _depth--;
        return isWritten;
    }

    private bool TryWriteChildren(INode parent)
    {
        for (var i = 0; i < parent.ChildNodes.Length; i++)
        {
            if (!TryWrite(parent.ChildNodes[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryWriteSanitized(IElement element)
    {
        var name = element.LocalName;
        if (element is not IHtmlElement || HtmlAllowList.IsDropped(name))
        {
            return true;
        }

        if (HtmlAllowList.IsTextOnly(name))
        {
            HtmlEncoding.Append(_html, element.TextContent);
            return true;
        }

        return name switch
        {
            "img" => WritePicture(element),
            "iframe" => WriteFrame(element),
            "audio" or "video" => WriteMedia(element),
            "a" => TryWriteLink(element),
            _ when HtmlAllowList.NameOf(name) is { } kept && !(_isInHeading && HeadingLevel(kept) > 0) =>
                TryWriteElement(element, kept),
            _ => TryWriteChildren(element),
        };
    }

    private bool TryWriteElement(IElement element, string name)
    {
        var level = HeadingLevel(name);
        if (level > 0)
        {
            name = "h" + Math.Min(6, level + _headingShift).ToString(CultureInfo.InvariantCulture);
        }

        var start = _html.Length;
        _html.Append('<').Append(name);
        WriteId(element);
        WriteAttributes(element, name);
        if (HtmlAllowList.IsVoid(name))
        {
            _html.Append(" />");
            return true;
        }

        _html.Append('>');
        KeepFirstLineEnd(element);
        var content = _html.Length;
        var wasInHeading = _isInHeading;
        _isInHeading |= level > 0;
        var isWritten = TryWriteChildren(element);
        _isInHeading = wasInHeading;
        if (HtmlAllowList.IsEmptyWhenBlank(name) && IsBlankFrom(content))
        {
            _html.Length = start;
            _html.Append(name is "p" ? "" : " ");
            return isWritten;
        }

        _html.Append("</").Append(name).Append('>');
        return isWritten;
    }

    /// <summary>The parser drops a line end right after these start tags (HTML standard, 13.2.6.4.7).</summary>
    private void KeepFirstLineEnd(IElement element)
    {
        if (
            element.LocalName is "pre" or "listing" or "textarea"
            && element.FirstChild is IText text
            && text.Data.StartsWith('\n')
        )
        {
            _html.Append('\n');
        }
    }

    private void WriteAttributes(IElement element, string name)
    {
        foreach (var attribute in element.Attributes)
        {
            if (
                attribute.LocalName is not ("id" or "name" or "href" or "src")
                && !HtmlAllowList.IsPictureSide(name, attribute.LocalName)
                && HtmlAllowList.IsKept(name, attribute.LocalName, attribute.Value)
            )
            {
                WriteAttribute(attribute.LocalName, attribute.Value);
            }
        }

        // With explicit numbers, a list that counts down keeps them where its items are on several pages.
        if (name is "ol" && element.HasAttribute("reversed") && !element.HasAttribute("start"))
        {
            WriteAttribute(
                "start",
                element.Children.Count(child => child.LocalName is "li").ToString(CultureInfo.InvariantCulture)
            );
        }
    }

    private void WriteAttribute(string name, string value)
    {
        _html.Append(' ').Append(name).Append("=\"");
        HtmlEncoding.Append(_html, value);
        _html.Append('"');
    }

    private void WriteId(IElement element)
    {
        var id = AuthorId(element) is { } authors
            ? IdPrefix + authors
            : element.GetAttribute("id")?.TrimStart(MarkdownHtmlRenderer.Seal);
        if (!string.IsNullOrEmpty(id) && !id.Any(char.IsWhiteSpace) && _writtenIds.Add(id))
        {
            WriteAttribute("id", id);
        }
    }

    private bool TryWriteLink(IElement element)
    {
        var href = element.GetAttribute("href") is { } written ? Href(written) : null;
        var hasId = AuthorId(element) is not null;
        if ((href is null && !hasId) || _isInLink)
        {
            return TryWriteChildren(element);
        }

        var start = _html.Length;
        _html.Append("<a");
        WriteId(element);
        if (href is not null)
        {
            WriteAttribute("href", HtmlEncoding.EncodedUrl(href));
            WriteRel(href);
        }

        WriteAttributes(element, "a");
        _html.Append('>');
        var content = _html.Length;
        _isInLink = true;
        var isWritten = TryWriteChildren(element);
        _isInLink = false;
        if (!hasId && IsBlankFrom(content))
        {
            _html.Length = start;
            return isWritten;
        }

        _html.Append("</a>");
        return isWritten;
    }

    private bool WritePicture(IElement element)
    {
        if (HtmlAllowList.IsTiny(element))
        {
            return true;
        }

        if (element.GetAttribute("src") is not { } written || Picture(written) is not { } found)
        {
            HtmlEncoding.Append(_html, element.GetAttribute("alt") ?? "");
            return true;
        }

        _html.Append(ImageHtml.Opening(found.Picture, links!.BaseUrl)).Append("<img");
        WriteId(element);
        WriteAttribute("src", HtmlEncoding.EncodedUrl(found.Href));
        if (!element.HasAttribute("alt"))
        {
            WriteAttribute("alt", "");
        }

        WriteAttributes(element, "img");
        _html.Append(
            ImageHtml.Attributes(found.Picture, links.BaseUrl, Pixels(element, "width"), Pixels(element, "height"))
        );
        _html.Append(ImageHtml.LazyLoading).Append(" />").Append(ImageHtml.Closing(found.Picture));
        return true;
    }

    /// <summary>Adds the attributes of an image that trusted HTML leaves out.</summary>
    private void WriteAllowedPicture(IElement element, FinishedLink found)
    {
        var shown =
            element.HasAttribute("srcset") || element.ParentElement?.LocalName is "picture"
                ? found.Picture?.SizeOnly
                : found.Picture;
        shown = element.HasAttribute("style") && shown is not null ? shown with { Ground = null } : shown;
        _html.Append(ImageHtml.Opening(shown, links!.BaseUrl)).Append("<img");
        foreach (var attribute in element.Attributes)
        {
            if (attribute.LocalName is not ("width" or "height" or "loading" or "decoding"))
            {
                WriteAllowedAttribute(element, attribute);
            }
        }

        _html
            .Append(ImageHtml.Attributes(shown, links.BaseUrl, Pixels(element, "width"), Pixels(element, "height")))
            .Append(ImageHtml.LazyLoading);
        _html.Append(" />").Append(ImageHtml.Closing(shown));
    }

    private static int? Pixels(IElement element, string side) =>
        int.TryParse(element.GetAttribute(side), NumberStyles.None, CultureInfo.InvariantCulture, out var pixels)
        && pixels is > 0 and < 100_000
            ? pixels
            : null;

    private bool WriteFrame(IElement element)
    {
        if (
            !HtmlAllowList.IsTiny(element)
            && element.GetAttribute("src") is { } written
            && Href(written) is { } src
            && src.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            && src.Contains("//", StringComparison.Ordinal)
        )
        {
            WriteVideo(VideoLink.OfFrame(src, element.GetAttribute("title")));
        }

        return true;
    }

    private bool WriteMedia(IElement element)
    {
        var written = element.GetAttribute("src") ?? element.QuerySelector("source[src]")?.GetAttribute("src");
        if (written is not null && Href(written) is { } src)
        {
            var path = src.AsSpan(0, src.AsSpan().IndexOfAny("?#") is var end and >= 0 ? end : src.Length).TrimEnd('/');
            WriteVideo(
                new VideoLink(
                    src,
                    element.GetAttribute("title") ?? Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..])
                )
            );
        }

        return true;
    }

    private void WriteVideo(VideoLink video)
    {
        if (_isInLink)
        {
            HtmlEncoding.Append(_html, video.Title);
            return;
        }

        var isBlock = _depth == 1;
        _html.Append(isBlock ? "<p>" : "").Append("<a");
        WriteAttribute("href", HtmlEncoding.EncodedUrl(video.Url));
        WriteRel(video.Url);
        _html.Append('>');
        HtmlEncoding.Append(_html, video.Title);
        _html.Append("</a>").Append(isBlock ? "</p>" : "");
    }

    private void WriteRel(string href)
    {
        if (links is not null && links.IsOutgoing(href))
        {
            WriteAttribute("rel", "noreferrer");
        }
    }

    private string? Href(string written)
    {
        var href =
            Finished(written) is { } link ? link.Href
            : links is null ? written
            : links.Href(written);
        return
            mode == RawHtml.Sanitize
            && href is not null
            && href.StartsWith(_page, StringComparison.Ordinal)
            && _authorIds.Contains(Uri.UnescapeDataString(href[_page.Length..]))
            ? string.Concat(_page, IdPrefix, href.AsSpan(_page.Length))
            : href;
    }

    private FinishedLink? Picture(string written) => Finished(written) ?? links?.Picture(written);

    /// <summary>The link that a seal stands for; null where an author wrote it.</summary>
    private FinishedLink? Finished(string written) =>
        written.Length > 1
        && written[0] == MarkdownHtmlRenderer.Seal
        && int.TryParse(written.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < finished.Count
            ? finished[index]
            : null;

    private bool TryWriteAllowed(IElement element)
    {
        var name = element.LocalName;
        if (!HtmlAllowList.IsPlainName(name))
        {
            return TryWriteChildren(element);
        }

        if (
            name is "img"
            && links is not null
            && element.GetAttribute("src") is { } written
            && Picture(written) is { } found
        )
        {
            WriteAllowedPicture(element, found);
            return true;
        }

        // Nothing ends a plaintext element, so what follows the body would be inside.
        name = name is "plaintext" ? "pre" : name;
        var level = HeadingLevel(name);
        if (level > 0)
        {
            name = "h" + Math.Clamp(level + _headingShift, 1, 6).ToString(CultureInfo.InvariantCulture);
        }

        _html.Append('<').Append(name);
        foreach (var attribute in element.Attributes)
        {
            WriteAllowedAttribute(element, attribute);
        }

        if (HtmlAllowList.IsVoid(name))
        {
            _html.Append(" />");
            return true;
        }

        _html.Append('>');
        KeepFirstLineEnd(element);
        if (name is "script" or "style" or "iframe" or "noembed" or "noframes" or "xmp")
        {
            _html.Append(element.TextContent);
        }
        else if (!TryWriteChildren(element))
        {
            return false;
        }

        _html.Append("</").Append(name).Append('>');
        return true;
    }

    private void WriteAllowedAttribute(IElement element, IAttr attribute)
    {
        if (attribute.Name is "href" or "src" && element is IHtmlElement)
        {
            if (Href(attribute.Value) is { } href)
            {
                WriteAttribute(attribute.Name, HtmlEncoding.EncodedUrl(href));
                if (element.LocalName is "a" && !element.HasAttribute("rel"))
                {
                    WriteRel(href);
                }
            }
        }
        else if (HtmlAllowList.IsPlainName(attribute.Name))
        {
            WriteAttribute(attribute.Name, attribute.Value.TrimStart(MarkdownHtmlRenderer.Seal));
        }
    }

    private bool IsBlankFrom(int offset)
    {
        for (var i = offset; i < _html.Length; i++)
        {
            if (!char.IsWhiteSpace(_html[i]))
            {
                return false;
            }
        }

        return true;
    }
}
