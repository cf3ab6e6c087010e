namespace StaticNews.Benchmarks.Pages;

/// <summary>A related article in the sample page.</summary>
public sealed record RelatedLine(string Title, string Url, DateTimeOffset Date);
