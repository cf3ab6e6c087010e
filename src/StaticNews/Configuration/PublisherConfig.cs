namespace StaticNews.Configuration;

/// <param name="Logo">From the site's root (<c>/assets/logo.svg</c>) or absolute; null: the name in letters.</param>
/// <param name="Icon">For the tab in a browser, as <paramref name="Logo"/>; null: none.</param>
internal sealed record PublisherConfig(string Name, string? Logo, string? Icon);
