using StaticNews.Content;

namespace StaticNews.Compact;

/// <summary>
/// The topics of every article in two flat arrays: 4 bytes a mention and 4 an article, where an array an article would
/// cost 32 bytes each, a million times.
/// </summary>
/// <param name="starts">Where each article's topics begin; one more entry than there are articles.</param>
/// <param name="topics">Indexes of topics.</param>
internal sealed class ArticleTopics(int[] starts, int[] topics)
{
    /// <summary>The topics of one article, in the order in which it names them.</summary>
    public ReadOnlySpan<int> this[int article] => topics.AsSpan(starts[article], starts[article + 1] - starts[article]);
}

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

    public LinkReference? Url { get; init; }

    public IReadOnlyList<LinkReference> Related { get; init; } = [];

    public IReadOnlyList<LinkReference> Aliases { get; init; } = [];
}
