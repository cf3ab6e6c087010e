using StaticNews.Archive;
using StaticNews.Pages.Models;

namespace StaticNews.Pages.Jobs;

/// <summary>The front page of the text edition.</summary>
internal sealed class LiteFrontJob(SitePlan plan) : PageJob(OutputFile.Of(SiteUrls.Lite))
{
    private const int TopStories = 5;
    private const int LatestStories = 15;

    private readonly FrontPageSelection _selection = FrontPageSelection.Of(plan.Catalog, TopStories, LatestStories, 0);

    public override ChangeReason Subject => ChangeReason.TextEdition;

    public override PageKind? Kind => PageKind.LiteFront;

    public override void Describe(IKeySink key)
    {
        plan.DescribeFrame(key, PageKind.LiteFront);
        key.Open(KeyPart.Items);
        plan.Cards.Describe(key, "top", _selection.Top);
        plan.Cards.Describe(key, "latest", _selection.Latest);
    }

    public override bool Render(PageWorker worker) => worker.Render(PageKind.LiteFront, new LiteFrontPage(
        plan.Heads.SiteOn(PageKind.LiteFront),
        plan.Heads.Page(PageKind.LiteFront, plan.Config.Title, SiteUrls.FrontPage) with
        {
            Description = plan.Config.Description,
            Breadcrumb = [],
            OtherEdition = plan.Heads.Site.Home,
        },
        plan.Cards.Lite(_selection.Top, plan.Edition),
        plan.Cards.Lite(_selection.Latest, plan.Edition)));
}
