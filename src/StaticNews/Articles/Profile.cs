using StaticNews.Text;

namespace StaticNews.Articles;

/// <summary>A text that is not an article: <c>_index.md</c> of a section, a page, an author, a tag.</summary>
/// <param name="Path">Below content/: <c>_authors/edith-lang.md</c>.</param>
/// <param name="Kind">Which of these it is.</param>
/// <param name="Key">What it is about: the section's id path, the page's path without .md, the author's handle, the tag's slug.</param>
/// <param name="Title">Null where the file gives none: the key's own words stand.</param>
/// <param name="Description">One or two sentences as plain text, or null.</param>
/// <param name="Synonyms">Other names of the tag or author.</param>
/// <param name="Language">BCP 47, or null for the site's.</param>
/// <param name="Url">An author's own page elsewhere, or null.</param>
/// <param name="Image">A portrait or picture, or null.</param>
/// <param name="Aliases">Old URLs that must lead to its page.</param>
/// <param name="Source">The whole file.</param>
/// <param name="Body">Its Markdown, a span of <paramref name="Source"/>.</param>
/// <param name="Content">Of the file's bytes.</param>
/// <param name="Links">As in <see cref="ArticleSummary.Links"/>.</param>
internal sealed record Profile(
    string Path,
    ProfileKind Kind,
    string Key,
    string? Title,
    string? Description,
    IReadOnlyList<string> Synonyms,
    string? Language,
    string? Url,
    ArticleImage? Image,
    IReadOnlyList<LinkReference> Aliases,
    SourceText Source,
    TextSpan Body,
    ContentHash Content,
    IReadOnlyList<LinkReference> Links)
{
    /// <summary>The open part, for templates; as in <see cref="Article.Params"/>.</summary>
    public IReadOnlyDictionary<string, object?> Params { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>As in <see cref="ArticleSummary.Access"/>.</summary>
    public ArticleAccess Access { get; init; }

    /// <summary>Not public before this instant; null: no such limit.</summary>
    public ArticleDate? PublishedFrom { get; init; }

    /// <summary>Not public from this instant on; null: no such limit.</summary>
    public ArticleDate? RemovedFrom { get; init; }

    /// <summary>Whether its dates let it be shown.</summary>
    /// <param name="includeFuture">Whether what is not yet due is shown all the same.</param>
    public bool IsPublic(DateTimeOffset now, bool includeFuture) =>
        (includeFuture || !(PublishedFrom?.UtcTicks > now.UtcTicks)) && !(RemovedFrom?.UtcTicks <= now.UtcTicks);

    /// <summary>False keeps a section out of the navigation.</summary>
    public bool IsInNavigation { get; init; } = true;
}
