using StaticNews.Archive;
using StaticNews.Feeds;

namespace StaticNews.Pages.Jobs;

/// <summary>Old URLs for hosts that redirect by themselves; its name has no dot and is a file all the same.</summary>
internal sealed class RedirectsJob(SitePlan plan) : PageJob(SiteUrls.Redirects[1..])
{
    public override PageKind? Kind => null;

    public override ChangeReason Subject => ChangeReason.Redirect;

    public override void Describe(IKeySink key)
    {
        plan.DescribeFrame(key);
        key.Open(KeyPart.Items);
        foreach (var alias in plan.Catalog.Aliases)
        {
            key.Add(alias.Url, alias.Target);
        }
    }

    public override bool Render(PageWorker worker)
    {
        var baseUrl = plan.Config.BaseUrl;
        worker.Write(RedirectsWriter.Write(plan.Catalog.Aliases.Select(alias => new Redirect(baseUrl.Href(alias.Url), baseUrl.Href(alias.Target)))));
        return true;
    }
}
