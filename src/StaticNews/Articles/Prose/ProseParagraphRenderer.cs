using System.Net;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace StaticNews.Articles.Prose;

/// <summary>A paragraph; one that is nothing but a picture becomes a figure, one of which nothing remains is not written.</summary>
internal sealed class ProseParagraphRenderer : HtmlObjectRenderer<ParagraphBlock>
{
    protected override void Write(HtmlRenderer renderer, ParagraphBlock paragraph)
    {
        var html = (ProseHtml)renderer;
        var only = OnlyInline(html, paragraph.Inline);
        if (only is LinkInline link && PictureOf(html, link) is { Url: { } src } picture && html.Links.Picture(src) is { } found)
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

    public static string Alt(LinkInline picture) => ProseText.WithPictures(picture);

    private static void WriteText(ProseHtml html, ParagraphBlock paragraph)
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

    private static void WriteFigure(ProseHtml html, LinkInline? around, FinishedLink picture, string alt, string? caption)
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
    private static LinkInline? PictureOf(ProseHtml html, LinkInline link) =>
        link.IsImage ? link : OnlyInline(html, link) is LinkInline { IsImage: true } picture ? picture : null;

    /// <summary>The one inline that is more than white space or a shortcode that leaves nothing; null where there is none or a second.</summary>
    private static Inline? OnlyInline(ProseHtml html, ContainerInline? container)
    {
        Inline? only = null;
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is LineBreakInline
                || (inline is LiteralInline literal && literal.Content.IsEmptyOrWhitespace())
                || (inline is ShortcodeInline call && ShortcodeRenderer.LeavesNothing(html, call)))
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
