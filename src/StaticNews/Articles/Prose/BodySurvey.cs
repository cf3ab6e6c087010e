using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace StaticNews.Articles.Prose;

/// <summary>What must be known of a whole body before any of it is written.</summary>
/// <param name="HasRawHtml">Whether HTML stands in it that a parser must read.</param>
internal readonly record struct BodySurvey(bool HasRawHtml)
{
    /// <summary>The page's own title is its h1: the body's highest headings are h2.</summary>
    public const int HighestHeading = 2;

    /// <summary>Gives headings their ids, and, where no raw HTML may add others, their levels.</summary>
    /// <param name="text">What the document was parsed from.</param>
    public static BodySurvey Take(MarkdownDocument document, string text)
    {
        var headings = new List<HeadingBlock>(document.Descendants<HeadingBlock>());
        NameHeadings(headings);
        var hasRawHtml = text.Contains('<', StringComparison.Ordinal) && HoldsRawHtml(document);
        if (!hasRawHtml)
        {
            ShiftHeadings(headings);
        }

        return new BodySurvey(hasRawHtml);
    }

    private static bool HoldsRawHtml(MarkdownDocument document)
    {
        foreach (var node in document.Descendants())
        {
            switch (node)
            {
                case HtmlBlock block when !ProseHtmlBlockRenderer.IsPlain(block):
                case HtmlInline inline when !ProseHtmlInlineRenderer.IsPlain(inline):
                    return true;
            }
        }

        return false;
    }

    private static void NameHeadings(List<HeadingBlock> headings)
    {
        var ids = new HeadingIds();
        foreach (var heading in headings)
        {
            heading.SetData(ProseHeadingRenderer.IdKey, ids.Next(heading.Inline is { } inline ? ProseText.WithPictures(inline) : ""));
        }
    }

    private static void ShiftHeadings(List<HeadingBlock> headings)
    {
        var highest = int.MaxValue;
        foreach (var heading in headings)
        {
            highest = Math.Min(highest, heading.Level);
        }

        foreach (var heading in headings)
        {
            heading.Level += HighestHeading - highest;
        }
    }
}
