namespace StaticNews.Pages.Models;

/// <summary>Model of <c>section.sbn-html</c>, <c>tag.sbn-html</c>, <c>author.sbn-html</c>, <c>series.sbn-html</c> and <c>event.sbn-html</c>.</summary>
internal sealed record ListPage(SiteModel Site, PageModel Page, ListModel List);
