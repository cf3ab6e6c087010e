using StaticNews.Articles;
using StaticNews.Diagnostics;
using StaticNews.Pictures;

namespace StaticNews;

/// <param name="Assets">Files that are copied as they are, below content/.</param>
/// <param name="Pictures">Those of them that are pictures by their names, by path, ordinal.</param>
internal sealed record LoadedSources(
    IReadOnlyList<ArticleSummary> Articles,
    IReadOnlyList<Profile> Profiles,
    IReadOnlyList<string> Assets,
    IReadOnlyList<PictureFile> Pictures,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Drawings that may not be published; none of them is among <see cref="Assets"/>.</summary>
    public required IReadOnlySet<string> Refused { get; init; }

    /// <summary>Articles and other texts that no page shows, by path, ordinal.</summary>
    public required IReadOnlyList<UnshownSource> Unshown { get; init; }

    /// <summary>How many bytes those drawings have that are published without a part of theirs.</summary>
    public required IReadOnlyDictionary<string, long> CleanedBytes { get; init; }
}

/// <summary>A text that has no page, or, withdrawn, a page that does not show it (<see cref="SourceState.Article"/>).</summary>
/// <param name="Path">Below content/.</param>
/// <param name="References"><see cref="LoadedArticle.References"/>.</param>
internal sealed record UnshownSource(string Path, SourceState State, IReadOnlyList<LinkReference> References);
