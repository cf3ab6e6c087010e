namespace StaticNews.Pages.Models;

/// <summary>Model of <c>article.sbn-html</c>.</summary>
internal sealed record ArticlePage
{
    public required SiteModel Site { get; init; }

    public required PageModel Page { get; init; }

    public required ArticleModel Article { get; init; }

    /// <summary>The short list inside the body; empty where the body has no place for it.</summary>
    public required IReadOnlyList<CardModel> Inline { get; init; }

    /// <summary>The list at the article's end.</summary>
    public required IReadOnlyList<CardModel> Related { get; init; }

    /// <summary>The next older article of its section, or null.</summary>
    public required CardModel? Older { get; init; }

    /// <summary>The next newer article of its section, or null.</summary>
    public required CardModel? Newer { get; init; }

    /// <summary>What else the paper reported just before, as of the article's date.</summary>
    public required IReadOnlyList<CardModel> Around { get; init; }

    /// <summary>Topics of the weeks before, as of the article's date.</summary>
    public required IReadOnlyList<LinkModel> Trending { get; init; }
}
