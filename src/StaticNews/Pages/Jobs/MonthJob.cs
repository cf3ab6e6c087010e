using StaticNews.Archive;
using StaticNews.Articles;
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

    public override void Describe(IKeySink key)
    {
        plan.DescribeFrame(key, PageKind.Month);
        key.Open(KeyPart.Neighbours);
        key.Add("older", Link(Older())?.Href);
        key.Add("newer", Link(Newer())?.Href);
        foreach (var book in Books())
        {
            key.Add("book", book.Title);
            key.Add("url", book.Href);
        }

        key.Open(KeyPart.Items);
        plan.Cards.Describe(key, "article", _month.Articles);
    }

    public override bool Render(PageWorker worker)
    {
        var heading = plan.Edition.Dates.MonthAndYear(_month.Year, _month.Month);
        var head = plan.Heads.Page(PageKind.Month, heading, UrlOf(_month));
        var year = new LinkModel(
            plan.Edition.Dates.Year(_month.Year),
            plan.Config.BaseUrl.Href(SiteUrls.Year(_month.Year)));
        return worker.Render(PageKind.Month, new MonthPage(
            plan.Heads.SiteOn(PageKind.Month),
            head with { Breadcrumb = [.. head.Breadcrumb, new LinkModel(plan.Edition.Words.Archive, plan.Heads.Site.Archive), year] },
            heading,
            plan.Edition.Dates.Weekdays,
            Weeks(),
            Days(),
            Link(Older()),
            Link(Newer()),
            Books()));
    }

    private LinkModel[] Books() => [.. plan.Catalog.Books.OfMonth(_month.Year, _month.Month).Select(volume => BookTitles.Link(plan.Catalog, plan.Edition.Dates, volume))];

    private DayGroup[] Days() =>
    [
        .. _month.Articles
            .GroupBy(article => DayOf(plan.Catalog.Articles[article].Date))
            .OrderBy(group => group.Key.Precision < DatePrecision.Day)
            .ThenByDescending(group => group.Key.Local.Date)
            .Select(group => new DayGroup(
                plan.Edition.Dates.Model(group.Key),
                group.Key.Precision < DatePrecision.Day ? null : MonthWeeks.IdOf(group.Key.Local.Day),
                new CardList(plan.Cards, plan.Edition, [.. group]))),
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
    private static ArticleDate DayOf(ArticleDate date) => new(
        new DateTimeOffset(date.Local.Date, TimeSpan.Zero),
        date.Precision < DatePrecision.Day ? date.Precision : DatePrecision.Day,
        null);

    private ArchiveMonth? Older() => monthIndex > 0
        ? plan.Catalog.Years[yearIndex].Months[monthIndex - 1]
        : plan.Catalog.Years.Skip(yearIndex + 1).Where(year => year.Months.Count > 0).Select(year => year.Months[^1]).FirstOrDefault();

    private ArchiveMonth? Newer() => monthIndex + 1 < plan.Catalog.Years[yearIndex].Months.Count
        ? plan.Catalog.Years[yearIndex].Months[monthIndex + 1]
        : plan.Catalog.Years.Take(yearIndex).Where(year => year.Months.Count > 0).Select(year => year.Months[0]).LastOrDefault();

    private LinkModel? Link(ArchiveMonth? month) => month is null
        ? null
        : new LinkModel(plan.Edition.Dates.MonthAndYear(month.Year, month.Month), plan.Config.BaseUrl.Href(UrlOf(month)));

    private static string UrlOf(ArchiveMonth month) => SiteUrls.Month(month.Year, month.Month);
}
