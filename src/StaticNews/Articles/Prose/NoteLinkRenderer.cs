using System.Globalization;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace StaticNews.Articles.Prose;

/// <summary>The mark of a footnote in the text, and the way back from the note.</summary>
internal sealed class NoteLinkRenderer : HtmlObjectRenderer<FootnoteLink>
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink mark)
    {
        var html = (ProseHtml)renderer;
        if (mark.IsBackLink)
        {
            html.Write(" <a href=\"");
            html.WriteFinishedLink(html.Links.ToId(NotesRenderer.IdOfMark(mark)));
            html.Write("\" role=\"doc-backlink\">↩</a>");
            return;
        }

        var number = mark.Footnote.Order.ToString(CultureInfo.InvariantCulture);
        if (ProseLinkRenderer.IsInsideLink(mark))
        {
            html.Write("<sup>").Write(number).Write("</sup>");
            return;
        }

        html.Write("<sup");
        html.WriteId(NotesRenderer.IdOfMark(mark));
        html.Write("><a href=\"");
        html.WriteFinishedLink(html.Links.ToId(NotesRenderer.IdOf(mark.Footnote)));
        html.Write("\" role=\"doc-noteref\">").Write(number).Write("</a></sup>");
    }
}
