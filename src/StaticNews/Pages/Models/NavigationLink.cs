namespace StaticNews.Pages.Models;

/// <summary>A top-level section in the navigation.</summary>
/// <param name="Id">To compare with <see cref="PageModel.Section"/>.</param>
/// <param name="Language">BCP 47 of the section.</param>
/// <param name="Direction"><c>ltr</c> or <c>rtl</c>.</param>
internal sealed record NavigationLink(string Id, string Title, string Href, string Language, string Direction);
