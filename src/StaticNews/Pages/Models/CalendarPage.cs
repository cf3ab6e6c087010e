namespace StaticNews.Pages.Models;

/// <summary>Model of <c>archive.sbn-html</c>: every year and month.</summary>
/// <param name="Years">Newest first.</param>
internal sealed record CalendarPage(SiteModel Site, PageModel Page, string Heading, IReadOnlyList<YearEntry> Years);
