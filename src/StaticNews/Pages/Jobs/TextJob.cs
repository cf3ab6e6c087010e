using StaticNews.Archive;
using StaticNews.Articles;
using StaticNews.Pages.Models;

namespace StaticNews.Pages.Jobs;

/// <summary>A page of <c>_pages/</c>: About, Contact.</summary>
internal sealed class TextJob(SitePlan plan, Profile profile) : PageJob(OutputFile.Of(SiteUrls.Page(profile.Key)))
{
    public override PageKind? Kind => PageKind.Page;

    public override ChangeReason Subject => ChangeReason.StandingPage;

    /// <summary>A draft that only a preview shows has none, so that no error keeps its page.</summary>
    public override string? Owner => profile.Access.HasFlag(ArticleAccess.Draft) ? null : profile.Path;

    public override void Describe(IKeySink key)
    {
        plan.DescribeFrame(key, PageKind.Page);
        key.Open(KeyPart.Source);
        key.Add("source", profile.Content);
        plan.DescribeLinks(key, profile.Links);
        key.Open(KeyPart.Placement);
        key.Add("url", SiteUrls.Page(profile.Key));
        key.Add("access", (long)profile.Access);
    }

    public override bool Render(PageWorker worker)
    {
        var heading = profile.Title ?? profile.Key;
        var language = plan.Edition.Language.Inside(profile.Language, null);
        var head = plan.Heads.Page(PageKind.Page, heading, SiteUrls.Page(profile.Key)) with
        {
            Indexed = profile.Access == ArticleAccess.Public,
            Description = profile.Description,
            Language = language.Tag,
            Direction = language.Direction,
            Params = profile.Params,
        };
        var text = worker.Text(profile);
        return worker.Render(PageKind.Page, new TextPage(plan.Heads.SiteOn(PageKind.Page), head, heading, text, profile.Params));
    }
}
