using System.Globalization;
using StaticNews.Archive;
using StaticNews.Archive.Routes;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Localization;
using StaticNews.Pages.Models;

namespace StaticNews.Pages.Jobs;

/// <summary>A month of the calendar, with every article of it.</summary>
/// <param name="yearIndex">In <see cref="Catalog.Years"/>, newest first.</param>
/// <param name="monthIndex">In that year's months, oldest first.</param>
internal sealed class MonthJob(SitePlan plan, int yearIndex, int monthIndex)
    : HtmlPageJob(PageKind.Month, OutputFile.Of(UrlOf(plan.Catalog.Years[yearIndex].Months[monthIndex])))
{
    private readonly ArchiveMonth _month = plan.Catalog.Years[yearIndex].Months[monthIndex];

    public override Edition Edition => plan.Edition;

    public override ChangeReason Subject => ChangeReason.Calendar;

    public override MonthPage? Model(PageInputs inputs)
    {
        inputs.Open(FingerprintPart.Placement);
        var heading = Edition.Dates.MonthAndYear(_month.Year, _month.Month);
        var head = inputs.Head(heading, UrlOf(_month));
        inputs.Open(FingerprintPart.Neighbours);
        var (older, newer) = (inputs.Link("older", Link(Older())), inputs.Link("newer", Link(Newer())));
        var books = inputs.Links("book", Books());
        inputs.Open(FingerprintPart.Items);
        inputs.AddCards("article", _month.Articles);
        return inputs.IsHashing
            ? null
            : new MonthPage(
                inputs.Site,
                head with
                {
                    Breadcrumb =
                    [
                        .. head.Breadcrumb,
                        ArchiveLink,
                        CalendarEntries.Link(plan.Config.BaseUrl, Edition.Dates, _month.Year),
                    ],
                },
                heading,
                Edition.Dates.Weekdays,
                Weeks(),
                Days(),
                older,
                newer,
                books
            );
    }

    private LinkModel ArchiveLink => new(Edition.Words.Archive, plan.PageHeads.Site.Archive);

    private LinkModel[] Books() =>
        [
            .. plan
                .Catalog.Books.OfMonth(_month.Year, _month.Month)
                .Select(volume => EpubTitles.Link(plan.Catalog, plan.Edition.Dates, volume)),
        ];

    private DayGroup[] Days() =>
        [
            .. _month
                .Articles.GroupBy(article => DayOf(plan.Catalog.Articles[article].Date))
                .OrderBy(group => group.Key.Precision < DatePrecision.Day)
                .ThenByDescending(group => group.Key.Local.Date)
                .Select(group => new DayGroup(
                    plan.Edition.Dates.Model(group.Key),
                    group.Key.Precision < DatePrecision.Day ? null : MonthWeeks.IdOf(group.Key.Local.Day),
                    new CardList(plan.Cards, plan.Edition, [.. group])
                )),
        ];

    private WeekRow[] Weeks()
    {
        var counts = new int[DateTime.DaysInMonth(_month.Year, _month.Month)];
        foreach (var article in _month.Articles)
        {
            var date = plan.Catalog.Articles[article].Date;
            if (date.Precision >= DatePrecision.Day)
            {
                counts[date.Local.Day - 1]++;
            }
        }

        return MonthWeeks.Of(_month.Year, _month.Month, plan.Edition.Dates.FirstWeekday, plan.Edition.Numbers, counts);
    }

    /// <summary>The date without its time, so that articles of one day are equal in it.</summary>
    private static ArticleDate DayOf(ArticleDate date) =>
        new(
            new DateTimeOffset(date.Local.Date, TimeSpan.Zero),
            date.Precision < DatePrecision.Day ? date.Precision : DatePrecision.Day,
            null
        );

    private ArchiveMonth? Older() =>
        monthIndex > 0
            ? plan.Catalog.Years[yearIndex].Months[monthIndex - 1]
            : plan
                .Catalog.Years.Skip(yearIndex + 1)
                .Where(year => year.Months.Count > 0)
                .Select(year => year.Months[^1])
                .FirstOrDefault();

    private ArchiveMonth? Newer() =>
        monthIndex + 1 < plan.Catalog.Years[yearIndex].Months.Count
            ? plan.Catalog.Years[yearIndex].Months[monthIndex + 1]
            : plan
                .Catalog.Years.Take(yearIndex)
                .Where(year => year.Months.Count > 0)
                .Select(year => year.Months[0])
                .LastOrDefault();

    private LinkModel? Link(ArchiveMonth? month) =>
        month is null
            ? null
            : new LinkModel(
                plan.Edition.Dates.MonthAndYear(month.Year, month.Month),
                plan.Config.BaseUrl.Href(UrlOf(month))
            );

    private static string UrlOf(ArchiveMonth month) => SiteUrls.Month(month.Year, month.Month);
}

/// <summary>A year of the calendar.</summary>
/// <param name="index">In <see cref="Catalog.Years"/>.</param>
internal sealed class YearJob(SitePlan plan, int index)
    : HtmlPageJob(PageKind.Year, OutputFile.Of(SiteUrls.Year(plan.Catalog.Years[index].Year)))
{
    private const int StoriesPerMonth = 3;

    private readonly ArchiveYear _year = plan.Catalog.Years[index];

    public override Edition Edition => plan.Edition;

    public override ChangeReason Subject => ChangeReason.Calendar;

    public override YearPage? Model(PageInputs inputs)
    {
        inputs.Open(FingerprintPart.Neighbours);
        var (older, newer) = (inputs.Link("older", Link(index + 1)), inputs.Link("newer", Link(index - 1)));
        inputs.Open(FingerprintPart.Items);
        var entry = inputs.Year(_year);
        var months = _year.Months.Select(month => inputs.Cards("story", StoriesOf(month))).ToArray();
        var undated = inputs.LazyCards("undated", _year.Undated);
        if (entry is null)
        {
            return null;
        }

        var head = inputs.Head(entry.Title, SiteUrls.Year(_year.Year));
        return new YearPage(
            inputs.Site,
            head with
            {
                Breadcrumb = [.. head.Breadcrumb, new LinkModel(Edition.Words.Archive, plan.PageHeads.Site.Archive)],
            },
            entry,
            [.. _year.Months.Zip(months, (month, cards) => Block(entry.Months[month.Month - 1], cards))],
            undated,
            older,
            newer
        );
    }

    private static MonthBlock Block(MonthEntry month, IReadOnlyList<CardModel> stories) =>
        new(month.Title, month.Href!, month.Count, month.CountText, stories);

    private int[] StoriesOf(ArchiveMonth month) =>
        [
            .. month
                .Articles.OrderByDescending(article => plan.Catalog.Articles[article].Priority)
                .ThenBy(article => article)
                .Take(StoriesPerMonth),
        ];

    private LinkModel? Link(int other) =>
        other < 0 || other >= plan.Catalog.Years.Count
            ? null
            : CalendarEntries.Link(plan.Config.BaseUrl, plan.Edition.Dates, plan.Catalog.Years[other].Year);
}

/// <summary>The calendar of the whole archive.</summary>
internal sealed class ArchiveJob(SitePlan plan) : HtmlPageJob(PageKind.Archive, "archive/index.html")
{
    public override Edition Edition => plan.Edition;

    public override ChangeReason Subject => ChangeReason.Calendar;

    public override CalendarPage Model(PageInputs inputs)
    {
        inputs.Open(FingerprintPart.Items);
        return new CalendarPage(
            inputs.Site,
            inputs.Head(Edition.Words.Archive, SiteUrls.Archive),
            Edition.Words.Archive,
            [.. plan.Catalog.Years.Select(year => inputs.Year(year)!)]
        );
    }
}

/// <summary>
/// A month as a wall calendar shows it, in the Gregorian calendar. Weekdays have the numbers of ISO 8601: 1 is Monday,
/// 7 is Sunday.
/// </summary>
internal static class MonthWeeks
{
    private const int DaysPerWeek = 7;

    /// <param name="firstWeekday">What weeks begin with.</param>
    /// <param name="counts">Articles by day; index 0 is the first of the month.</param>
    public static WeekRow[] Of(int year, int month, int firstWeekday, NumberFormatter numbers, ReadOnlySpan<int> counts)
    {
        var blanks = ((int)new DateOnly(year, month, 1).DayOfWeek - firstWeekday + (2 * DaysPerWeek)) % DaysPerWeek;
        var weeks = new WeekRow[(blanks + counts.Length + DaysPerWeek - 1) / DaysPerWeek];
        for (var week = 0; week < weeks.Length; week++)
        {
            var days = new DayCell[DaysPerWeek];
            for (var i = 0; i < days.Length; i++)
            {
                days[i] = Cell((week * DaysPerWeek) + i - blanks, numbers, counts);
            }

            weeks[week] = new WeekRow(days);
        }

        return weeks;
    }

    /// <summary>The place of a day on its month's page.</summary>
    public static string IdOf(int day) => string.Create(CultureInfo.InvariantCulture, $"d{day}");

    private static DayCell Cell(int index, NumberFormatter numbers, ReadOnlySpan<int> counts) =>
        index < 0 || index >= counts.Length
            ? new DayCell(null, null, null, 0)
            : new DayCell(
                index + 1,
                numbers.Plain(index + 1),
                counts[index] == 0 ? null : "#" + IdOf(index + 1),
                counts[index]
            );
}

/// <summary>Years and months as the calendar pages show them.</summary>
internal static class CalendarEntries
{
    public static YearEntry Year(BaseUrl baseUrl, Edition edition, ArchiveYear year)
    {
        var months = new MonthEntry[12];
        for (var number = 1; number <= months.Length; number++)
        {
            var month = year.Months.FirstOrDefault(candidate => candidate.Month == number);
            months[number - 1] = new MonthEntry(
                edition.Dates.MonthName(number),
                number,
                month is null ? null : baseUrl.Href(SiteUrls.Month(year.Year, number)),
                month?.Articles.Length ?? 0,
                edition.Numbers.Text(month?.Articles.Length ?? 0)
            );
        }

        return new YearEntry(
            edition.Dates.Year(year.Year),
            baseUrl.Href(SiteUrls.Year(year.Year)),
            Count(year),
            edition.Numbers.Text(Count(year)),
            months
        );
    }

    public static LinkModel Link(BaseUrl baseUrl, DateFormatter dates, int year) =>
        new(dates.Year(year), baseUrl.Href(SiteUrls.Year(year)));

    public static int Count(ArchiveYear year) => year.Undated.Length + year.Months.Sum(month => month.Articles.Length);
}
