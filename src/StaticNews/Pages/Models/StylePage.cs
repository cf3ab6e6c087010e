namespace StaticNews.Pages.Models;

/// <summary>Model of <c>style.css</c>, which is written once for all pages of a kind, and again for the rich ones among them, and so knows of no page.</summary>
/// <param name="Kind">Of the pages, as <see cref="PageModel.Kind"/>: what only some kinds show need not weigh on the others.</param>
/// <param name="Rich">Whether their texts hold more than words; see <see cref="PageLook"/>.</param>
/// <param name="Scripts">The selector of all that is in a language whose script has rules of its own: <c>:lang(ar),:lang(bn),…</c></param>
internal sealed record StylePage(SiteModel Site, string Kind, bool Rich, string Scripts);
