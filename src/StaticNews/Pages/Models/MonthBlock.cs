namespace StaticNews.Pages.Models;

/// <summary>A month on its year's page.</summary>
/// <param name="Title">"November".</param>
/// <param name="Count">Listed articles.</param>
/// <param name="CountText"><paramref name="Count"/> as the language writes it.</param>
/// <param name="Articles">A few of them: by priority, then the newest.</param>
internal sealed record MonthBlock(string Title, string Href, int Count, string CountText, IReadOnlyList<CardModel> Articles);
