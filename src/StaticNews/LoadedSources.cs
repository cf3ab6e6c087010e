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

    /// <summary>Without the articles of sections whose own text is held back.</summary>
    public LoadedSources WithoutHeldFolders()
    {
        var folders = Unpublished.Where(source => source.State == SourceState.HeldBack).Select(source => SectionFolder.Of(source.Path)).OfType<string>().ToList();
        if (folders.Count == 0)
        {
            return this;
        }

        var held = Articles.Where(article => folders.Exists(folder => article.Path.StartsWith(folder, StringComparison.Ordinal))).ToHashSet(ReferenceEqualityComparer.Instance);
        return this with
        {
            Articles = [.. Articles.Where(article => !held.Contains(article))],
            Unpublished = [.. Unpublished.Concat(held.Cast<ArticleSummary>().Select(UnpublishedSource.HeldBack)).OrderBy(source => source.Path, StringComparer.Ordinal)],
        };
    }

    /// <summary>How many bytes those drawings have that are published without a part of theirs.</summary>
    public required IReadOnlyDictionary<string, long> CleanedBytes { get; init; }
}
