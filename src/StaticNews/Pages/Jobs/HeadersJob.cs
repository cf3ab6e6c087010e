using StaticNews.Archive;
using StaticNews.Feeds;

namespace StaticNews.Pages.Jobs;

/// <summary>What hosts that read it are to say with every answer; its name has no dot and is a file all the same.</summary>
internal sealed class HeadersJob(SitePlan plan) : PageJob(SiteUrls.Headers[1..])
{
    /// <summary>The pages' own policy where all pages are the theme's; a page that a site makes itself may need more, and says so itself.</summary>
    private string Policy => plan.Theme.WritesPolicies && !plan.Catalog.Assets.Any(IsPage)
        ? ContentPolicy.ForHosts(plan.Heads.Sheets(plan.Config.Lite), plan.Config.Markdown.Html, plan.Heads.Site)
        : ContentPolicy.NoFrames;

    public override ChangeReason Subject => ChangeReason.HostHeaders;

    public override PageKind? Kind => null;

    public override void Describe(IKeySink key)
    {
        plan.DescribeFrame(key);
        key.Open(KeyPart.Items);
        key.Add("policy", Policy);
    }

    public override bool Render(PageWorker worker)
    {
        worker.Write(HeadersWriter.Write(plan.Config.BaseUrl, Policy));
        return true;
    }

    /// <summary>A file of the site's own that browsers open as a page, with scripts and styles of its own.</summary>
    private static bool IsPage(string asset) =>
        asset.EndsWith(".html", StringComparison.OrdinalIgnoreCase)
        || asset.EndsWith(".htm", StringComparison.OrdinalIgnoreCase)
        || asset.EndsWith(".xhtml", StringComparison.OrdinalIgnoreCase);
}
