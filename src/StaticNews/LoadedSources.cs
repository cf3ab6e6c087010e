using StaticNews.Archive;
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
    /// <summary>Articles and other texts that no page shows, by path, ordinal.</summary>
    public required IReadOnlyList<UnpublishedSource> Unpublished { get; init; }

    /// <summary>Drawings that may not be published; none of them is among <see cref="Assets"/>.</summary>
    public required IReadOnlySet<string> Refused { get; init; }

    /// <summary>How many bytes those drawings have that are published without a part of theirs.</summary>
    public required IReadOnlyDictionary<string, long> CleanedBytes { get; init; }
}
