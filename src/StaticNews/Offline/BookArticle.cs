using StaticNews.Articles;

namespace StaticNews.Offline;

/// <summary>An article as a book shows it; alive while its file is written.</summary>
internal sealed record BookArticle
{
    public required string Title { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>Its page's site URL.</summary>
    public required string Url { get; init; }

    /// <summary>Null for none.</summary>
    public required string? Kicker { get; init; }

    /// <summary>Null for none.</summary>
    public required string? Standfirst { get; init; }

    /// <summary>Names with their roles, desk and agencies, as they are shown.</summary>
    public required IReadOnlyList<string> Byline { get; init; }

    /// <summary>Null for none.</summary>
    public required string? Dateline { get; init; }

    /// <summary>In words.</summary>
    public required string Date { get; init; }

    /// <summary>In words; null where it was not changed.</summary>
    public required string? Updated { get; init; }

    /// <summary>The main picture; null for none.</summary>
    public required ArticleImage? Image { get; init; }

    /// <summary>The main picture's URL, from the site's root; null for none, and for one that lies elsewhere.</summary>
    public required string? ImageUrl { get; init; }

    /// <summary>HTML with links from the site's root, without anything that runs.</summary>
    public required string Body { get; init; }

    /// <summary>Each with its date in words before it, where that is known.</summary>
    public required IReadOnlyList<string> Corrections { get; init; }
}
