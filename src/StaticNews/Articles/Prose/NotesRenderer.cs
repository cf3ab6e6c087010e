using System.Globalization;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace StaticNews.Articles.Prose;

/// <summary>The footnotes at the end of a body, with the roles of DPUB-ARIA 1.1.</summary>
internal sealed class NotesRenderer : HtmlObjectRenderer<FootnoteGroup>
{
    public const string NotesClass = "footnotes";

    /// <summary>A colon never is in a heading's id (<see cref="HeadingIds"/>), so the two cannot collide.</summary>
    public static string IdOf(Footnote note) => string.Create(CultureInfo.InvariantCulture, $"fn:{note.Order}");

    public static string IdOfMark(FootnoteLink mark) => string.Create(CultureInfo.InvariantCulture, $"fnref:{mark.Index}");

    protected override void Write(HtmlRenderer renderer, FootnoteGroup notes)
    {
        var html = (ProseHtml)renderer;
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
