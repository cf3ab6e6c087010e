using StaticNews.Archive;
using StaticNews.Archive.Routes;
using StaticNews.Content;
using StaticNews.Pages;
using StaticNews.Pages.Jobs;
using StaticNews.Pages.Models;
using StaticNews.Templates;

namespace StaticNews.TextEdition;

/// <summary>
/// An article's page in the text edition, or one of its pages where it is long. It stands in the plan right behind the
/// full page, whose article and body the worker still holds, and shows nothing of other articles, so that it changes
/// with its own source alone.
/// </summary>
/// <param name="number">Among the article's pages, from 1.</param>
/// <param name="page">The full page, which knows the parts that both show.</param>
/// <param name="lite">Shared by all pages of the article.</param>
internal sealed class LiteArticleJob(SitePlan plan, int article, int number, ArticleJob page, LiteArticle lite)
    : PageJob(OutputFile.Of(SiteUrls.LitePage(plan.Catalog.Urls[article], number)))
{
    /// <summary>How many pages to either side are linked by number.</summary>
    private const int PagesBeside = 3;

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
        DescribeTargets(key);
        key.Open(FingerprintPart.Placement);
        page.DescribePlacement(key);
    }

    public override bool Render(PageWorker worker)
    {
        if (lite.Read(worker) is not var (whole, parts))
        {
            return false;
        }

        return worker.Render(
            PageKind.LiteArticle,
            new LiteArticlePage(
                plan.Heads.SiteOn(PageKind.LiteArticle),
                Head(whole),
                Model(whole, new HtmlString(parts[number - 1]))
            )
        );
    }

    private int Pages => Summary.LitePages;

    private bool IsFirst => number == 1;

    private bool IsLast => number == Pages;

    private string TitleOf(int other) => other == 1 ? Summary.Title : page.Edition.NumberedPage(Summary.Title, other);

    private LiteArticleModel Model(Article whole, HtmlString text) =>
        new()
        {
            Title = TitleOf(number),
            Kicker = page.Edition.KickerOf(Summary),
            Summary = IsFirst ? whole.Standfirst : null,
            Date = page.Edition.Dates.Model(Summary.Date),
            Updated = IsFirst ? page.Edition.Dates.Model(Summary.Updated) : null,
            Dateline = IsFirst ? whole.Dateline : null,
            Authors = IsFirst ? page.Authors() : [],
            Agencies = IsLast ? whole.Agencies : [],
            Text = text,
            Corrections = IsLast ? page.Corrections(whole) : [],
            Notice = page.Notice(whole),
            Provenance = IsLast ? page.Provenance(whole) : null,
            Next = IsLast ? null : new LinkModel(TitleOf(number + 1), lite.HrefOf(number + 1)),
            Pages = PageLinks(),
        };

    private LinkModel[] PageLinks() =>
        Pages == 1
            ? []
            :
            [
                .. Enumerable
                    .Range(1, Pages)
                    .Where(IsLinked)
                    .Select(other => new LinkModel(
                        page.Edition.Numbers.Plain(other),
                        other == number ? null : lite.HrefOf(other)
                    )),
            ];

    private bool IsLinked(int other) =>
        Pages <= (2 * PagesBeside) + 3 || other == 1 || other == Pages || Math.Abs(other - number) <= PagesBeside;

    private PageModel Head(Article whole)
    {
        var url = _catalog.Urls[article];
        return plan.Heads.Page(PageKind.LiteArticle, TitleOf(number), url, page.Edition) with
        {
            Description = IsFirst && Summary.Lede.Length > 0 ? Summary.Lede : null,
            Language = Summary.Language,
            Direction = ArticleCards.DirectionOf(Summary),
            Indexed = page.IsIndexed,
            Section = plan.Heads.TopOf(_catalog.SectionOf[article]),
            Breadcrumb = plan.Heads.LiteTrail(_catalog.SectionOf[article]),
            OtherEdition = plan.Config.BaseUrl.Href(url),
            Params = whole.Params,
        };
    }

    /// <summary>
    /// A place in an article of several pages is linked on its full page, and so is a withdrawn article.
    /// </summary>
    private void DescribeTargets(IFingerprintSink key)
    {
        foreach (var link in Summary.Links)
        {
            if (
                _catalog.UrlMap.Find(link.Target) is not { } url
                || _catalog.UrlMap.ArticleWithUrl(url) is not (var target and >= 0)
            )
            {
                continue;
            }

            if (_catalog.Articles[target].IsWithdrawn)
            {
                key.Add("is withdrawn", link.Target);
            }
            else if (_catalog.Articles[target].LitePages > 1)
            {
                key.Add("has several pages", link.Target);
            }
        }
    }
}

/// <summary>
/// An article of the text edition, as its pages share it: it is read, rendered and cut once, by the worker that comes
/// first.
/// </summary>
internal sealed class LiteArticle(SitePlan plan, int article)
{
    private readonly Lock _gate = new();
    private (Article Whole, string[] Parts)? _read;

    /// <summary>
    /// The article, and its text in as many parts as it has pages; null where its source is no longer the one that was
    /// read.
    /// </summary>
    public (Article Whole, string[] Parts)? Read(PageWorker worker)
    {
        lock (_gate)
        {
            return _read ??= worker.Load(article) is { } whole ? (whole, Parts(worker.Body(whole, article))) : null;
        }
    }

    public string HrefOf(int number) => plan.Config.BaseUrl.Href(SiteUrls.LitePage(plan.Catalog.Urls[article], number));

    private string[] Parts(RenderedBody body)
    {
        var text = LiteText.Of(body.Lead + body.Rest, plan.Cards.Href(article), Links());
        return TextParts.Of(text, plan.Catalog.Articles[article].LitePages, part => HrefOf(part + 1));
    }

    private LiteLinks Links()
    {
        var catalog = plan.Catalog;
        var links = new LiteLinks(Href(catalog.Urls[article]));
        foreach (var link in catalog.ResolvedLinks(article))
        {
            if (
                link.Url is { } url
                && catalog.UrlMap.ArticleWithUrl(url) is var target and >= 0
                && !catalog.Articles[target].IsWithdrawn
            )
            {
                links.Add(Href(url), Href(SiteUrls.LiteOf(url)), catalog.Articles[target].LitePages > 1);
            }
        }

        return links;
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
                plan.Heads.SiteOn(PageKind.LiteFront),
                plan.Heads.Page(PageKind.LiteFront, plan.Config.Title, SiteUrls.FrontPage) with
                {
                    Description = plan.Config.Description,
                    Breadcrumb = [],
                    OtherEdition = plan.Heads.Site.Home,
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
            var crumb in plan.Heads.LiteTrail(plan.Catalog.Sections[subject.Section].Parent).Concat(subject.Children)
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
                plan.Heads.SiteOn(PageKind.LiteSection),
                plan.Heads.Page(PageKind.LiteSection, subject.Heading, subject.Url, Edition) with
                {
                    Description = subject.Description,
                    Section = plan.Heads.TopOf(subject.Section),
                    Breadcrumb = plan.Heads.LiteTrail(plan.Catalog.Sections[subject.Section].Parent),
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
