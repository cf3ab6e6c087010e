namespace StaticNews.Articles;

/// <summary>An author as the article names them.</summary>
/// <param name="Name">A name, or the handle of a profile in <c>_authors/</c>.</param>
/// <param name="Url">The author's own page elsewhere, or null.</param>
/// <param name="Role">"Photographs", "Additional reporting", or null.</param>
internal sealed record Byline(string Name, string? Url = null, string? Role = null);
