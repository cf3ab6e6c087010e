using StaticNews.Templates;

namespace StaticNews.Pages.Models;

/// <summary>One article, whole.</summary>
internal sealed record ArticleModel
{
    public required string Title { get; init; }

    /// <summary>The label above the headline; for other types than news their name; or null.</summary>
    public required string? Kicker { get; init; }

    /// <summary>The lede that the source writes; null where it writes none (the first paragraph then speaks for itself).</summary>
    public required string? Summary { get; init; }

    /// <summary><c>news</c>, <c>analysis</c>, <c>opinion</c>, <c>explainer</c>, <c>review</c>, <c>live</c>, <c>photo</c>, <c>video</c>.</summary>
    public required string Type { get; init; }

    public required DateModel Date { get; init; }

    /// <summary>The last change, or null.</summary>
    public required DateModel? Updated { get; init; }

    /// <summary>Where it was written from, or null.</summary>
    public required string? Dateline { get; init; }

    /// <summary>"World Desk", or null.</summary>
    public required string? Desk { get; init; }

    public required IReadOnlyList<AuthorModel> Authors { get; init; }

    /// <summary>Agencies whose reports it uses.</summary>
    public required IReadOnlyList<string> Agencies { get; init; }

    /// <summary>The same in a row, as the language writes one: "AP, PTI and Reuters"; may be empty.</summary>
    public required string AgenciesText { get; init; }

    public required ImageModel? Image { get; init; }

    /// <summary>The body up to where the list "More from …" may stand; the whole body where there is no such place.</summary>
    public required HtmlText Lead { get; init; }

    /// <summary>The rest of the body, or empty.</summary>
    public required HtmlText Rest { get; init; }

    /// <summary>Words of the visible text.</summary>
    public required int Words { get; init; }

    /// <summary>Its section, or null.</summary>
    public required LinkModel? Section { get; init; }

    /// <summary>Tags; those without a page have no href.</summary>
    public required IReadOnlyList<LinkModel> Tags { get; init; }

    public required TimelineModel? Series { get; init; }

    public required TimelineModel? Event { get; init; }

    public required IReadOnlyList<CorrectionModel> Corrections { get; init; }

    /// <summary>Null for a published article.</summary>
    public required NoticeModel? Notice { get; init; }

    /// <summary>Null where the source says nothing of where it came from.</summary>
    public required ProvenanceModel? Provenance { get; init; }

    /// <summary>The open part of the front matter.</summary>
    public required IReadOnlyDictionary<string, object?> Params { get; init; }
}
