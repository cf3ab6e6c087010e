using StaticNews.Archive;
using StaticNews.Feeds;

namespace StaticNews.Pages.Jobs;

/// <summary><c>robots.txt</c>.</summary>
internal sealed class RobotsJob(SitePlan plan) : PageJob(OutputFile.Of(SiteUrls.Robots))
{
    public override PageKind? Kind => null;

    public override ChangeReason Subject => ChangeReason.SitemapPart;

    public override void Describe(IKeySink key) => plan.DescribeFrame(key);

    public override bool Render(PageWorker worker)
    {
        worker.Write(RobotsWriter.Write(plan.Config.BaseUrl));
        return true;
    }
}
