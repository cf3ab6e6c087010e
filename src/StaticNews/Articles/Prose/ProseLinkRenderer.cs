using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace StaticNews.Articles.Prose;

/// <summary>Links and pictures within text. A link that leads nowhere leaves its words, a picture its description.</summary>
internal sealed class ProseLinkRenderer : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        var html = (ProseHtml)renderer;
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

    /// <summary>HTML allows no link in a link, though Markdown lets an address or a note stand in one.</summary>
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

    private static void WritePicture(ProseHtml html, LinkInline picture)
    {
        var alt = ProseParagraphRenderer.Alt(picture);
        if (picture.Url is { } url && html.Links.Picture(url) is { } found)
        {
            html.WritePicture(found, alt, picture.Title);
        }
        else
        {
            html.WriteEscape(alt);
        }
    }

    private static void WriteLink(ProseHtml html, LinkInline link, string href)
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
