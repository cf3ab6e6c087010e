using StaticNews.Archive;
using StaticNews.Archive.Routes;
using StaticNews.Content;
using StaticNews.Pages;
using StaticNews.Pages.Jobs;
using StaticNews.Pages.Models;
using StaticNews.Templates;

namespace StaticNews.TextEdition;

/// <summary>
/// The page of an article in the text edition. It stands in the plan directly behind the full page, whose article and
/// body the worker still holds, and shows nothing of other articles, so that it changes with its own source alone.
/// </summary>
/// <param name="page">The full page, which knows the parts that both show.</param>
internal sealed class LiteArticleJob(SitePlan plan, int article, ArticleJob page)
    : PageJob(OutputFile.Of(SiteUrls.LiteOf(plan.Catalog.Urls[article])))
{
    private readonly Catalog _catalog = plan.Catalog;

    public override ChangeReason Subject => ChangeReason.TextEdition;

    public override string? Owner => page.Owner;

    public override PageKind? Kind => PageKind.LiteArticle;

    private ArticleSummary Summary => _catalog.Articles[article];

    public override void Describe(IFingerprintSink key)
    {
        plan.DescribeFrame(key, PageKind.LiteArticle, page.Edition);
        key.Open(FingerprintPart.Source);
        key.Add("source", Summary.Content);
        key.Add("updated", Summary.Updated?.UtcTicks ?? 0);
        key.Add("reading", plan.ReadingHash);
        plan.DescribeLinks(key, Summary.Links);
        DescribeWithdrawnTargets(key);
        key.Open(FingerprintPart.Placement);
        page.DescribePlacement(key);
    }

    public override bool Render(PageWorker worker)
    {
        if (worker.Load(article) is not { } whole)
        {
            return false;
        }

        var body = worker.Body(whole, article);
        var text = LiteText.Of(body.Lead + body.Rest, plan.Cards.Href(article), Links());
        return worker.Render(
            PageKind.LiteArticle,
            new LiteArticlePage(
                plan.PageHeads.SiteOn(PageKind.LiteArticle),
                Head(whole),
                Model(whole, PageObserver.Examined(text))
            )
        );
    }

    private LiteArticleModel Model(Article whole, HtmlString text) =>
        new()
        {
            Title = Summary.Title,
            Kicker = page.Edition.KickerOf(Summary),
            Summary = whole.Standfirst,
            Date = page.Edition.Dates.Model(Summary.Date),
            Updated = page.Edition.Dates.Model(Summary.Updated),
            Dateline = whole.Dateline,
            Authors = page.Authors(),
            Agencies = whole.Agencies,
            Text = text,
            Corrections = page.Corrections(whole),
            Notice = page.Notice(whole),
            Provenance = page.Provenance(whole),
        };

    private PageModel Head(Article whole)
    {
        var url = _catalog.Urls[article];
        return plan.PageHeads.Page(PageKind.LiteArticle, Summary.Title, url, page.Edition) with
        {
            Description = Summary.Lede.Length > 0 ? Summary.Lede : null,
            Language = Summary.Language,
            Direction = ArticleCards.DirectionOf(Summary),
            Indexed = page.IsIndexed,
            Section = plan.PageHeads.TopOf(_catalog.SectionOf[article]),
            Breadcrumb = plan.PageHeads.LiteTrail(_catalog.SectionOf[article]),
            OtherEdition = Href(url),
            Params = whole.Params,
        };
    }

    private LiteLinks Links()
    {
        var links = new LiteLinks(Href(_catalog.Urls[article]));
        foreach (var link in _catalog.ResolvedLinks(article))
        {
            if (
                link.Url is { } url
                && _catalog.Resolver.ArticleWithUrl(url) is var target and >= 0
                && !_catalog.Articles[target].IsWithdrawn
            )
            {
                links.Add(Href(url), Href(SiteUrls.LiteOf(url)));
            }
        }

        return links;
    }

    /// <summary>A withdrawn article has no page in this edition, so that a link to it leads to its full page.</summary>
    private void DescribeWithdrawnTargets(IFingerprintSink key)
    {
        foreach (var link in Summary.Links)
        {
            if (
                _catalog.Resolver.Find(link.Target) is { } url
                && _catalog.Resolver.ArticleWithUrl(url) is var target and >= 0
                && _catalog.Articles[target].IsWithdrawn
            )
            {
                key.Add("is withdrawn", link.Target);
            }
        }
    }

    private string Href(string url) => plan.Config.BaseUrl.Href(url);
}

/// <summary>The front page of the text edition.</summary>
internal sealed class LiteFrontJob(SitePlan plan) : PageJob(OutputFile.Of(SiteUrls.Lite))
{
    private const int TopStories = 5;
    private const int LatestStories = 15;

    private readonly FrontPageSelection _selection = FrontPageSelection.Of(plan.Catalog, TopStories, LatestStories, 0);

    public override ChangeReason Subject => ChangeReason.TextEdition;

    public override PageKind? Kind => PageKind.LiteFront;

    public override void Describe(IFingerprintSink key)
    {
        plan.DescribeFrame(key, PageKind.LiteFront);
        key.Open(FingerprintPart.Items);
        plan.Cards.Describe(key, "top", _selection.Top);
        plan.Cards.Describe(key, "latest", _selection.Latest);
    }

    public override bool Render(PageWorker worker) =>
        worker.Render(
            PageKind.LiteFront,
            new LiteFrontPage(
                plan.PageHeads.SiteOn(PageKind.LiteFront),
                plan.PageHeads.Page(PageKind.LiteFront, plan.Config.Title, SiteUrls.FrontPage) with
                {
                    Description = plan.Config.Description,
                    Breadcrumb = [],
                    OtherEdition = plan.PageHeads.Site.Home,
                },
                plan.Cards.Lite(_selection.Top, plan.Edition),
                plan.Cards.Lite(_selection.Latest, plan.Edition)
            )
        );
}

/// <summary>
/// A section in the text edition: its newest articles. Older ones are listed by the full edition, whose closed pages
/// need no second set.
/// </summary>
internal sealed class LiteSectionJob(SitePlan plan, ListSubject subject)
    : PageJob(OutputFile.Of(SiteUrls.LiteOf(subject.Url)))
{
    /// <summary>Some 4 kB as Brotli sends it.</summary>
    private const int NewestStories = 24;

    public override ChangeReason Subject => ChangeReason.TextEdition;

    public override PageKind? Kind => PageKind.LiteSection;

    private ReadOnlySpan<int> Articles => subject.Articles.AsSpan(0, Math.Min(NewestStories, subject.Articles.Length));

    private Edition Edition => plan.Editions.OfSection(subject.Section);

    private string? Older => subject.Articles.Length > NewestStories ? plan.Config.BaseUrl.Href(subject.Url) : null;

    public override void Describe(IFingerprintSink key)
    {
        plan.DescribeFrame(key, PageKind.LiteSection, Edition);
        key.Open(FingerprintPart.Placement);
        key.Add("url", subject.Url);
        key.Add("heading", subject.Heading);
        key.Add("description", subject.Description);
        ParamsModel.Describe(key, subject.Profile);
        foreach (
            var crumb in plan
                .PageHeads.LiteTrail(plan.Catalog.Sections[subject.Section].Parent)
                .Concat(subject.Children)
        )
        {
            key.Add("section", crumb.Title);
            key.Add("url", crumb.Href);
        }

        key.Open(FingerprintPart.Neighbours);
        key.Add("older", Older);
        key.Open(FingerprintPart.Items);
        plan.Cards.Describe(key, "article", Articles);
    }

    public override bool Render(PageWorker worker) =>
        worker.Render(
            PageKind.LiteSection,
            new ListPage(
                plan.PageHeads.SiteOn(PageKind.LiteSection),
                plan.PageHeads.Page(PageKind.LiteSection, subject.Heading, subject.Url, Edition) with
                {
                    Description = subject.Description,
                    Section = plan.PageHeads.TopOf(subject.Section),
                    Breadcrumb = plan.PageHeads.LiteTrail(plan.Catalog.Sections[subject.Section].Parent),
                    OtherEdition = plan.Config.BaseUrl.Href(subject.Url),
                    Params = ParamsModel.Of(subject.Profile),
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
                    Params = ParamsModel.Of(subject.Profile),
                }
            )
        );
}
