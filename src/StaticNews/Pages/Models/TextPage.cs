using StaticNews.Templates;

namespace StaticNews.Pages.Models;

/// <summary>Model of <c>page.sbn-html</c> (the files of <c>_pages/</c>) and <c>not-found.sbn-html</c>.</summary>
/// <param name="Text">The page's text; null where there is none, as on the 404 page.</param>
internal sealed record TextPage(SiteModel Site, PageModel Page, string Heading, HtmlText? Text);
