namespace StaticNews.Pages.Models;

/// <summary>An author in a byline.</summary>
/// <param name="Href">The author's page, or null where there is none.</param>
/// <param name="Role">"Photographs", or null.</param>
/// <param name="After">What stands between this name and the next one; empty behind the last.</param>
internal sealed record AuthorModel(string Name, string? Href, string? Role, string After);
