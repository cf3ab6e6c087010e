using StaticNews.Archive;
using StaticNews.Feeds;

namespace StaticNews.Pages.Jobs;

/// <summary>The sitemap's index.</summary>
internal sealed class SitemapIndexJob(SitePlan plan) : PageJob(OutputFile.Of(SiteUrls.Sitemap))
{
    public override PageKind? Kind => null;

    public override ChangeReason Subject => ChangeReason.SitemapPart;

    public override void Describe(IKeySink key)
    {
        plan.DescribeFrame(key);
        key.Open(KeyPart.Items);
        foreach (var part in plan.Sitemap)
        {
            key.Add("part", part.Path);
            key.Add("changed", part.LastModified is { } changed ? Dates.Iso(changed) : null);
        }
    }

    public override bool Render(PageWorker worker)
    {
        worker.Write(to => SitemapWriter.WriteIndex(plan.Sitemap, plan.Config.BaseUrl, to));
        return true;
    }
}
