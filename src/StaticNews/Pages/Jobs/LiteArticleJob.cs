using StaticNews.Archive;
using StaticNews.Articles;
using StaticNews.Pages.Models;
using StaticNews.Text;
using HtmlText = StaticNews.Templates.HtmlText;

namespace StaticNews.Pages.Jobs;

/// <summary>
/// An article's page in the text edition. It stands in the plan right behind the full page, whose article and body the worker still holds, and shows nothing of other
/// articles, so that it changes with its own source alone.
/// </summary>
/// <param name="page">The full page, which knows the parts that both show.</param>
internal sealed class LiteArticleJob(SitePlan plan, int article, ArticleJob page) : PageJob(OutputFile.Of(SiteUrls.LiteOf(plan.Catalog.Urls[article])))
{
    private readonly Catalog _catalog = plan.Catalog;

    public override ChangeReason Subject => ChangeReason.TextEdition;

    public override PageKind? Kind => PageKind.LiteArticle;

    private ArticleSummary Summary => _catalog.Articles[article];

    public override void Describe(IKeySink key)
    {
        plan.DescribeFrame(key, PageKind.LiteArticle, page.Edition);
        key.Open(KeyPart.Source);
        key.Add("source", Summary.Content);
        key.Add("reading", plan.ReadingHash);
        plan.DescribeLinks(key, Summary.Links);
        key.Open(KeyPart.Placement);
        page.DescribePlacement(key);
    }

    public override bool Render(PageWorker worker)
    {
        if (worker.Load(article) is not { } whole)
        {
            return false;
        }

        var body = worker.Body(whole, article);
        return worker.Render(PageKind.LiteArticle, new LiteArticlePage(plan.Heads.SiteOn(PageKind.LiteArticle), Head(), new LiteArticleModel
        {
            Title = Summary.Title,
            Kicker = page.Edition.KickerOf(Summary),
            Summary = whole.Standfirst,
            Date = page.Edition.Dates.Model(Summary.Date),
            Updated = page.Edition.Dates.Model(Summary.Updated),
            Dateline = whole.Dateline,
            Authors = page.Authors(),
            Agencies = whole.Agencies,
            Text = new HtmlText(LiteText.Of(body.Lead + body.Rest, plan.Cards.Href(article), Links())),
            Corrections = page.Corrections(whole),
            Notice = page.Notice(whole),
            Provenance = page.Provenance(whole),
        }));
    }

    private PageModel Head()
    {
        var url = _catalog.Urls[article];
        return plan.Heads.Page(PageKind.LiteArticle, Summary.Title, url, page.Edition) with
        {
            Description = Summary.Lede.Length == 0 ? null : Summary.Lede,
            Language = Summary.Language,
            Direction = WritingDirection.Of(Summary.Language),
            Section = plan.Heads.TopOf(_catalog.SectionOf[article]),
            Breadcrumb = plan.Heads.LiteTrail(_catalog.SectionOf[article]),
            OtherEdition = plan.Config.BaseUrl.Href(url),
        };
    }

    /// <summary>From the link of each article that the body names to its page in this edition.</summary>
    private Dictionary<string, string> Links()
    {
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var link in _catalog.ResolvedLinks(article))
        {
            if (link.Url is { } url && _catalog.UrlMap.ArticleWithUrl(url) >= 0)
            {
                links[Articles.Prose.HtmlText.EncodedUrl(plan.Config.BaseUrl.Href(url))] = Articles.Prose.HtmlText.EncodedUrl(plan.Config.BaseUrl.Href(SiteUrls.LiteOf(url)));
            }
        }

        return links;
    }
}
