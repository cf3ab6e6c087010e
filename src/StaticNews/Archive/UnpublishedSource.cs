using StaticNews.Articles;

namespace StaticNews.Archive;

/// <summary>A text below content/ that no page shows, whatever the date is.</summary>
/// <param name="State">Why; <see cref="SourceState.Article"/> for a withdrawn article, whose page shows nothing of it.</param>
/// <param name="References"><see cref="LoadedArticle.References"/>.</param>
internal sealed record UnpublishedSource(string Path, SourceState State, IReadOnlyList<LinkReference> References)
{
    /// <summary>An article that was read and is held back all the same.</summary>
    public static UnpublishedSource HeldBack(ArticleSummary article) =>
        new(article.Path, SourceState.HeldBack, article.Image is { } image ? [.. article.Links, new LinkReference(image.Src, image.At)] : article.Links);
}

/// <summary>Why a source has no page.</summary>
internal enum UnpublishedReason
{
    /// <summary>It has errors, which are reported where they are.</summary>
    Errors,

    /// <summary>It is a draft, or held back in another way.</summary>
    Draft,

    /// <summary>Its date has not come.</summary>
    Future,

    /// <summary>Its date of removal has passed.</summary>
    Removed,
}
