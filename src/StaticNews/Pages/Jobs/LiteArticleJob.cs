using StaticNews.Archive;
using StaticNews.Articles;
using StaticNews.Pages.Models;
using HtmlText = StaticNews.Templates.HtmlText;

namespace StaticNews.Pages.Jobs;

/// <summary>
/// An article's page in the text edition, or one of its pages where it is long. It stands in the plan right behind the full page, whose article and body the worker still
/// holds, and shows nothing of other articles, so that it changes with its own source alone.
/// </summary>
/// <param name="number">Among the article's pages, from 1.</param>
/// <param name="page">The full page, which knows the parts that both show.</param>
/// <param name="lite">Shared by all pages of the article.</param>
internal sealed class LiteArticleJob(SitePlan plan, int article, int number, ArticleJob page, LiteArticle lite) : PageJob(OutputFile.Of(SiteUrls.LitePage(plan.Catalog.Urls[article], number)))
{
    /// <summary>How many pages to either side are linked by number.</summary>
    private const int PagesBeside = 3;

    private readonly Catalog _catalog = plan.Catalog;

    public override ChangeReason Subject => ChangeReason.TextEdition;

    public override string? Owner => page.Owner;

    public override PageKind? Kind => PageKind.LiteArticle;

    private ArticleSummary Summary => _catalog.Articles[article];

    public override void Describe(IKeySink key)
    {
        plan.DescribeFrame(key, PageKind.LiteArticle, page.Edition);
        key.Open(KeyPart.Source);
        key.Add("source", Summary.Content);
        key.Add("updated", Summary.Updated?.UtcTicks ?? 0);
        key.Add("reading", plan.ReadingHash);
        plan.DescribeLinks(key, Summary.Links);
        DescribeTargets(key);
        key.Open(KeyPart.Placement);
        page.DescribePlacement(key);
    }

    public override bool Render(PageWorker worker)
    {
        if (lite.Read(worker) is not var (whole, parts))
        {
            return false;
        }

        return worker.Render(PageKind.LiteArticle, new LiteArticlePage(plan.Heads.SiteOn(PageKind.LiteArticle), Head(whole), Model(whole, new HtmlText(parts[number - 1]))));
    }

    private int Pages => Summary.LitePages;

    private bool IsFirst => number == 1;

    private bool IsLast => number == Pages;

    private string TitleOf(int other) => other == 1 ? Summary.Title : page.Edition.NumberedPage(Summary.Title, other);

    private LiteArticleModel Model(Article whole, HtmlText text) => new()
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

    private LinkModel[] PageLinks() => Pages == 1
        ? []
        : [.. Enumerable.Range(1, Pages).Where(IsLinked).Select(other => new LinkModel(page.Edition.Numbers.Plain(other), other == number ? null : lite.HrefOf(other)))];

    private bool IsLinked(int other) => Pages <= (2 * PagesBeside) + 3 || other == 1 || other == Pages || Math.Abs(other - number) <= PagesBeside;

    private PageModel Head(Article whole)
    {
        var url = _catalog.Urls[article];
        return plan.Heads.Page(PageKind.LiteArticle, TitleOf(number), url, page.Edition) with
        {
            Description = IsFirst && Summary.Lede.Length > 0 ? Summary.Lede : null,
            Language = Summary.Language,
            Direction = Cards.DirectionOf(Summary),
            Indexed = page.IsIndexed,
            Section = plan.Heads.TopOf(_catalog.SectionOf[article]),
            Breadcrumb = plan.Heads.LiteTrail(_catalog.SectionOf[article]),
            OtherEdition = plan.Config.BaseUrl.Href(url),
            Params = whole.Params,
        };
    }

    /// <summary>A place in an article of several pages is linked on its full page, and so is a withdrawn article.</summary>
    private void DescribeTargets(IKeySink key)
    {
        foreach (var link in Summary.Links)
        {
            if (_catalog.UrlMap.Find(link.Target) is not { } url || _catalog.UrlMap.ArticleWithUrl(url) is not (var target and >= 0))
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
