using System.Globalization;
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
        key.Open(KeyPart.Items);
        plan.Cards.Describe(key, "article", _month.Articles);
    }

    public override bool Render(PageWorker worker)
    {
        var heading = Dates.MonthAndYear(_month.Year, _month.Month);
        var head = plan.Heads.Page(PageKind.Month, heading, UrlOf(_month));
        var year = new LinkModel(
            _month.Year.ToString(CultureInfo.InvariantCulture),
            plan.Config.BaseUrl.Href(SiteUrls.Year(_month.Year)));
        return worker.Render(PageKind.Month, new MonthPage(
            plan.Heads.Site,
            head with { Breadcrumb = [.. head.Breadcrumb, new LinkModel("Archive", plan.Heads.Site.Archive), year] },
            heading,
            Days(),
            Link(Older()),
            Link(Newer())));
    }

    private DayGroup[] Days() =>
    [
        .. _month.Articles
            .GroupBy(article => DayOf(plan.Catalog.Articles[article].Date))
            .OrderBy(group => group.Key.Precision < DatePrecision.Day)
            .ThenByDescending(group => group.Key.Local.Date)
            .Select(group => new DayGroup(Dates.Model(group.Key), new CardList(plan.Cards, [.. group]))),
    ];

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
        : new LinkModel(Dates.MonthAndYear(month.Year, month.Month), plan.Config.BaseUrl.Href(UrlOf(month)));

    private static string UrlOf(ArchiveMonth month) => SiteUrls.Month(month.Year, month.Month);
}
