namespace StaticNews.Pages.Models;

/// <summary>Model of <c>tags.sbn-html</c> and <c>authors.sbn-html</c>: all names, A to Z.</summary>
internal sealed record IndexPage(SiteModel Site, PageModel Page, string Heading, IReadOnlyList<IndexGroup> Groups);
