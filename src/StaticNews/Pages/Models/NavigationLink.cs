namespace StaticNews.Pages.Models;

/// <summary>A top-level section in the navigation.</summary>
/// <param name="Id">To compare with <see cref="PageModel.Section"/>.</param>
internal sealed record NavigationLink(string Id, string Title, string Href);
