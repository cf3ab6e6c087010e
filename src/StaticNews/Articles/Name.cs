namespace StaticNews.Articles;

/// <param name="Text">As people read it.</param>
/// <param name="Slug">Empty where the text has no letter and no digit.</param>
/// <param name="Controls">Control characters that were taken out of the text.</param>
internal readonly record struct Name(string Text, string Slug, int Controls);
