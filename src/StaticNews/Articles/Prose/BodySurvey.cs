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
    public static BodySurvey Take(MarkdownDocument document)
    {
        var hasRawHtml = false;
        List<HeadingBlock>? headings = null;
        foreach (var node in document.Descendants())
        {
            switch (node)
            {
                case HeadingBlock heading:
                    (headings ??= []).Add(heading);
                    break;
                case HtmlBlock block:
                    hasRawHtml |= !ProseHtmlBlockRenderer.IsPlain(block);
                    break;
                case HtmlInline inline:
                    hasRawHtml |= !ProseHtmlInlineRenderer.IsPlain(inline);
                    break;
            }
        }

        if (headings is not null)
        {
            NameHeadings(headings);
            if (!hasRawHtml)
            {
                ShiftHeadings(headings);
            }
        }

        return new BodySurvey(hasRawHtml);
    }

    private static void NameHeadings(List<HeadingBlock> headings)
    {
        var ids = new HeadingIds();
        foreach (var heading in headings)
        {
            heading.SetData(ProseHeadingRenderer.IdKey, ids.Next(heading.Inline is { } inline ? PlainText.WithPictures(inline) : ""));
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
