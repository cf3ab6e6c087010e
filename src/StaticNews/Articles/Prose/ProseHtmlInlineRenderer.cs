using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace StaticNews.Articles.Prose;

/// <summary>A tag within text, as written: where one stands, <see cref="RawHtmlWriter"/> reads the whole body afterwards.</summary>
internal sealed class ProseHtmlInlineRenderer : HtmlObjectRenderer<HtmlInline>
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
