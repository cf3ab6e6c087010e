namespace StaticNews.Pages.Models;

/// <summary>A year in the calendar archive.</summary>
/// <param name="Months">All twelve, January first.</param>
/// <param name="Count">Listed articles, with those of which only the year is known.</param>
/// <param name="CountText"><paramref name="Count"/> as the language writes it.</param>
internal sealed record YearEntry(string Title, string Href, int Count, string CountText, IReadOnlyList<MonthEntry> Months);
