namespace StaticNews.Articles;

/// <param name="Text">As people read it.</param>
/// <param name="Slug">Empty where the text has no letter and no digit.</param>
/// <param name="Key">What tells it from other names: <see cref="StaticNews.Text.NameKey"/>.</param>
/// <param name="Controls">Control characters that were taken out of the text.</param>
internal readonly record struct Name(string Text, string Slug, string Key, int Controls);
