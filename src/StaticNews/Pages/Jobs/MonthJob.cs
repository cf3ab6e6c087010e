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
    : PageJob(OutputFile.Of(UrlOf(plan.Catalog.Years[yearIndex].Months[monthIndex])))
{
    private readonly ArchiveMonth _month = plan.Catalog.Years[yearIndex].Months[monthIndex];

    public override PageKind? Kind => PageKind.Month;

    public override ChangeReason Subject => ChangeReason.Calendar;

    public override void Describe(IFingerprintSink key)
    {
        plan.DescribeFrame(key, PageKind.Month);
        key.Open(FingerprintPart.Neighbours);
        key.Add("older", Link(Older())?.Href);
        key.Add("newer", Link(Newer())?.Href);
        foreach (var book in Books())
        {
            key.Add("book", book.Title);
            key.Add("url", book.Href);
        }

        key.Open(FingerprintPart.Items);
        plan.Cards.Describe(key, "article", _month.Articles);
    }

    public override bool Render(PageWorker worker)
    {
        var heading = plan.Edition.Dates.MonthAndYear(_month.Year, _month.Month);
        var head = plan.PageHeads.Page(PageKind.Month, heading, UrlOf(_month));
        var year = new LinkModel(
            plan.Edition.Dates.Year(_month.Year),
            plan.Config.BaseUrl.Href(SiteUrls.Year(_month.Year))
        );
        return worker.Render(
            PageKind.Month,
            new MonthPage(
                plan.PageHeads.SiteOn(PageKind.Month),
                head with
                {
                    Breadcrumb =
                    [
                        .. head.Breadcrumb,
                        new LinkModel(plan.Edition.Words.Archive, plan.PageHeads.Site.Archive),
                        year,
                    ],
                },
                heading,
                plan.Edition.Dates.Weekdays,
                Weeks(),
                Days(),
                Link(Older()),
                Link(Newer()),
                Books()
            )
        );
    }

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
    : PageJob(OutputFile.Of(SiteUrls.Year(plan.Catalog.Years[index].Year)))
{
    private const int StoriesPerMonth = 3;

    private readonly ArchiveYear _year = plan.Catalog.Years[index];

    public override PageKind? Kind => PageKind.Year;

    public override ChangeReason Subject => ChangeReason.Calendar;

    public override void Describe(IFingerprintSink key)
    {
        plan.DescribeFrame(key, PageKind.Year);
        key.Open(FingerprintPart.Neighbours);
        key.Add("older", Link(index + 1)?.Href);
        key.Add("newer", Link(index - 1)?.Href);
        key.Open(FingerprintPart.Items);
        CalendarEntries.Describe(key, _year);
        foreach (var month in _year.Months)
        {
            plan.Cards.Describe(key, "story", StoriesOf(month));
        }

        plan.Cards.Describe(key, "undated", _year.Undated);
    }

    public override bool Render(PageWorker worker)
    {
        var entry = CalendarEntries.Year(plan.Config.BaseUrl, plan.Edition, _year);
        var head = plan.PageHeads.Page(PageKind.Year, entry.Title, SiteUrls.Year(_year.Year));
        return worker.Render(
            PageKind.Year,
            new YearPage(
                plan.PageHeads.SiteOn(PageKind.Year),
                head with
                {
                    Breadcrumb =
                    [
                        .. head.Breadcrumb,
                        new LinkModel(plan.Edition.Words.Archive, plan.PageHeads.Site.Archive),
                    ],
                },
                entry,
                [.. _year.Months.Select(Block)],
                new CardList(plan.Cards, plan.Edition, _year.Undated),
                Link(index + 1),
                Link(index - 1)
            )
        );
    }

    private MonthBlock Block(ArchiveMonth month) =>
        new(
            plan.Edition.Dates.MonthName(month.Month),
            plan.Config.BaseUrl.Href(SiteUrls.Month(month.Year, month.Month)),
            month.Articles.Length,
            plan.Edition.Numbers.Text(month.Articles.Length),
            plan.Cards.All(StoriesOf(month), plan.Edition)
        );

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
internal sealed class ArchiveJob(SitePlan plan) : PageJob("archive/index.html")
{
    public override PageKind? Kind => PageKind.Archive;

    public override ChangeReason Subject => ChangeReason.Calendar;

    public override void Describe(IFingerprintSink key)
    {
        plan.DescribeFrame(key, PageKind.Archive);
        key.Open(FingerprintPart.Items);
        foreach (var year in plan.Catalog.Years)
        {
            CalendarEntries.Describe(key, year);
        }
    }

    public override bool Render(PageWorker worker) =>
        worker.Render(
            PageKind.Archive,
            new CalendarPage(
                plan.PageHeads.SiteOn(PageKind.Archive),
                plan.PageHeads.Page(PageKind.Archive, plan.Edition.Words.Archive, "/archive/"),
                plan.Edition.Words.Archive,
                [.. plan.Catalog.Years.Select(year => CalendarEntries.Year(plan.Config.BaseUrl, plan.Edition, year))]
            )
        );
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

    public static void Describe(IFingerprintSink key, ArchiveYear year)
    {
        key.Add("year", year.Year);
        key.Add("articles", Count(year));
        foreach (var month in year.Months)
        {
            key.Add("month", month.Month);
            key.Add("articles", month.Articles.Length);
        }
    }
}
