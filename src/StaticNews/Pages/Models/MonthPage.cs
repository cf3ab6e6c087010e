namespace StaticNews.Pages.Models;

/// <summary>Model of <c>month.sbn-html</c>: every article of a calendar month.</summary>
/// <param name="Weekdays">The heads of the calendar's seven columns.</param>
/// <param name="Weeks">The month as a calendar.</param>
/// <param name="Days">Newest first; articles that know only their month come last.</param>
/// <param name="Older">The month before this one that has articles, or null.</param>
/// <param name="Newer">The month after it that has articles, or null.</param>
internal sealed record MonthPage(
    SiteModel Site,
    PageModel Page,
    string Heading,
    IReadOnlyList<WeekdayModel> Weekdays,
    IReadOnlyList<WeekRow> Weeks,
    IReadOnlyList<DayGroup> Days,
    LinkModel? Older,
    LinkModel? Newer);
