namespace StaticNews.Pages.Models;

/// <summary>A link to a page of this site or elsewhere.</summary>
/// <param name="Href">Ready for <c>href</c>: with the base URL's path; null where the thing has a name but no page.</param>
internal sealed record LinkModel(string Title, string? Href);
