using StaticNews.Archive;
using StaticNews.Content;
using StaticNews.Diagnostics;
using StaticNews.FileSystem;
using StaticNews.Output;

namespace StaticNews.Building;

/// <summary>The result of a build.</summary>
internal sealed record BuildReport
{
    /// <summary>
    /// False: the build was refused before it began, and only the parts in <see cref="Diagnostics"/> were checked.
    /// </summary>
    public bool IsBuilt { get; init; }

    /// <summary>Articles that have a page.</summary>
    public int Articles { get; init; }

    /// <summary>What became of the article files.</summary>
    public SourceCounts Sources { get; init; } = new();

    /// <summary>
    /// Files below content/ that are not published, because only unpublished texts use them; ordinal.
    /// </summary>
    public IReadOnlyList<string> UnpublishedFiles { get; init; } = [];

    /// <summary>Files that the site consists of.</summary>
    public int Pages { get; init; }

    public int Rendered { get; init; }

    /// <summary>Pages with an unchanged fingerprint and file: neither rendered nor compared.</summary>
    public int Reused { get; init; }

    /// <summary>Files that are new or have new bytes.</summary>
    public int Written { get; init; }

    /// <summary>Rendered or copied files that had the same bytes already.</summary>
    public int Unchanged { get; init; }

    public int Removed { get; init; }

    /// <summary>
    /// Files in the output folder of unknown origin, ordinal; their treatment is
    /// <see cref="BuildOptions.Adoption"/>.
    /// </summary>
    public IReadOnlyList<string> UnknownFiles { get; init; } = [];

    /// <summary>
    /// What earlier builds published of sources that have errors now, and this one did not make: it stays.
    /// </summary>
    public IReadOnlyList<OwnedFile> KeptFiles { get; init; } = [];

    /// <summary>Whether <see cref="UnknownFiles"/> were removed.</summary>
    public bool HasRemovedUnknown { get; init; }

    /// <summary>As the build was asked.</summary>
    public Adoption Adoption { get; init; }

    /// <summary>Sources, below content/, that were not what earlier builds remember of them.</summary>
    public IReadOnlyList<string> StaleSources { get; init; } = [];

    /// <summary>In the order in which they are shown.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Lines that answer <see cref="BuildOptions.Explain"/>; empty when nothing was asked.</summary>
    public IReadOnlyList<string> Explanation { get; init; } = [];

    /// <summary>
    /// What was written and removed, by reason; empty unless <see cref="BuildOptions.ExplainChange"/>.
    /// </summary>
    public IReadOnlyList<ChangeGroup> Change { get; init; } = [];

    /// <summary>What pages weigh, by kind; null where site.yml has no budgets.</summary>
    public WeightReport? Weights { get; init; }

    /// <summary>The compressed copies that stand, by method; empty where site.yml asks for none.</summary>
    public IReadOnlyList<CompressedFiles> Compressed { get; init; } = [];

    public int Errors => Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error);

    public int Warnings => Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Warning);
}

/// <summary>What became of the article files of a build. The first six add up to <see cref="Files"/>.</summary>
internal sealed record SourceCounts
{
    /// <summary>Files below content/ that are articles by their place and name.</summary>
    public int Files { get; init; }

    /// <summary>Articles that have a page.</summary>
    public int Published { get; init; }

    /// <summary>Drafts and other articles that are marked as not public.</summary>
    public int Drafts { get; init; }

    /// <summary>Articles whose date has not come.</summary>
    public int Future { get; init; }

    /// <summary>Articles whose date of removal (<c>expiryDate</c>) has passed.</summary>
    public int Removed { get; init; }

    /// <summary>
    /// Articles that an error keeps out, those included that are held back because they may not be public.
    /// </summary>
    public int Failed { get; init; }

    /// <summary>
    /// Drafts among the texts that are not articles: pages, and texts about sections, tags and authors.
    /// </summary>
    public int OtherDrafts { get; init; }

    /// <summary>Those of <see cref="Published"/> that no list shows any more, because they have expired.</summary>
    public int Expired { get; init; }

    /// <summary>
    /// Those of <see cref="Published"/> that only a preview shows (<c>--drafts</c>, <c>--future</c>).
    /// </summary>
    public int Previewed { get; init; }

    /// <summary>When the first of <see cref="Future"/> becomes public, or null.</summary>
    public ArticleDate? NextDue { get; init; }

    public static SourceCounts Of(SourceTree sources, LoadedSources loaded, Catalog catalog, DateTimeOffset now)
    {
        var files = sources.Files.Count(file => file.Kind == SourceKind.Article);
        var allDrafts = loaded.Unpublished.Count(source => source.State == SourceState.Draft);
        var drafts = loaded.Unpublished.Count(source =>
            source.State == SourceState.Draft && ProfileReader.KindOf(source.Path) is null
        );
        var next = catalog.Future.Count == 0 ? null : catalog.Future.MinBy(ArticleTable.DueTicks);
        return new SourceCounts
        {
            Files = files,
            Published = catalog.Articles.Count,
            Drafts = drafts,
            Future = catalog.Future.Count,
            Removed = catalog.Removed.Count,
            Failed = files - catalog.Articles.Count - drafts - catalog.Future.Count - catalog.Removed.Count,
            Expired = catalog.Articles.Count(article => article.Expires is { } end && end.UtcTicks <= now.UtcTicks),
            Previewed = Enumerable
                .Range(0, catalog.Articles.Count)
                .Count(article => catalog.PreviewOf(article) is not null),
            OtherDrafts = allDrafts - drafts,
            NextDue = next is null ? null : ArticleTable.DueDate(next),
        };
    }
}
