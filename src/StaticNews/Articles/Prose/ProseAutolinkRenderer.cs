using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace StaticNews.Articles.Prose;

/// <summary>An address between angle brackets: <c>&lt;https://a.example/&gt;</c>.</summary>
internal sealed class ProseAutolinkRenderer : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        var html = (ProseHtml)renderer;
        var href = html.Links.Href(link.IsEmail ? "mailto:" + link.Url : link.Url);
        if (href is null || ProseLinkRenderer.IsInsideLink(link))
        {
            html.WriteEscape(link.Url);
            return;
        }

        html.WriteLinkStart(href, null);
        html.WriteEscape(link.Url).Write("</a>");
    }
}
