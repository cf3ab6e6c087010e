using System.Globalization;
using StaticNews.Archive;
using StaticNews.Pages.Models;

namespace StaticNews.Pages.Jobs;

/// <summary>A year of the calendar.</summary>
/// <param name="index">In <see cref="Catalog.Years"/>.</param>
internal sealed class YearJob(SitePlan plan, int index) : PageJob(OutputFile.Of(SiteUrls.Year(plan.Catalog.Years[index].Year)))
{
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
        plan.Cards.Describe(key, "undated", _year.Undated);
    }

    public override bool Render(PageWorker worker)
    {
        var entry = CalendarEntries.Year(plan.Config.BaseUrl, _year);
        var head = plan.Heads.Page(PageKind.Year, entry.Title, SiteUrls.Year(_year.Year));
        return worker.Render(PageKind.Year, new YearPage(
            plan.Heads.Site,
            head with { Breadcrumb = [.. head.Breadcrumb, new LinkModel("Archive", plan.Heads.Site.Archive)] },
            entry,
            new CardList(plan.Cards, _year.Undated),
            Link(index + 1),
            Link(index - 1)));
    }

    private LinkModel? Link(int other) => other < 0 || other >= plan.Catalog.Years.Count
        ? null
        : new LinkModel(
            plan.Catalog.Years[other].Year.ToString(CultureInfo.InvariantCulture),
            plan.Config.BaseUrl.Href(SiteUrls.Year(plan.Catalog.Years[other].Year)));
}
