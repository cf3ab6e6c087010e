using StaticNews.Archive.Routes;
using StaticNews.Feeds;

namespace StaticNews.Pages.Jobs;

/// <summary>
/// A page that only leads to another: an old URL, or the place of a list page that is not closed yet.
/// </summary>
/// <param name="from">Its own URL.</param>
/// <param name="to">Where it leads: a URL of this site.</param>
/// <param name="name">What is there; null: the article of that URL, or the site.</param>
internal sealed class RedirectJob(SitePlan plan, string from, string to, string? name = null)
    : PageJob(OutputFile.Of(from))
{
    private readonly int _article = plan.Catalog.Resolver.ArticleWithUrl(to);

    private string Title => name ?? (_article < 0 ? plan.Config.Title : plan.Catalog.Articles[_article].Title);

    private string Language => _article < 0 ? plan.Config.Language : plan.Catalog.Articles[_article].Language;

    public override PageKind? Kind => null;

    public override ChangeReason Subject => ChangeReason.Redirect;

    public override string? Owner =>
        _article < 0 || plan.Catalog.PreviewOf(_article) is not null ? null : plan.Catalog.Articles[_article].Path;

    public override void Describe(IFingerprintSink key)
    {
        plan.DescribeFrame(key);
        key.Open(FingerprintPart.Placement);
        key.Add("leads to", to);
        key.Add("title", Title);
        key.Add("language", Language);
    }

    public override bool Render(PageWorker worker)
    {
        worker.Write(AliasPage.Write(Title, plan.Config.BaseUrl.Href(to), plan.Config.BaseUrl.Absolute(to), Language));
        return true;
    }
}

/// <summary>Old URLs for hosts that redirect by themselves; its name has no dot and is a file all the same.</summary>
internal sealed class RedirectsJob(SitePlan plan) : PageJob(SiteUrls.Redirects[1..])
{
    public override PageKind? Kind => null;

    public override ChangeReason Subject => ChangeReason.Redirect;

    public override void Describe(IFingerprintSink key)
    {
        plan.DescribeFrame(key);
        key.Open(FingerprintPart.Items);
        foreach (var alias in plan.Catalog.Aliases)
        {
            key.Add(alias.Url, alias.Target);
        }
    }

    public override bool Render(PageWorker worker)
    {
        var baseUrl = plan.Config.BaseUrl;
        worker.Write(
            RedirectsWriter.Write(
                plan.Catalog.Aliases.Select(alias => new Redirect(baseUrl.Href(alias.Url), baseUrl.Href(alias.Target)))
            )
        );
        return true;
    }
}

/// <summary>
/// What hosts that read it are to say with every answer; its name has no dot and is a file all the same.
/// </summary>
internal sealed class HeadersJob(SitePlan plan) : PageJob(SiteUrls.Headers[1..])
{
    /// <summary>
    /// The pages' own policy where all pages are the theme's; a page that a site makes itself may need more, and says
    /// so itself.
    /// </summary>
    private string Policy =>
        plan.Theme.WritesPolicies && !plan.Catalog.Assets.Any(IsPage)
            ? ContentSecurityPolicy.ForHosts(
                plan.PageHeads.Sheets(plan.Config.Lite),
                plan.Config.Markdown.Html,
                plan.PageHeads.Site
            )
            : ContentSecurityPolicy.NoFrames;

    public override ChangeReason Subject => ChangeReason.HostHeaders;

    public override PageKind? Kind => null;

    public override void Describe(IFingerprintSink key)
    {
        plan.DescribeFrame(key);
        key.Open(FingerprintPart.Items);
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

/// <summary><c>robots.txt</c>.</summary>
internal sealed class RobotsJob(SitePlan plan) : PageJob(OutputFile.Of(SiteUrls.Robots))
{
    public override PageKind? Kind => null;

    public override ChangeReason Subject => ChangeReason.SitemapPart;

    public override void Describe(IFingerprintSink key) => plan.DescribeFrame(key);

    public override bool Render(PageWorker worker)
    {
        worker.Write(RobotsWriter.Write(plan.Config.BaseUrl));
        return true;
    }
}

/// <summary>The service worker. Nothing in it changes when an article is added.</summary>
internal sealed class ServiceWorkerJob(SitePlan plan) : PageJob(OutputFile.Of(SiteUrls.Worker))
{
    public override ChangeReason Subject => ChangeReason.StandingPage;

    public override PageKind? Kind => null;

    /// <summary>The text edition, where the site has one.</summary>
    private string Start =>
        plan.Catalog.Resolver.Find(SiteUrls.Lite) is SiteUrls.Lite ? SiteUrls.Lite : SiteUrls.FrontPage;

    public override void Describe(IFingerprintSink key)
    {
        plan.DescribeFrame(key);
        key.Add("words", plan.Edition.Hash);
        key.Open(FingerprintPart.Placement);
        key.Add("start", Start);
    }

    public override bool Render(PageWorker worker)
    {
        worker.Write(ServiceWorker.Write(plan.Config.Title, plan.Config.Language, Start, plan.Edition.Offline));
        return true;
    }
}
