namespace StaticNews.Configuration;

/// <summary>
/// An article's URL with placeholders: <c>{section} {year} {month} {day} {slug} {id}</c>. A checked pattern starts with '/',
/// has no empty or dotted part, and names <c>{slug}</c> or <c>{id}</c>.
/// </summary>
internal sealed record PermalinkPattern(string Text);
