using StaticNews.Pages.Models;

namespace StaticNews.Pages.Jobs;

/// <summary>What a host answers for a URL that does not exist.</summary>
internal sealed class NotFoundJob(SitePlan plan) : PageJob("404.html")
{
    public override PageKind? Kind => PageKind.NotFound;

    public override ChangeReason Subject => ChangeReason.StandingPage;

    public override void Describe(IKeySink key) => plan.DescribeFrame(key, PageKind.NotFound);

    public override bool Render(PageWorker worker)
    {
        var head = plan.Heads.Page(PageKind.NotFound, "Page not found", "/404.html") with { Indexed = false };
        return worker.Render(PageKind.NotFound, new TextPage(plan.Heads.Site, head, "Page not found", null));
    }
}
