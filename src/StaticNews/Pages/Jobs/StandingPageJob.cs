using StaticNews.Archive.Routes;
using StaticNews.Content;
using StaticNews.Pages.Models;

namespace StaticNews.Pages.Jobs;

/// <summary>A page of <c>_pages/</c>: About, Contact.</summary>
internal sealed class StandingPageJob(SitePlan plan, Profile profile)
    : HtmlPageJob(PageKind.Page, OutputFile.Of(SiteUrls.Page(profile.Key)))
{
    public override Edition Edition => plan.Edition;

    public override ChangeReason Subject => ChangeReason.StandingPage;

    /// <summary>A draft that only a preview shows has no owner, so that no error keeps its page.</summary>
    public override string? Owner => profile.Access.HasFlag(ArticleAccess.Draft) ? null : profile.Path;

    public override StandingPage Model(PageInputs inputs)
    {
        inputs.Open(FingerprintPart.Source);
        var text = inputs.ProfileText(profile);
        inputs.Open(FingerprintPart.Placement);
        var heading = profile.Title ?? profile.Key;
        var language = Edition.Language.Inside(profile.Language, null);
        var head = inputs.Head(heading, SiteUrls.Page(profile.Key)) with
        {
            Indexed = inputs.Flag("indexed", profile.Access == ArticleAccess.Public),
            Description = profile.Description,
            Language = language.Tag,
            Direction = language.Direction,
            Params = profile.Params,
        };
        return new StandingPage(inputs.Site, head, heading, text, profile.Params);
    }
}

/// <summary>What a host answers for a URL that does not exist.</summary>
internal sealed class NotFoundJob(SitePlan plan) : HtmlPageJob(PageKind.NotFound, "404.html")
{
    public override Edition Edition => plan.Edition;

    public override ChangeReason Subject => ChangeReason.StandingPage;

    public override NotFoundPage Model(PageInputs inputs)
    {
        inputs.Open(FingerprintPart.Items);
        var head = inputs.Head(Edition.Words.PageNotFound, "/404.html") with { Indexed = false };
        return new NotFoundPage(inputs.Site, head, head.Title, inputs.Years());
    }
}
