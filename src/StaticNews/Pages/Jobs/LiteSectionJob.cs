using StaticNews.Archive;
using StaticNews.Pages.Models;

namespace StaticNews.Pages.Jobs;

/// <summary>A section in the text edition: its newest articles. Older ones are listed by the full edition, whose closed pages need no second set.</summary>
internal sealed class LiteSectionJob(SitePlan plan, ListSubject subject) : PageJob(OutputFile.Of(SiteUrls.LiteOf(subject.Url)))
{
    /// <summary>Some 4 kB as Brotli sends it.</summary>
    private const int NewestStories = 24;

    public override ChangeReason Subject => ChangeReason.TextEdition;

    public override PageKind? Kind => PageKind.LiteSection;

    private ReadOnlySpan<int> Articles => subject.Articles.AsSpan(0, Math.Min(NewestStories, subject.Articles.Length));

    private Edition Edition => plan.Editions.OfSection(subject.Section);

    private string? Older => subject.Articles.Length > NewestStories ? plan.Config.BaseUrl.Href(subject.Url) : null;

    public override void Describe(IKeySink key)
    {
        plan.DescribeFrame(key, PageKind.LiteSection, Edition);
        key.Open(KeyPart.Placement);
        key.Add("url", subject.Url);
        key.Add("heading", subject.Heading);
        key.Add("description", subject.Description);
        OpenPart.Describe(key, subject.Profile);
        foreach (var crumb in plan.Heads.LiteTrail(plan.Catalog.Sections[subject.Section].Parent).Concat(subject.Children))
        {
            key.Add("section", crumb.Title);
            key.Add("url", crumb.Href);
        }

        key.Open(KeyPart.Neighbours);
        key.Add("older", Older);
        key.Open(KeyPart.Items);
        plan.Cards.Describe(key, "article", Articles);
    }

    public override bool Render(PageWorker worker) => worker.Render(PageKind.LiteSection, new ListPage(
        plan.Heads.SiteOn(PageKind.LiteSection),
        plan.Heads.Page(PageKind.LiteSection, subject.Heading, subject.Url, Edition) with
        {
            Description = subject.Description,
            Section = plan.Heads.TopOf(subject.Section),
            Breadcrumb = plan.Heads.LiteTrail(plan.Catalog.Sections[subject.Section].Parent),
            OtherEdition = plan.Config.BaseUrl.Href(subject.Url),
            Params = OpenPart.Of(subject.Profile),
        },
        new ListModel
        {
            Heading = subject.Heading,
            Description = subject.Description,
            Text = null,
            Image = null,
            Sections = subject.Children,
            Articles = plan.Cards.Lite(Articles, Edition),
            Number = null,
            Older = Older,
            Newer = null,
            Book = null,
            Params = OpenPart.Of(subject.Profile),
        }));
}
