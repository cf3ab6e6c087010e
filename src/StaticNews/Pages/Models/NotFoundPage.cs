namespace StaticNews.Pages.Models;

/// <summary>Model of <c>not-found.sbn-html</c>. Nothing here changes when an article is added, but for a year's first.</summary>
/// <param name="Years">Years of the archive, newest first.</param>
internal sealed record NotFoundPage(SiteModel Site, PageModel Page, string Heading, IReadOnlyList<LinkModel> Years);
