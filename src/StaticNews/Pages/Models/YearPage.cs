namespace StaticNews.Pages.Models;

/// <summary>Model of <c>year.sbn-html</c>: the months of a year, and articles of which only the year is known.</summary>
/// <param name="Months">Months with articles, the first one first.</param>
/// <param name="Older">The year before this one that has articles, or null.</param>
/// <param name="Newer">The year after it that has articles, or null.</param>
internal sealed record YearPage(
    SiteModel Site,
    PageModel Page,
    YearEntry Year,
    IReadOnlyList<MonthBlock> Months,
    IReadOnlyList<CardModel> Undated,
    LinkModel? Older,
    LinkModel? Newer);
