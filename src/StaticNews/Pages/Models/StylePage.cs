namespace StaticNews.Pages.Models;

/// <summary>Model of <c>style.css</c>, which is written once for all pages of a kind, and again for the rich ones among them, and so knows of no page.</summary>
/// <param name="Kind">Of the pages, as <see cref="PageModel.Kind"/>: what only some kinds show need not weigh on the others.</param>
/// <param name="Rich">Whether their texts hold more than words; see <see cref="PageLook"/>.</param>
/// <param name="Languages">Whose scripts have rules of their own: <c>ar</c>, <c>bn</c>, …</param>
internal sealed record StylePage(SiteModel Site, string Kind, bool Rich, IReadOnlyList<string> Languages);
