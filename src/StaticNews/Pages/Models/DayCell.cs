namespace StaticNews.Pages.Models;

/// <summary>A field of a month's calendar.</summary>
/// <param name="Number">1 to 31; null for a field before the first day or after the last.</param>
/// <param name="Text"><paramref name="Number"/> as the language writes it, or null with it.</param>
/// <param name="Href">Where on the page its articles are; null for a day without any.</param>
/// <param name="Count">Listed articles.</param>
internal sealed record DayCell(int? Number, string? Text, string? Href, int Count);
