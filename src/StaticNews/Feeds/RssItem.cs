using StaticNews.Articles;

namespace StaticNews.Feeds;

/// <summary>One article in a feed. All URLs are absolute.</summary>
internal sealed record RssItem
{
    public required string Title { get; init; }

    public required string Link { get; init; }

    public required RssGuid Guid { get; init; }

    public required ArticleDate Published { get; init; }

    /// <summary>Null where the article was not changed since. RSS shows it only in the channel's <c>lastBuildDate</c>.</summary>
    public ArticleDate? Updated { get; init; }

    /// <summary>The lede as plain text; empty for none.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>The whole article as HTML whose links are absolute; null for a feed of summaries.</summary>
    public string? ContentHtml { get; init; }

    /// <summary>Names of its authors, in order.</summary>
    public IReadOnlyList<string> Creators { get; init; } = [];

    /// <summary>Section and tags, as a reader sees them.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public RssEnclosure? Enclosure { get; init; }
}
