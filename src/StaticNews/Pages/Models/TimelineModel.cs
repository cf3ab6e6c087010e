namespace StaticNews.Pages.Models;

/// <summary>The series or event that an article belongs to.</summary>
/// <param name="Href">Its page; null where it lists nothing.</param>
/// <param name="Earlier">The part before this one, or null.</param>
/// <param name="Later">The part after it, or null.</param>
internal sealed record TimelineModel(string Title, string? Href, CardModel? Earlier, CardModel? Later);
