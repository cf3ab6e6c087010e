using System.Buffers;
using StaticNews.Archive.Routes;
using StaticNews.Configuration;
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

    public override ChangeReason Subject => ChangeReason.Redirect;

    public override string? Owner =>
        _article < 0 || plan.Catalog.PreviewOf(_article) is not null ? null : plan.Catalog.Articles[_article].Path;

    public override bool Make(PageInputs inputs)
    {
        inputs.Begin();
        inputs.Open(FingerprintPart.Placement);
        var target = inputs.Text("leads to", to);
        var (title, language) = (inputs.Text("title", Title), inputs.Text("language", Language));
        var page = (plan.Config.BaseUrl, Target: target, Title: title, Language: language);
        return inputs.Write(
            page,
            static (page, to) =>
                to.Write(
                    AliasPage.Write(
                        page.Title,
                        page.BaseUrl.Href(page.Target),
                        page.BaseUrl.Absolute(page.Target),
                        page.Language
                    )
                )
        );
    }
}

/// <summary>Old URLs for hosts that redirect by themselves; its name has no dot and is a file all the same.</summary>
internal sealed class RedirectsJob(SitePlan plan) : PageJob(SiteUrls.Redirects[1..])
{
    public override ChangeReason Subject => ChangeReason.Redirect;

    public override bool Make(PageInputs inputs)
    {
        inputs.Begin();
        inputs.Open(FingerprintPart.Items);
        foreach (var alias in plan.Catalog.Aliases)
        {
            inputs.Text(alias.Url, alias.Target);
        }

        return inputs.Write((plan.Catalog.Aliases, plan.Config.BaseUrl), Write);
    }

    private static void Write((IReadOnlyList<Alias> Aliases, BaseUrl BaseUrl) site, IBufferWriter<byte> to) =>
        to.Write(
            RedirectsWriter.Write(
                site.Aliases.Select(alias => new Redirect(
                    site.BaseUrl.Href(alias.Url),
                    site.BaseUrl.Href(alias.Target)
                ))
            )
        );
}

/// <summary>
/// The HTTP headers for hosts that read this file; its name has no dot and is a file all the same.
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

    public override bool Make(PageInputs inputs)
    {
        inputs.Begin();
        inputs.Open(FingerprintPart.Items);
        var headers = (plan.Config.BaseUrl, Policy: inputs.Text("policy", Policy));
        return inputs.Write(
            headers,
            static (headers, to) => to.Write(HeadersWriter.Write(headers.BaseUrl, headers.Policy))
        );
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
    public override ChangeReason Subject => ChangeReason.SitemapPart;

    public override bool Make(PageInputs inputs)
    {
        inputs.Begin();
        return inputs.Write(plan.Config.BaseUrl, static (baseUrl, to) => to.Write(RobotsWriter.Write(baseUrl)));
    }
}

/// <summary>The service worker. Nothing in it changes when an article is added.</summary>
internal sealed class ServiceWorkerJob(SitePlan plan) : PageJob(OutputFile.Of(SiteUrls.Worker))
{
    public override ChangeReason Subject => ChangeReason.StandingPage;

    /// <summary>The text edition, where the site has one.</summary>
    private string Start =>
        plan.Catalog.Resolver.Find(SiteUrls.Lite) is SiteUrls.Lite ? SiteUrls.Lite : SiteUrls.FrontPage;

    public override bool Make(PageInputs inputs)
    {
        inputs.Begin(plan.Edition);
        inputs.Open(FingerprintPart.Placement);
        var page = (
            plan.PageHeads.Site.Title,
            plan.PageHeads.Site.Language,
            Start: inputs.Text("start", Start),
            plan.Edition.Offline
        );
        return inputs.Write(
            page,
            static (page, to) => to.Write(ServiceWorker.Write(page.Title, page.Language, page.Start, page.Offline))
        );
    }
}
