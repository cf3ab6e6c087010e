using StaticNews.Archive;
using StaticNews.Articles;
using StaticNews.Storage;

namespace StaticNews;

/// <summary>What became of the article files of a build. The first six add up to <see cref="Files"/>.</summary>
internal sealed record SourceCounts
{
    /// <summary>Files below content/ that are articles by their place and name.</summary>
    public int Files { get; init; }

    /// <summary>Articles that have a page.</summary>
    public int Published { get; init; }

    /// <summary>Drafts and other articles that say they are not public.</summary>
    public int Drafts { get; init; }

    /// <summary>Articles whose date has not come.</summary>
    public int Future { get; init; }

    /// <summary>Articles whose date of removal (<c>expiryDate</c>) has passed.</summary>
    public int Removed { get; init; }

    /// <summary>Articles that an error keeps out, those included that are held back because they may not be public.</summary>
    public int Failed { get; init; }

    /// <summary>Drafts among the texts that are not articles: pages, and texts about sections, tags and authors.</summary>
    public int OtherDrafts { get; init; }

    /// <summary>Those of <see cref="Published"/> that no list shows any more, because they have expired.</summary>
    public int Expired { get; init; }

    /// <summary>Those of <see cref="Published"/> that only a preview shows (<c>--drafts</c>, <c>--future</c>).</summary>
    public int Previewed { get; init; }

    /// <summary>When the first of <see cref="Future"/> becomes public, or null.</summary>
    public ArticleDate? NextDue { get; init; }

    public static SourceCounts Of(SourceTree sources, LoadedSources loaded, Catalog catalog, DateTimeOffset now)
    {
        var files = sources.Files.Count(file => file.Kind == SourceKind.Article);
        var allDrafts = loaded.Unpublished.Count(source => source.State == SourceState.Draft);
        var drafts = loaded.Unpublished.Count(source => source.State == SourceState.Draft && ProfileReader.KindOf(source.Path) is null);
        var next = catalog.Future.Count == 0 ? null : catalog.Future.MinBy(Timeline.DueTicks);
        return new SourceCounts
        {
            Files = files,
            Published = catalog.Articles.Count,
            Drafts = drafts,
            Future = catalog.Future.Count,
            Removed = catalog.Removed.Count,
            Failed = files - catalog.Articles.Count - drafts - catalog.Future.Count - catalog.Removed.Count,
            Expired = catalog.Articles.Count(article => article.Expires is { } end && end.UtcTicks <= now.UtcTicks),
            Previewed = Enumerable.Range(0, catalog.Articles.Count).Count(article => catalog.PreviewOf(article) is not null),
            OtherDrafts = allDrafts - drafts,
            NextDue = next is null ? null : Timeline.DueDate(next),
        };
    }
}
