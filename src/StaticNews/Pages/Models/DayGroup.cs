namespace StaticNews.Pages.Models;

/// <summary>Articles of one day.</summary>
/// <param name="Date">The day; a month or year where the articles know no more.</param>
internal sealed record DayGroup(DateModel Date, IReadOnlyList<CardModel> Articles);
