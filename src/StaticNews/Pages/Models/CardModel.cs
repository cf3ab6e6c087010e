namespace StaticNews.Pages.Models;

/// <summary>An article as lists show it.</summary>
/// <param name="Title">The exact headline.</param>
/// <param name="Kicker">The label above it; for other types than news their name; or null.</param>
/// <param name="Lede">Plain text; empty where the article has none.</param>
/// <param name="Section">Its section, or null.</param>
/// <param name="Image">Its picture, or null.</param>
/// <param name="Language">BCP 47 when it is not that of the interface's words, else null.</param>
/// <param name="Direction"><c>ltr</c> or <c>rtl</c> when <paramref name="Language"/> is given, else null.</param>
internal sealed record CardModel(
    string Title,
    string Href,
    string? Kicker,
    string Lede,
    DateModel Date,
    LinkModel? Section,
    IReadOnlyList<string> Authors,
    ImageModel? Image,
    string? Language,
    string? Direction);
