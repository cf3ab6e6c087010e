namespace StaticNews.Configuration;

/// <param name="Logo">From the site's root (<c>/assets/logo.svg</c>) or absolute; null: the name in letters.</param>
internal sealed record PublisherConfig(string Name, string? Logo);
