namespace StaticNews.Articles.Prose;

/// <summary>Finds the place of the list "More from …" inside a body.</summary>
internal static class InlineListPlace
{
    /// <summary>Blocks that must still follow: the list stands inside the article, not at its end.</summary>
    private const int FollowingMin = 2;

    /// <summary>
    /// After the given paragraph (from 1), or after the next one that fits: followed by a paragraph or a heading, so that the list never
    /// comes between a text and its quote, list, table or figure. Only top-level paragraphs count.
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
            if (blocks[i].Kind == BlockKind.Paragraph
                && paragraphs >= afterParagraph
                && blocks[i + 1].Kind is BlockKind.Paragraph or BlockKind.Heading)
            {
                return blocks[i].Offset;
            }
        }

        return null;
    }
}
