using StaticNews.Text;

namespace StaticNews.Articles;

/// <summary>A whole article, alive for one work item: its summary and what only its own page shows.</summary>
internal sealed record Article
{
    public required ArticleSummary Summary { get; init; }

    /// <summary>The whole source; <see cref="Body"/> is a span of it.</summary>
    public required SourceText Source { get; init; }

    /// <summary>The Markdown after the front matter.</summary>
    public required TextSpan Body { get; init; }

    /// <summary>The lede that the source writes; null where the summary's lede is the first paragraph, which must not be shown twice.</summary>
    public string? Standfirst { get; init; }

    /// <summary>The summary's, with caption and credit.</summary>
    public ArticleImage? Image { get; init; }

    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>Where it was written from: "PARIS"; null for none.</summary>
    public string? Dateline { get; init; }

    /// <summary>The desk that stands in the byline: "World Desk"; null for none.</summary>
    public string? Desk { get; init; }

    /// <summary>Agencies whose reports it uses.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    public string? StatusReason { get; init; }

    public string? SourceUrl { get; init; }

    /// <summary>When the text was taken from <see cref="SourceUrl"/>.</summary>
    public ArticleDate? Captured { get; init; }

    public string? License { get; init; }

    /// <summary>The open part, for templates: strings, long, double, bool, null, lists and dictionaries of these.</summary>
    public IReadOnlyDictionary<string, object?> Params { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);
}
