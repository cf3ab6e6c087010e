using StaticNews.Archive;
using StaticNews.Archive.Routes;
using StaticNews.Archive.Topics;
using StaticNews.Pages.Models;

namespace StaticNews.Pages.Jobs;

/// <summary>The front page.</summary>
internal sealed class FrontJob(SitePlan plan) : PageJob("index.html")
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

    public override PageKind? Kind => PageKind.Front;

    public override ChangeReason Subject => ChangeReason.FrontPage;

    public override void Describe(IFingerprintSink key)
    {
        plan.DescribeFrame(key, PageKind.Front);
        key.Open(FingerprintPart.Source);
        key.Add("text", plan.Catalog.FrontPage?.Content ?? default);
        if (plan.Catalog.FrontPage is { } profile)
        {
            plan.DescribeLinks(key, profile.Links);
        }

        key.Open(FingerprintPart.Items);
        plan.Cards.Describe(key, "top", _selection.Top);
        plan.Cards.Describe(key, "latest", _selection.Latest);
        foreach (var block in _selection.Sections)
        {
            key.Add("section", plan.Catalog.Sections[block.Section].Title);
            plan.Cards.Describe(key, "story", block.Articles);
        }

        foreach (var topic in _selection.TrendingTags)
        {
            key.Add("trending", plan.Catalog.Tags[topic].Name);
        }

        foreach (var year in plan.Catalog.Years)
        {
            key.Add("year", year.Year);
        }
    }

    public override bool Render(PageWorker worker)
    {
        var text = worker.Text(plan.Catalog.FrontPage);
        return worker.Render(
            PageKind.Front,
            new FrontPage
            {
                Site = plan.PageHeads.SiteOn(PageKind.Front),
                Page = plan.PageHeads.Page(PageKind.Front, plan.Config.Title, "/") with
                {
                    Description = plan.Config.Description,
                    OtherEdition = plan.PageHeads.LiteHref(SiteUrls.FrontPage),
                    Params = ParamsModel.Of(plan.Catalog.FrontPage),
                },
                Text = text,
                Top = plan.Cards.All(_selection.Top, plan.Edition),
                Sections = [.. _selection.Sections.Select(Block)],
                Latest = plan.Cards.All(_selection.Latest, plan.Edition),
                Trending = [.. _selection.TrendingTags.Select(tag => Link(plan.Catalog.Tags[tag]))],
                Years =
                [
                    .. plan.Catalog.Years.Select(year =>
                        CalendarEntries.Link(plan.Config.BaseUrl, plan.Edition.Dates, year.Year)
                    ),
                ],
            }
        );
    }

    private SectionModel Block(SectionBlock block) =>
        new(
            plan.Catalog.Sections[block.Section].Title,
            plan.Config.BaseUrl.Href(plan.Catalog.Sections[block.Section].Url),
            plan.Cards.All(block.Articles, plan.Edition)
        );

    private LinkModel Link(Topic tag) => new(tag.Name, plan.Config.BaseUrl.Href(tag.Url!));
}
