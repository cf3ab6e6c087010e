namespace StaticNews.Pages.Models;

/// <summary>Model of <c>lite-front.sbn-html</c>.</summary>
/// <param name="Top">The lead story first.</param>
/// <param name="Latest">The newest that are not among the top stories.</param>
internal sealed record LiteFrontPage(SiteModel Site, PageModel Page, IReadOnlyList<CardModel> Top, IReadOnlyList<CardModel> Latest);
