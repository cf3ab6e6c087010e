using StaticNews.Text;

namespace StaticNews.Configuration;

/// <param name="Url">From the site's root (<c>/about.html</c>) or absolute.</param>
/// <param name="At">Where site.yml has the URL; null where something else gives it.</param>
internal sealed record FooterLink(string Title, string Url, SourceLocation? At = null);
