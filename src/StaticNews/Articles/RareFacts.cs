namespace StaticNews.Articles;

/// <summary>What few articles have of a summary: together, so that the others carry one null for all of it.</summary>
internal sealed record RareFacts
{
    public static RareFacts None { get; } = new();

    public ArticleDate? Updated { get; init; }

    public ArticleDate? Expires { get; init; }

    public ArticleAccess Access { get; init; }

    public ArticleDate? PublishedFrom { get; init; }

    public ArticleDate? RemovedFrom { get; init; }

    public string? Id { get; init; }

    public int Priority { get; init; }

    public string? Direction { get; init; }

    public string? TranslationKey { get; init; }

    public string? Series { get; init; }

    public string? Event { get; init; }

    public int LitePages { get; init; } = 1;

    public LinkReference? Url { get; init; }

    public IReadOnlyList<LinkReference> Related { get; init; } = [];

    public IReadOnlyList<LinkReference> Aliases { get; init; } = [];
}
