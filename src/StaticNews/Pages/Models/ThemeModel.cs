namespace StaticNews.Pages.Models;

/// <summary>The colours that site.yml chose, as <c>#rrggbb</c>; null for one that it leaves to the theme.</summary>
/// <param name="Accent">Of links and marks, where the reader's system is light.</param>
/// <param name="AccentDark">The same where it is dark.</param>
/// <param name="Paper">Behind the text.</param>
/// <param name="Ink">Of the text.</param>
internal sealed record ThemeModel(string? Accent, string? AccentDark, string? Paper, string? PaperDark, string? Ink, string? InkDark);
