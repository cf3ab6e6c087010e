using StaticNews.Archive;
using StaticNews.Archive.Routes;
using StaticNews.Pages.Models;

namespace StaticNews.Pages.Jobs;

/// <summary>The front page.</summary>
internal sealed class FrontJob(SitePlan plan) : HtmlPageJob(PageKind.Front, "index.html")
{
    private const int TopStories = 5;
    private const int LatestStories = 8;
    private const int StoriesPerSection = 3;

    private readonly FrontPageSelection _selection = FrontPageSelection.Of(
        plan.Catalog,
        TopStories,
        LatestStories,
        StoriesPerSection
    );

    public override Edition Edition => plan.Edition;

    public override ChangeReason Subject => ChangeReason.FrontPage;

    public override FrontPage Model(PageInputs inputs)
    {
        inputs.Open(FingerprintPart.Source);
        var text = inputs.ProfileText(plan.Catalog.FrontPage);
        var parameters = inputs.Params(plan.Catalog.FrontPage);
        inputs.Open(FingerprintPart.Items);
        return new FrontPage
        {
            Site = inputs.Site,
            Page = inputs.Head(plan.Config.Title, SiteUrls.FrontPage) with
            {
                Description = plan.PageHeads.Site.Description,
                OtherEdition = plan.PageHeads.LiteHref(SiteUrls.FrontPage),
                Params = parameters,
            },
            Text = text,
            Top = inputs.Cards("top", _selection.Top),
            Latest = inputs.Cards("latest", _selection.Latest),
            Sections = [.. _selection.Sections.Select(block => Block(inputs, block))],
            Trending =
            [
                .. _selection.TrendingTags.Select(tag => inputs.Tag("trending", plan.Catalog.Tags[tag].Name, tag)),
            ],
            Years = inputs.Years(),
        };
    }

    private static SectionModel Block(PageInputs inputs, SectionBlock block)
    {
        var section = inputs.Section(block.Section)!;
        return new SectionModel(section.Title, section.Href!, inputs.Cards("story", block.Articles));
    }
}
