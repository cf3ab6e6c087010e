using StaticNews.Templates;

namespace StaticNews.Pages.Models;

/// <summary>Model of <c>page.sbn-html</c>: the files of <c>_pages/</c>.</summary>
/// <param name="Text">The page's text; null where the file says nothing.</param>
/// <param name="Params">The open part of its front matter; <see cref="PageModel.Params"/> too.</param>
internal sealed record TextPage(SiteModel Site, PageModel Page, string Heading, HtmlText? Text, IReadOnlyDictionary<string, object?> Params);
