namespace StaticNews.Benchmarks.Pages;

/// <summary>The site in the sample page.</summary>
public sealed record SiteLine(
    string Title,
    string Lang,
    string Url,
    int Year,
    IReadOnlyList<LinkLine> Sections,
    IReadOnlyList<LinkLine> Footer
);
