using StaticNews.Pages.Models;

namespace StaticNews.Pages.Jobs;

/// <summary>What a host answers for a URL that does not exist.</summary>
internal sealed class NotFoundJob(SitePlan plan) : PageJob("404.html")
{
    public override PageKind? Kind => PageKind.NotFound;

    public override ChangeReason Subject => ChangeReason.StandingPage;

    public override void Describe(IKeySink key)
    {
        plan.DescribeFrame(key, PageKind.NotFound);
        key.Open(KeyPart.Items);
        foreach (var year in plan.Catalog.Years)
        {
            key.Add("year", year.Year);
        }
    }

    public override bool Render(PageWorker worker)
    {
        var head = plan.Heads.Page(PageKind.NotFound, plan.Edition.Words.PageNotFound, "/404.html") with { Indexed = false };
        return worker.Render(PageKind.NotFound, new NotFoundPage(
            plan.Heads.SiteOn(PageKind.NotFound),
            head,
            head.Title,
            [.. plan.Catalog.Years.Select(year => CalendarEntries.Link(plan.Config.BaseUrl, plan.Edition.Dates, year.Year))]));
    }
}
