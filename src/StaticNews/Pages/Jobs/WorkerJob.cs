using StaticNews.Archive;
using StaticNews.Offline;

namespace StaticNews.Pages.Jobs;

/// <summary>The service worker. Nothing in it changes when an article is added.</summary>
internal sealed class WorkerJob(SitePlan plan) : PageJob(OutputFile.Of(SiteUrls.Worker))
{
    public override ChangeReason Subject => ChangeReason.StandingPage;

    public override PageKind? Kind => null;

    /// <summary>The text edition, where the site has one.</summary>
    private string Start => plan.Catalog.UrlMap.Find(SiteUrls.Lite) is SiteUrls.Lite ? SiteUrls.Lite : SiteUrls.FrontPage;

    public override void Describe(IKeySink key)
    {
        plan.DescribeFrame(key);
        key.Add("words", plan.Edition.Hash);
        key.Open(KeyPart.Placement);
        key.Add("start", Start);
    }

    public override bool Render(PageWorker worker)
    {
        worker.Write(ServiceWorker.Write(plan.Config.Title, plan.Config.Language, Start, plan.Edition.Offline));
        return true;
    }
}
