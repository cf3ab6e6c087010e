namespace StaticNews.Articles.Prose;

/// <summary>A place where a text may be cut.</summary>
/// <param name="At">What stands before it belongs to the earlier part.</param>
/// <param name="Weight">Of the text up to there, as <see cref="TextWeight"/> has it.</param>
/// <param name="Cost">How little one likes to; see <see cref="TextBreaks"/>.</param>
internal readonly record struct TextBreak(int At, int Weight, int Cost);
