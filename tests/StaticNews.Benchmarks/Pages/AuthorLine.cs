namespace StaticNews.Benchmarks.Pages;

/// <summary>An author in the sample page.</summary>
public sealed record AuthorLine(string Name, string Url);
