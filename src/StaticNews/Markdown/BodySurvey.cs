using System.Globalization;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace StaticNews.Markdown;

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
                case HtmlBlock block when !BodyHtmlBlockRenderer.IsPlain(block):
                case HtmlInline inline when !BodyHtmlInlineRenderer.IsPlain(inline):
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
            heading.SetData(
                BodyHeadingRenderer.IdKey,
                ids.Next(heading.Inline is { } inline ? MarkdownText.WithPictures(inline) : "")
            );
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

/// <summary>Finds the place of the list "More from …" inside a body.</summary>
internal static class InlineListPlace
{
    /// <summary>Blocks that must still follow: the list stands inside the article, not at its end.</summary>
    private const int FollowingMin = 2;

    /// <summary>
    /// After the given paragraph (from 1), or after the next one that fits: followed by a paragraph or a heading, so
    /// that the list never comes between a text and its quote, list, table or figure. Only top-level paragraphs count.
    /// </summary>
    /// <returns>An offset in the HTML, or null where there is no such place.</returns>
    public static int? Find(IReadOnlyList<BlockEnd> blocks, int afterParagraph)
    {
        var count = blocks.Count;
        while (count > 0 && blocks[count - 1].Kind == BlockKind.Notes)
        {
            count--;
        }

        var paragraphs = 0;
        for (var i = 0; i + FollowingMin < count; i++)
        {
            paragraphs += blocks[i].Kind == BlockKind.Paragraph ? 1 : 0;
            if (
                blocks[i].Kind == BlockKind.Paragraph
                && paragraphs >= afterParagraph
                && blocks[i + 1].Kind is BlockKind.Paragraph or BlockKind.Heading
            )
            {
                return blocks[i].Offset;
            }
        }

        return null;
    }
}

/// <summary>Gives each heading of one body an id that a link can name.</summary>
internal sealed class HeadingIds
{
    /// <summary>Longer ids make longer links and no better ones.</summary>
    private const int IdMaxChars = 80;

    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);

    /// <summary>
    /// Letters and digits of any script in lower case, hyphens between words, a number after a heading that was there
    /// before. A heading without any gets <c>section</c>.
    /// </summary>
    public string Next(string heading)
    {
        var name = Name(heading);
        while (_taken.TryGetValue(name, out var times))
        {
            _taken[name] = times + 1;
            name = string.Create(CultureInfo.InvariantCulture, $"{name}-{times}");
        }

        _taken.Add(name, 1);
        return name;
    }

    private static string Name(string heading)
    {
        var id = new StringBuilder();
        foreach (var rune in heading.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || (IsMark(rune) && id.Length > 0))
            {
                id.Append(Rune.ToLowerInvariant(rune));
            }
            else if (id.Length > 0 && id[^1] != '-' && rune.Value is not ('\'' or '’'))
            {
                id.Append('-');
            }

            if (id.Length >= IdMaxChars)
            {
                break;
            }
        }

        var name = id.ToString().Trim('-');
        return name.Length == 0 ? "section" : name;
    }

    /// <summary>Vowel signs and accents are part of a word in many scripts.</summary>
    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}

/// <summary>What a block is to the question where a list may stand between blocks.</summary>
internal enum BlockKind : byte
{
    Paragraph,

    Heading,

    /// <summary>The notes at the end: no part of the text's flow.</summary>
    Notes,

    /// <summary>A quote, list, table, figure and anything else that belongs to the block before it.</summary>
    Other,
}

/// <param name="Offset">Where the block ends in the HTML.</param>
internal readonly record struct BlockEnd(BlockKind Kind, int Offset);
