using System.Globalization;
using System.Net;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace StaticNews.Markdown;

/// <summary>
/// Links and pictures within text. A link that leads nowhere leaves its words, a picture its description.
/// </summary>
internal sealed class BodyLinkRenderer : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        var html = (MarkdownHtmlRenderer)renderer;
        if (link.IsImage)
        {
            WritePicture(html, link);
            return;
        }

        var href = link.Url is { } url ? html.Links.Href(url) : null;
        if (href is null || IsInsideLink(link))
        {
            html.WriteChildren(link);
        }
        else
        {
            WriteLink(html, link, href);
        }
    }

    /// <summary>HTML allows no link in a link, though Markdown allows an address or a note in one.</summary>
    public static bool IsInsideLink(Inline inline)
    {
        for (var parent = inline.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is LinkInline { IsImage: false })
            {
                return true;
            }
        }

        return false;
    }

    private static void WritePicture(MarkdownHtmlRenderer html, LinkInline picture)
    {
        var alt = BodyParagraphRenderer.Alt(picture);
        if (picture.Url is { } url && html.Links.Picture(url) is { } found)
        {
            html.WritePicture(found, alt, picture.Title);
        }
        else
        {
            html.WriteEscape(alt);
        }
    }

    private static void WriteLink(MarkdownHtmlRenderer html, LinkInline link, string href)
    {
        var start = html.Html.Length;
        html.WriteLinkStart(href, link.Title);
        var content = html.Html.Length;
        html.WriteChildren(link);
        if (html.IsBlankFrom(content))
        {
            html.TakeBack(start);
            return;
        }

        html.Write("</a>");
    }
}

/// <summary>An address between angle brackets: <c>&lt;https://a.example/&gt;</c>.</summary>
internal sealed class BodyAutolinkRenderer : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        var html = (MarkdownHtmlRenderer)renderer;
        var href = html.Links.Href(link.IsEmail ? "mailto:" + link.Url : link.Url);
        if (href is null || BodyLinkRenderer.IsInsideLink(link))
        {
            html.WriteEscape(link.Url);
            return;
        }

        html.WriteLinkStart(href, null);
        html.WriteEscape(link.Url).Write("</a>");
    }
}

/// <summary>
/// A heading with its id; its level was set when the whole body was known (<see cref="BodySurvey"/>).
/// </summary>
internal sealed class BodyHeadingRenderer : HtmlObjectRenderer<HeadingBlock>
{
    /// <summary>Under this key a heading carries its id.</summary>
    public static readonly object IdKey = new();

    protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
    {
        var html = (MarkdownHtmlRenderer)renderer;
        html.EnsureLine();
        var start = html.Html.Length;
        var name = Name(heading.Level);
        html.Write('<').Write(name);
        html.WriteId((string)heading.GetData(IdKey)!);
        html.Write('>');
        var content = html.Html.Length;
        html.WriteLeafInline(heading);
        if (html.IsBlankFrom(content))
        {
            html.TakeBack(start);
            return;
        }

        html.Write("</").Write(name).Write('>');
        html.EnsureLine();
    }

    private static string Name(int level) =>
        level switch
        {
            1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        };
}

/// <summary>
/// A paragraph; one that is nothing but a picture becomes a figure, one of which nothing remains is not written.
/// </summary>
internal sealed class BodyParagraphRenderer : HtmlObjectRenderer<ParagraphBlock>
{
    protected override void Write(HtmlRenderer renderer, ParagraphBlock paragraph)
    {
        var html = (MarkdownHtmlRenderer)renderer;
        var only = OnlyInline(html, paragraph.Inline);
        if (
            only is LinkInline link
            && PictureOf(html, link) is { Url: { } src } picture
            && html.Links.Picture(src) is { } found
        )
        {
            WriteFigure(html, picture == link ? null : link, found, Alt(picture), picture.Title ?? link.Title);
        }
        else if (only is ShortcodeInline call && ShortcodeRenderer.PictureOf(html, call) is { } drawn)
        {
            WriteFigure(html, null, drawn.Picture, drawn.Alt, drawn.Caption);
        }
        else
        {
            WriteText(html, paragraph);
        }
    }

    public static string Alt(LinkInline picture) => MarkdownText.WithPictures(picture);

    private static void WriteText(MarkdownHtmlRenderer html, ParagraphBlock paragraph)
    {
        if (html.ImplicitParagraph)
        {
            html.WriteLeafInline(paragraph);
            return;
        }

        html.EnsureLine();
        var start = html.Html.Length;
        html.Write("<p>");
        var content = html.Html.Length;
        html.WriteLeafInline(paragraph);
        if (html.IsBlankFrom(content))
        {
            html.TakeBack(start);
            return;
        }

        html.Write("</p>");
        html.EnsureLine();
    }

    private static void WriteFigure(
        MarkdownHtmlRenderer html,
        LinkInline? around,
        FinishedLink picture,
        string alt,
        string? caption
    )
    {
        html.EnsureLine();
        html.Write("<figure>");
        var href = around?.Url is { } url ? html.Links.Href(url) : null;
        if (href is not null)
        {
            html.WriteLinkStart(href, title: null);
        }

        html.WritePicture(picture, alt, null);
        html.Write(href is null ? "" : "</a>");
        if (!string.IsNullOrWhiteSpace(caption))
        {
            html.Write("<figcaption>").WriteEscape(WebUtility.HtmlDecode(caption.Trim())).Write("</figcaption>");
        }

        html.Write("</figure>");
        html.EnsureLine();
    }

    /// <summary>The picture that the link is, or the only thing it holds.</summary>
    private static LinkInline? PictureOf(MarkdownHtmlRenderer html, LinkInline link) =>
        link.IsImage ? link
        : OnlyInline(html, link) is LinkInline { IsImage: true } picture ? picture
        : null;

    /// <summary>
    /// The one inline that is more than white space or a shortcode that leaves nothing; null where there is none or a
    /// second.
    /// </summary>
    private static Inline? OnlyInline(MarkdownHtmlRenderer html, ContainerInline? container)
    {
        Inline? only = null;
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (
                inline is LineBreakInline
                || (inline is LiteralInline literal && literal.Content.IsEmptyOrWhitespace())
                || (inline is ShortcodeInline call && ShortcodeRenderer.LeavesNothing(html, call))
            )
            {
                continue;
            }

            if (only is not null)
            {
                return null;
            }

            only = inline;
        }

        return only;
    }
}

/// <summary>
/// A block of HTML, as written: where one stands, <see cref="RawHtmlWriter"/> reads the whole body afterwards.
/// </summary>
internal sealed class BodyHtmlBlockRenderer : HtmlObjectRenderer<HtmlBlock>
{
    /// <summary>
    /// Whether it is one whole comment and nothing else: that is dropped, and no parser is needed for it.
    /// </summary>
    public static bool IsPlain(HtmlBlock block)
    {
        if (block.Type != HtmlBlockType.Comment)
        {
            return false;
        }

        var text = block.Lines.ToString().AsSpan().Trim();
        return text.StartsWith("<!--") && text.IndexOf("-->") == text.Length - 3;
    }

    protected override void Write(HtmlRenderer renderer, HtmlBlock block)
    {
        if (!IsPlain(block))
        {
            renderer.WriteLeafRawLines(block, true, false);
        }
    }
}

/// <summary>
/// A tag within text, as written: where one stands, <see cref="RawHtmlWriter"/> reads the whole body afterwards.
/// </summary>
internal sealed class BodyHtmlInlineRenderer : HtmlObjectRenderer<HtmlInline>
{
    /// <summary>Comments and line breaks need no parser: they cannot be left open.</summary>
    public static bool IsPlain(HtmlInline inline) => IsComment(inline) || IsBreak(inline);

    protected override void Write(HtmlRenderer renderer, HtmlInline inline)
    {
        if (IsBreak(inline))
        {
            renderer.Write("<br />");
        }
        else if (!IsComment(inline))
        {
            renderer.Write(inline.Tag);
        }
    }

    private static bool IsComment(HtmlInline inline) => inline.Tag.StartsWith("<!--", StringComparison.Ordinal);

    private static bool IsBreak(HtmlInline inline) => inline.Tag is "<br>" or "<br/>" or "<br />" or "<BR>";
}

/// <summary>The mark of a footnote in the text, and the way back from the note.</summary>
internal sealed class FootnoteLinkRenderer : HtmlObjectRenderer<FootnoteLink>
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink mark)
    {
        var html = (MarkdownHtmlRenderer)renderer;
        if (mark.IsBackLink)
        {
            html.Write(" <a href=\"");
            html.WriteFinishedLink(html.Links.ToId(FootnotesRenderer.IdOfMark(mark)));
            html.Write("\" role=\"doc-backlink\">↩</a>");
            return;
        }

        var number = mark.Footnote.Order.ToString(CultureInfo.InvariantCulture);
        if (BodyLinkRenderer.IsInsideLink(mark))
        {
            html.Write("<sup>").Write(number).Write("</sup>");
            return;
        }

        html.Write("<sup");
        html.WriteId(FootnotesRenderer.IdOfMark(mark));
        html.Write("><a href=\"");
        html.WriteFinishedLink(html.Links.ToId(FootnotesRenderer.IdOf(mark.Footnote)));
        html.Write("\" role=\"doc-noteref\">").Write(number).Write("</a></sup>");
    }
}

/// <summary>The footnotes at the end of a body, with the roles of DPUB-ARIA 1.1.</summary>
internal sealed class FootnotesRenderer : HtmlObjectRenderer<FootnoteGroup>
{
    public const string NotesClass = "footnotes";

    /// <summary>A colon never is in a heading's id (<see cref="HeadingIds"/>), so the two cannot collide.</summary>
    public static string IdOf(Footnote note) => string.Create(CultureInfo.InvariantCulture, $"fn:{note.Order}");

    public static string IdOfMark(FootnoteLink mark) =>
        string.Create(CultureInfo.InvariantCulture, $"fnref:{mark.Index}");

    protected override void Write(HtmlRenderer renderer, FootnoteGroup notes)
    {
        var html = (MarkdownHtmlRenderer)renderer;
        html.EnsureLine();
        html.WriteLine($"<div class=\"{NotesClass}\" role=\"doc-endnotes\">").WriteLine("<ol>");
        foreach (var block in notes)
        {
            var note = (Footnote)block;
            html.Write("<li");
            html.WriteId(IdOf(note));
            html.WriteLine(">");
            html.WriteChildren(note);
            html.EnsureLine();
            html.WriteLine("</li>");
        }

        html.WriteLine("</ol>").WriteLine("</div>");
    }
}
