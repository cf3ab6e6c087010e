namespace StaticNews.Benchmarks.Pages;

/// <summary>A link in the sample page; the last of a breadcrumb has no <paramref name="Url"/>.</summary>
public sealed record LinkLine(string Title, string? Url);
