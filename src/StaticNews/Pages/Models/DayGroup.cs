namespace StaticNews.Pages.Models;

/// <summary>Articles of one day.</summary>
/// <param name="Date">The day; a month or year where the articles know no more.</param>
/// <param name="Id">For the place on the page that the calendar leads to: <c>d9</c>; null where no day is known.</param>
internal sealed record DayGroup(DateModel Date, string? Id, IReadOnlyList<CardModel> Articles);
