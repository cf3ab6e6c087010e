namespace StaticNews.Articles.Prose;

/// <summary>What a block is to the question where a list may stand between blocks.</summary>
internal enum BlockKind : byte
{
    Paragraph,

    Heading,

    /// <summary>The notes at the end: no part of the text's flow.</summary>
    Notes,

    /// <summary>A quote, list, table, figure and anything else that belongs to what stands before it.</summary>
    Other,
}
