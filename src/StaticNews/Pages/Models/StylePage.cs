namespace StaticNews.Pages.Models;

/// <summary>Model of <c>style.css</c>, which is written once for all pages of a kind, and again for the rich ones among them, and so knows of no page.</summary>
/// <param name="Kind">Of the pages, as <see cref="PageModel.Kind"/>: what only some kinds show need not weigh on the others.</param>
/// <param name="Rich">Whether their texts hold more than words; see <see cref="PageLook"/>.</param>
internal sealed record StylePage(SiteModel Site, string Kind, bool Rich);
