using StaticNews.Pages.Models;

namespace StaticNews.Pages.Jobs;

/// <summary>The calendar of the whole archive.</summary>
internal sealed class ArchiveJob(SitePlan plan) : PageJob("archive/index.html")
{
    public override PageKind? Kind => PageKind.Archive;

    public override ChangeReason Subject => ChangeReason.Calendar;

    public override void Describe(IKeySink key)
    {
        plan.DescribeFrame(key, PageKind.Archive);
        key.Open(KeyPart.Items);
        foreach (var year in plan.Catalog.Years)
        {
            CalendarEntries.Describe(key, year);
        }
    }

    public override bool Render(PageWorker worker) => worker.Render(PageKind.Archive, new CalendarPage(
        plan.Heads.SiteOn(PageKind.Archive),
        plan.Heads.Page(PageKind.Archive, plan.Edition.Words.Archive, "/archive/"),
        plan.Edition.Words.Archive,
        [.. plan.Catalog.Years.Select(year => CalendarEntries.Year(plan.Config.BaseUrl, plan.Edition, year))]));
}
