namespace StaticNews.Pages.Models;

/// <summary>Model of <c>archive.sbn-html</c>: every year and month.</summary>
/// <param name="Years">Newest first.</param>
internal sealed record CalendarPage(SiteModel Site, PageModel Page, string Heading, IReadOnlyList<YearEntry> Years);

/// <summary>
/// Model of <c>year.sbn-html</c>: the months of a year, and articles of which only the year is known.
/// </summary>
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
    LinkModel? Newer
);

/// <summary>A year in the calendar archive.</summary>
/// <param name="Months">All twelve, January first.</param>
/// <param name="Count">Listed articles, with those of which only the year is known.</param>
/// <param name="CountText"><paramref name="Count"/> as the language writes it.</param>
internal sealed record YearEntry(
    string Title,
    string Href,
    int Count,
    string CountText,
    IReadOnlyList<MonthEntry> Months
);

/// <summary>A month on its year's page.</summary>
/// <param name="Title">"November".</param>
/// <param name="Count">Listed articles.</param>
/// <param name="CountText"><paramref name="Count"/> as the language writes it.</param>
/// <param name="Articles">A few of them: by priority, then the newest.</param>
internal sealed record MonthBlock(
    string Title,
    string Href,
    int Count,
    string CountText,
    IReadOnlyList<CardModel> Articles
);

/// <summary>A month in the calendar archive.</summary>
/// <param name="Title">"November".</param>
/// <param name="Number">1 to 12.</param>
/// <param name="Href">Null for a month without articles.</param>
/// <param name="Count">Listed articles.</param>
/// <param name="CountText"><paramref name="Count"/> as the language writes it.</param>
internal sealed record MonthEntry(string Title, int Number, string? Href, int Count, string CountText);

/// <summary>Model of <c>month.sbn-html</c>: every article of a calendar month.</summary>
/// <param name="Weekdays">The heads of the calendar's seven columns.</param>
/// <param name="Weeks">The month as a calendar.</param>
/// <param name="Days">Newest first; articles that know only their month come last.</param>
/// <param name="Older">The month before this one that has articles, or null.</param>
/// <param name="Newer">The month after it that has articles, or null.</param>
/// <param name="Books">The month's EPUB books, by section; empty where site.yml does not ask for them.</param>
internal sealed record MonthPage(
    SiteModel Site,
    PageModel Page,
    string Heading,
    IReadOnlyList<WeekdayModel> Weekdays,
    IReadOnlyList<WeekRow> Weeks,
    IReadOnlyList<DayGroup> Days,
    LinkModel? Older,
    LinkModel? Newer,
    IReadOnlyList<LinkModel> Books
);

/// <summary>A field of a month's calendar.</summary>
/// <param name="Number">1 to 31; null for a field before the first day or after the last.</param>
/// <param name="Text"><paramref name="Number"/> as the language writes it, or null with it.</param>
/// <param name="Href">Where on the page its articles are; null for a day without any.</param>
/// <param name="Count">Listed articles.</param>
internal sealed record DayCell(int? Number, string? Text, string? Href, int Count);

/// <summary>Articles of one day.</summary>
/// <param name="Date">The day; a month or year where the articles know no more.</param>
/// <param name="Id">
/// For the place on the page that the calendar leads to: <c>d9</c>; null where no day is known.
/// </param>
internal sealed record DayGroup(DateModel Date, string? Id, IReadOnlyList<CardModel> Articles);

/// <summary>A week of a month's calendar.</summary>
/// <param name="Days">Seven.</param>
internal sealed record WeekRow(IReadOnlyList<DayCell> Days);

/// <summary>The head of a calendar's column.</summary>
/// <param name="Title">"Monday".</param>
/// <param name="Short">"Mo".</param>
internal sealed record WeekdayModel(string Title, string Short);
