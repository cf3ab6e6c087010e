using StaticNews.Articles;
using StaticNews.Diagnostics;

namespace StaticNews;

/// <param name="Assets">Files that are copied as they are, below content/.</param>
internal sealed record LoadedSources(
    IReadOnlyList<ArticleSummary> Articles,
    IReadOnlyList<Profile> Profiles,
    IReadOnlyList<string> Assets,
    IReadOnlyList<Diagnostic> Diagnostics);
