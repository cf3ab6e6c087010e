namespace StaticNews.Pages.Models;

/// <summary>Model of <c>lite-article.sbn-html</c>.</summary>
internal sealed record LiteArticlePage(SiteModel Site, PageModel Page, LiteArticleModel Article);
