namespace StaticNews.Articles;

/// <summary>Who may see an article, as its front matter says. Later members are stricter.</summary>
internal enum Visibility : byte
{
    Public,

    /// <summary>Has a page, which no list, feed or sitemap names.</summary>
    Unlisted,

    /// <summary>A draft, a private or a deleted article: there is no page, except in a preview with <c>--drafts</c>.</summary>
    Draft,

    /// <summary>A key that may mean "not public" cannot be obeyed: there is no page in any build until somebody decides.</summary>
    HeldBack,
}

/// <summary>What an article that has a page in this build is kept out of, whatever the date is.</summary>
[Flags]
internal enum ArticleAccess : byte
{
    Public = 0,

    /// <summary>In no list, feed or sitemap.</summary>
    Unlisted = 1,

    /// <summary>Search engines are asked to leave the page out.</summary>
    NoIndex = 2,

    /// <summary>A draft, shown because the build is a preview.</summary>
    Draft = 4,
}

/// <summary>What one key says of an article's visibility.</summary>
/// <param name="Key">As the front matter spells it.</param>
/// <param name="Value">As written; cut where it is long.</param>
internal sealed record VisibilityFinding(string Key, string Value, Visibility Visibility)
{
    /// <summary>Not public before this instant; null: no such limit.</summary>
    public ArticleDate? PublishedFrom { get; init; }

    /// <summary>Not public from this instant on; null: no such limit.</summary>
    public ArticleDate? RemovedFrom { get; init; }

    /// <summary>Search engines are asked to leave the page out.</summary>
    public bool IsNoIndex { get; init; }

    /// <summary>For an article that has a page.</summary>
    public ArticleAccess Access => (IsNoIndex ? ArticleAccess.NoIndex : ArticleAccess.Public) | Visibility switch
    {
        Visibility.Draft => ArticleAccess.Draft,
        Visibility.Unlisted => ArticleAccess.Unlisted,
        _ => ArticleAccess.Public,
    };

    /// <summary>Both together. Of two that are equally strict the first one names the reason.</summary>
    public VisibilityFinding And(VisibilityFinding other) => (other.Visibility > Visibility ? other : this) with
    {
        PublishedFrom = Later(PublishedFrom, other.PublishedFrom),
        RemovedFrom = Earlier(RemovedFrom, other.RemovedFrom),
        IsNoIndex = IsNoIndex || other.IsNoIndex,
    };

    private static ArticleDate? Later(ArticleDate? left, ArticleDate? right) =>
        left is not { } one || (right is { } other && other.UtcTicks > one.UtcTicks) ? right : left;

    private static ArticleDate? Earlier(ArticleDate? left, ArticleDate? right) =>
        left is not { } one || (right is { } other && other.UtcTicks < one.UtcTicks) ? right : left;
}
