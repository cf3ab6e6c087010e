namespace StaticNews.Pages;

/// <summary>A place where a text may be cut.</summary>
/// <param name="At">What stands before it belongs to the earlier part.</param>
/// <param name="Cost">How little one likes to: 0 before a heading, 1 between blocks, 2 within one, 3 within a paragraph.</param>
internal readonly record struct TextBreak(int At, int Cost);
