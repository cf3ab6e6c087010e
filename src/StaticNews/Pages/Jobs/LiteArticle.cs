using StaticNews.Archive;
using StaticNews.Articles;
using StaticNews.Articles.Prose;

namespace StaticNews.Pages.Jobs;

/// <summary>An article of the text edition, as its pages share it: it is read, rendered and cut once, by the worker that comes first.</summary>
internal sealed class LiteArticle(SitePlan plan, int article)
{
    private readonly Lock _gate = new();
    private (Article Whole, string[] Parts)? _read;

    /// <summary>The article, and its text in as many parts as it has pages; null where its source is no longer the one that was read.</summary>
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
            if (link.Url is { } url && catalog.UrlMap.ArticleWithUrl(url) is var target and >= 0 && !catalog.Articles[target].IsWithdrawn)
            {
                links.Add(Href(url), Href(SiteUrls.LiteOf(url)), catalog.Articles[target].LitePages > 1);
            }
        }

        return links;
    }

    private string Href(string url) => plan.Config.BaseUrl.Href(url);
}
