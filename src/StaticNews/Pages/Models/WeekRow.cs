namespace StaticNews.Pages.Models;

/// <summary>A week of a month's calendar.</summary>
/// <param name="Days">Seven.</param>
internal sealed record WeekRow(IReadOnlyList<DayCell> Days);
