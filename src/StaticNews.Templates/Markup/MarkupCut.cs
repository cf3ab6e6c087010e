namespace StaticNews.Templates;

/// <summary>A place within a text where something happens to the address around it.</summary>
/// <param name="Offset">Where, from the beginning of the text.</param>
/// <param name="IsEnd">Whether the address ends here and is looked at; else it begins here.</param>
internal readonly record struct MarkupCut(int Offset, bool IsEnd);
