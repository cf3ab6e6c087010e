using StaticNews.Text;

namespace StaticNews.Wording;

/// <summary>One word of a strings file, or a list of them (the months).</summary>
/// <param name="At">Where its value stands.</param>
/// <param name="Texts">As written: blanks at the ends belong to it. One text, unless it is a list.</param>
/// <param name="IsList">Whether the file writes a list.</param>
internal sealed record WordsEntry(SourceLocation At, IReadOnlyList<string> Texts, bool IsList);
