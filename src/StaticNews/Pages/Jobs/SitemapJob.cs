using StaticNews.Feeds;

namespace StaticNews.Pages.Jobs;

/// <summary>One part of the sitemap.</summary>
internal sealed class SitemapJob(SitePlan plan, SitemapPart part) : PageJob(OutputFile.Of(part.Path))
{
    public override PageKind? Kind => null;

    public override ChangeReason Subject => ChangeReason.SitemapPart;

    public override void Describe(IKeySink key)
    {
        plan.DescribeFrame(key);
        key.Open(KeyPart.Items);
        foreach (var url in part.Urls)
        {
            key.Add("page", url.Location);
            key.Add("changed", url.LastModified is { } changed ? Dates.Iso(changed) : null);
        }
    }

    public override bool Render(PageWorker worker)
    {
        worker.Write(to => SitemapWriter.WritePart(part, to));
        return true;
    }
}
