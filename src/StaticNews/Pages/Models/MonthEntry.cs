namespace StaticNews.Pages.Models;

/// <summary>A month in the calendar archive.</summary>
/// <param name="Title">"November".</param>
/// <param name="Number">1 to 12.</param>
/// <param name="Href">Null for a month without articles.</param>
/// <param name="Count">Listed articles.</param>
/// <param name="CountText"><paramref name="Count"/> as the language writes it.</param>
internal sealed record MonthEntry(string Title, int Number, string? Href, int Count, string CountText);
