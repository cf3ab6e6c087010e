using StaticNews.Archive;
using StaticNews.Archive.Routes;
using StaticNews.Content;
using StaticNews.Pages;
using StaticNews.Pages.Jobs;
using StaticNews.Pages.Models;

namespace StaticNews.TextEdition;

/// <summary>
/// The page of an article in the text edition. It stands in the plan directly behind the full page, whose article and
/// body the worker still holds, and shows nothing of other articles, so that it changes with its own source alone.
/// </summary>
/// <param name="page">The full page.</param>
internal sealed class LiteArticleJob(SitePlan plan, int article, ArticleJob page)
    : HtmlPageJob(PageKind.LiteArticle, OutputFile.Of(SiteUrls.LiteOf(plan.Catalog.Urls[article])))
{
    private readonly Catalog _catalog = plan.Catalog;

    public override ChangeReason Subject => ChangeReason.TextEdition;

    public override string? Owner => page.Owner;

    public override Edition Edition => page.Edition;

    private ArticleSummary Summary => _catalog.Articles[article];

    public override LiteArticlePage? Model(PageInputs inputs)
    {
        inputs.Open(FingerprintPart.Placement);
        var head = Head(inputs);
        var byline = new ArticleByline(plan, article, Edition, inputs);
        inputs.Open(FingerprintPart.Source);
        var links = Links(inputs);
        if (inputs.Article(article) is not { } content)
        {
            return null;
        }

        var whole = content.Article;
        var text = LiteText.Of(content.Body.Lead + content.Body.Rest, plan.Cards.Href(article), links);
        var model = new LiteArticleModel
        {
            Title = Summary.Title,
            Kicker = Edition.KickerOf(Summary),
            Summary = whole.Standfirst,
            Date = Edition.Dates.Model(Summary.Date),
            Updated = Edition.Dates.Model(Summary.Updated),
            Dateline = whole.Dateline,
            Location = Summary.Location,
            Authors = byline.Authors,
            Agencies = whole.Agencies,
            Text = PageObserver.Examined(text),
            Corrections = byline.Corrections(whole),
            Notice = byline.Notice(whole),
            Provenance = byline.Provenance(whole),
        };
        return new LiteArticlePage(
            inputs.Site,
            head with
            {
                Title = Summary.Title,
                Description = Summary.Lede.Length > 0 ? Summary.Lede : null,
                Language = Summary.Language,
                Direction = ArticleCards.DirectionOf(Summary),
                Params = whole.Params,
            },
            model
        );
    }

    /// <summary>What the head shows besides the article's own text.</summary>
    private PageModel Head(PageInputs inputs)
    {
        var section = _catalog.SectionOf[article];
        var url = _catalog.Urls[article];
        return inputs.Head("", url) with
        {
            Indexed = inputs.Flag("indexed", _catalog.IsIndexed(article)),
            Section = inputs.TopSection(section),
            Breadcrumb = inputs.LiteTrail(section),
            OtherEdition = Href(url),
        };
    }

    /// <summary>
    /// The links to articles that have a page in this edition. A withdrawn article has none, so that a link to it leads
    /// to its full page.
    /// </summary>
    private LiteLinks Links(PageInputs inputs)
    {
        var links = new LiteLinks(Href(_catalog.Urls[article]));
        foreach (var link in Summary.Links)
        {
            if (
                _catalog.Resolver.Find(link.Target) is { } url
                && _catalog.Resolver.ArticleWithUrl(url) is var target and >= 0
                && inputs.Flag("in the text edition", !_catalog.Articles[target].IsWithdrawn)
                && !inputs.IsHashing
            )
            {
                links.Add(Href(url), Href(SiteUrls.LiteOf(url)));
            }
        }

        return links;
    }

    private string Href(string url) => plan.Config.BaseUrl.Href(url);
}

/// <summary>The front page of the text edition.</summary>
internal sealed class LiteFrontJob(SitePlan plan) : HtmlPageJob(PageKind.LiteFront, OutputFile.Of(SiteUrls.Lite))
{
    private const int TopStories = 5;
    private const int LatestStories = 15;

    private readonly FrontPageSelection _selection = FrontPageSelection.Of(plan.Catalog, TopStories, LatestStories, 0);

    public override Edition Edition => plan.Edition;

    public override ChangeReason Subject => ChangeReason.TextEdition;

    public override LiteFrontPage Model(PageInputs inputs)
    {
        inputs.Open(FingerprintPart.Items);
        return new LiteFrontPage(
            inputs.Site,
            inputs.Head(plan.PageHeads.Site.Title, SiteUrls.FrontPage) with
            {
                Description = plan.PageHeads.Site.Description,
                Breadcrumb = [],
                OtherEdition = plan.PageHeads.Site.Home,
            },
            inputs.LiteCards("top", _selection.Top),
            inputs.LiteCards("latest", _selection.Latest)
        );
    }
}

/// <summary>
/// A section in the text edition: its newest articles. Older ones are listed by the full edition, whose closed pages
/// need no second set.
/// </summary>
internal sealed class LiteSectionJob(SitePlan plan, ListSubject subject)
    : HtmlPageJob(PageKind.LiteSection, OutputFile.Of(SiteUrls.LiteOf(subject.Url)))
{
    /// <summary>Some 4 kB as Brotli sends it.</summary>
    private const int NewestStories = 24;

    public override ChangeReason Subject => ChangeReason.TextEdition;

    private ReadOnlySpan<int> Articles => subject.Articles.AsSpan(0, Math.Min(NewestStories, subject.Articles.Length));

    public override Edition Edition => plan.Editions.OfSection(subject.Section);

    private string? Older => subject.Articles.Length > NewestStories ? plan.Config.BaseUrl.Href(subject.Url) : null;

    public override ListPage Model(PageInputs inputs)
    {
        inputs.Open(FingerprintPart.Placement);
        var parameters = inputs.Params(subject.Profile);
        var head = inputs.Head(subject.Heading, subject.Url) with
        {
            Description = inputs.Text("description", subject.Description),
            Section = inputs.TopSection(subject.Section),
            Breadcrumb = inputs.LiteTrail(plan.Catalog.Sections[subject.Section].Parent),
            OtherEdition = plan.Config.BaseUrl.Href(subject.Url),
            Params = parameters,
        };
        var sections = inputs.Links("section", subject.Children);
        inputs.Open(FingerprintPart.Neighbours);
        var older = inputs.Text("older", Older);
        inputs.Open(FingerprintPart.Items);
        return new ListPage(
            inputs.Site,
            head,
            new ListModel
            {
                Heading = subject.Heading,
                Description = head.Description,
                Text = null,
                Image = null,
                Sections = sections,
                Articles = inputs.LiteCards("article", Articles),
                Number = null,
                Older = older,
                Newer = null,
                Book = null,
                Params = parameters,
            }
        );
    }
}
