namespace StaticNews.Pages.Models;

/// <summary>A section on the front page.</summary>
/// <param name="Articles">Newest first, without those that stand elsewhere on the page.</param>
internal sealed record SectionModel(string Title, string Href, IReadOnlyList<CardModel> Articles);
