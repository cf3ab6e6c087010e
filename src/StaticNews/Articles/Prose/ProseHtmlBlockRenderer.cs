using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace StaticNews.Articles.Prose;

/// <summary>A block of HTML, as written: where one stands, <see cref="RawHtmlWriter"/> reads the whole body afterwards.</summary>
internal sealed class ProseHtmlBlockRenderer : HtmlObjectRenderer<HtmlBlock>
{
    /// <summary>Whether it is one whole comment and nothing else: that is dropped, and no parser is needed for it.</summary>
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
