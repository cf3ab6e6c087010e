using StaticNews.Text;

namespace StaticNews.Articles;

/// <summary>
/// The values of one article's front matter, filled from the defaults that match its path and then from itself: what is read later
/// replaces what was there. One article long.
/// </summary>
internal sealed class FrontMatter
{
    public string? Title { get; set; }

    /// <summary>Where the title stands, or the key that has none; null where there is no key.</summary>
    public SourceText? TitleSource { get; set; }

    public TextSpan TitleSpan { get; set; }

    public ArticleDate? Date { get; set; }

    /// <summary>A date stands there, though it may have been refused: then its absence is no news.</summary>
    public bool HasDate { get; set; }

    public ArticleDate? Updated { get; set; }

    public Correction[] Corrections { get; set; } = [];

    public string? Slug { get; set; }

    /// <summary>A slug was refused: the file's name must not stand in for it.</summary>
    public bool HasRefusedSlug { get; set; }

    /// <summary>A site URL that is used as it stands.</summary>
    public LinkReference? Url { get; set; }

    public LinkReference[] Aliases { get; set; } = [];

    public string? Section { get; set; }

    public string[] Tags { get; set; } = [];

    public Byline[] Authors { get; set; } = [];

    public string? Dateline { get; set; }

    public string? Desk { get; set; }

    public string[] Agencies { get; set; } = [];

    public string? Kicker { get; set; }

    public string? Summary { get; set; }

    public ArticleType Type { get; set; }

    public ArticleImage? Image { get; set; }

    public LinkReference[] Related { get; set; } = [];

    public string? Language { get; set; }

    public string? Direction { get; set; }

    public string? TranslationKey { get; set; }

    public string? SourceUrl { get; set; }

    public ArticleDate? Captured { get; set; }

    public string? License { get; set; }

    public ArticleStatus Status { get; set; }

    public string? StatusReason { get; set; }

    public bool IsDraft { get; set; }

    public ArticleDate? Expires { get; set; }

    public int Priority { get; set; }

    public string? Series { get; set; }

    public string? Event { get; set; }

    public string? Id { get; set; }

    public Dictionary<string, object?> Params { get; } = new(StringComparer.Ordinal);
}
