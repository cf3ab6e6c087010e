namespace StaticNews.Benchmarks.Pages;

/// <summary>A tag in the sample page.</summary>
public sealed record TagLine(string Title, string Slug);
