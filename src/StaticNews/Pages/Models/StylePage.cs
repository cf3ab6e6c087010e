namespace StaticNews.Pages.Models;

/// <summary>Model of <c>style.css</c>, which is written once for all pages and so knows of none.</summary>
internal sealed record StylePage(SiteModel Site);
