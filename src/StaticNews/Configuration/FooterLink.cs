namespace StaticNews.Configuration;

/// <param name="Url">From the site's root (<c>/about.html</c>) or absolute.</param>
internal sealed record FooterLink(string Title, string Url);
