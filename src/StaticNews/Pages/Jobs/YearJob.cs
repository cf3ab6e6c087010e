using StaticNews.Archive;
using StaticNews.Pages.Models;

namespace StaticNews.Pages.Jobs;

/// <summary>A year of the calendar.</summary>
/// <param name="index">In <see cref="Catalog.Years"/>.</param>
internal sealed class YearJob(SitePlan plan, int index) : PageJob(OutputFile.Of(SiteUrls.Year(plan.Catalog.Years[index].Year)))
{
    private const int StoriesPerMonth = 3;

    private readonly ArchiveYear _year = plan.Catalog.Years[index];

    public override PageKind? Kind => PageKind.Year;

    public override ChangeReason Subject => ChangeReason.Calendar;

    public override void Describe(IKeySink key)
    {
        plan.DescribeFrame(key, PageKind.Year);
        key.Open(KeyPart.Neighbours);
        key.Add("older", Link(index + 1)?.Href);
        key.Add("newer", Link(index - 1)?.Href);
        key.Open(KeyPart.Items);
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
        var head = plan.Heads.Page(PageKind.Year, entry.Title, SiteUrls.Year(_year.Year));
        return worker.Render(PageKind.Year, new YearPage(
            plan.Heads.SiteOn(PageKind.Year),
            head with { Breadcrumb = [.. head.Breadcrumb, new LinkModel(plan.Edition.Words.Archive, plan.Heads.Site.Archive)] },
            entry,
            [.. _year.Months.Select(Block)],
            new CardList(plan.Cards, plan.Edition, _year.Undated),
            Link(index + 1),
            Link(index - 1)));
    }

    private MonthBlock Block(ArchiveMonth month) => new(
        plan.Edition.Dates.MonthName(month.Month),
        plan.Config.BaseUrl.Href(SiteUrls.Month(month.Year, month.Month)),
        month.Articles.Length,
        plan.Edition.Numbers.Text(month.Articles.Length),
        plan.Cards.All(StoriesOf(month), plan.Edition));

    private int[] StoriesOf(ArchiveMonth month) =>
    [
        .. month.Articles
            .OrderByDescending(article => plan.Catalog.Articles[article].Priority)
            .ThenBy(article => article)
            .Take(StoriesPerMonth),
    ];

    private LinkModel? Link(int other) => other < 0 || other >= plan.Catalog.Years.Count
        ? null
        : CalendarEntries.Link(plan.Config.BaseUrl, plan.Edition.Dates, plan.Catalog.Years[other].Year);
}
