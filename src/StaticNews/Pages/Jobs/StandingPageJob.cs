using StaticNews.Archive.Routes;
using StaticNews.Content;
using StaticNews.Pages.Models;

namespace StaticNews.Pages.Jobs;

/// <summary>A page of <c>_pages/</c>: About, Contact.</summary>
internal sealed class StandingPageJob(SitePlan plan, Profile profile)
    : PageJob(OutputFile.Of(SiteUrls.Page(profile.Key)))
{
    public override PageKind? Kind => PageKind.Page;

    public override ChangeReason Subject => ChangeReason.StandingPage;

    /// <summary>A draft that only a preview shows has none, so that no error keeps its page.</summary>
    public override string? Owner => profile.Access.HasFlag(ArticleAccess.Draft) ? null : profile.Path;

    public override void Describe(IFingerprintSink key)
    {
        plan.DescribeFrame(key, PageKind.Page);
        key.Open(FingerprintPart.Source);
        key.Add("source", profile.Content);
        plan.DescribeLinks(key, profile.Links);
        key.Open(FingerprintPart.Placement);
        key.Add("url", SiteUrls.Page(profile.Key));
        key.Add("access", (long)profile.Access);
    }

    public override bool Render(PageWorker worker)
    {
        var heading = profile.Title ?? profile.Key;
        var language = plan.Edition.Language.Inside(profile.Language, null);
        var head = plan.PageHeads.Page(PageKind.Page, heading, SiteUrls.Page(profile.Key)) with
        {
            Indexed = profile.Access == ArticleAccess.Public,
            Description = profile.Description,
            Language = language.Tag,
            Direction = language.Direction,
            Params = profile.Params,
        };
        var text = worker.Text(profile);
        return worker.Render(
            PageKind.Page,
            new StandingPage(plan.PageHeads.SiteOn(PageKind.Page), head, heading, text, profile.Params)
        );
    }
}

/// <summary>What a host answers for a URL that does not exist.</summary>
internal sealed class NotFoundJob(SitePlan plan) : PageJob("404.html")
{
    public override PageKind? Kind => PageKind.NotFound;

    public override ChangeReason Subject => ChangeReason.StandingPage;

    public override void Describe(IFingerprintSink key)
    {
        plan.DescribeFrame(key, PageKind.NotFound);
        key.Open(FingerprintPart.Items);
        foreach (var year in plan.Catalog.Years)
        {
            key.Add("year", year.Year);
        }
    }

    public override bool Render(PageWorker worker)
    {
        var head = plan.PageHeads.Page(PageKind.NotFound, plan.Edition.Words.PageNotFound, "/404.html") with
        {
            Indexed = false,
        };
        return worker.Render(
            PageKind.NotFound,
            new NotFoundPage(
                plan.PageHeads.SiteOn(PageKind.NotFound),
                head,
                head.Title,
                [
                    .. plan.Catalog.Years.Select(year =>
                        CalendarEntries.Link(plan.Config.BaseUrl, plan.Edition.Dates, year.Year)
                    ),
                ]
            )
        );
    }
}
