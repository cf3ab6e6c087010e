using StaticNews.Feeds;

namespace StaticNews.Pages.Jobs;

/// <summary>A page that only leads to another: an old URL, or the place of a list page that is not closed yet.</summary>
/// <param name="from">Its own URL.</param>
/// <param name="to">Where it leads: a URL of this site.</param>
/// <param name="name">What is there; null: the article of that URL, or the site.</param>
internal sealed class RedirectJob(SitePlan plan, string from, string to, string? name = null) : PageJob(OutputFile.Of(from))
{
    private readonly int _article = plan.Catalog.UrlMap.ArticleWithUrl(to);

    private string Title => name ?? (_article < 0 ? plan.Config.Title : plan.Catalog.Articles[_article].Title);

    private string Language => _article < 0 ? plan.Config.Language : plan.Catalog.Articles[_article].Language;

    public override PageKind? Kind => null;

    public override ChangeReason Subject => ChangeReason.Redirect;

    public override string? Owner => _article < 0 || plan.Catalog.PreviewOf(_article) is not null ? null : plan.Catalog.Articles[_article].Path;

    public override void Describe(IKeySink key)
    {
        plan.DescribeFrame(key);
        key.Open(KeyPart.Placement);
        key.Add("leads to", to);
        key.Add("title", Title);
        key.Add("language", Language);
    }

    public override bool Render(PageWorker worker)
    {
        worker.Write(AliasPage.Write(Title, plan.Config.BaseUrl.Href(to), plan.Config.BaseUrl.Absolute(to), Language));
        return true;
    }
}
