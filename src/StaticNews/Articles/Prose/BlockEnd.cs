namespace StaticNews.Articles.Prose;

/// <param name="Offset">Where the block ends in the HTML.</param>
internal readonly record struct BlockEnd(BlockKind Kind, int Offset);
