namespace StaticNews.Pages.Models;

/// <summary>The head of a calendar's column.</summary>
/// <param name="Title">"Monday".</param>
/// <param name="Short">"Mo".</param>
internal sealed record WeekdayModel(string Title, string Short);
