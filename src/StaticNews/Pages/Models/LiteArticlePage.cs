using StaticNews.Templates;

namespace StaticNews.Pages.Models;

/// <summary>Model of <c>lite-article.sbn-html</c>.</summary>
internal sealed record LiteArticlePage(SiteModel Site, PageModel Page, LiteArticleModel Article);

/// <summary>An article as the text edition shows it.</summary>
internal sealed record LiteArticleModel
{
    public required string Title { get; init; }

    /// <summary>The label above the headline, or null.</summary>
    public required string? Kicker { get; init; }

    /// <summary>The lede as the front matter has it, or null.</summary>
    public required string? Summary { get; init; }

    public required DateModel Date { get; init; }

    public required DateModel? Updated { get; init; }

    public required string? Dateline { get; init; }

    /// <summary>The place that it is about, or null.</summary>
    public required string? Location { get; init; }

    /// <summary>The byline, in its order. Links lead to the full edition, where authors have their pages.</summary>
    public required IReadOnlyList<AuthorModel> Authors { get; init; }

    public required IReadOnlyList<string> Agencies { get; init; }

    /// <summary>The body; where it has a picture, what the picture shows.</summary>
    public required HtmlString Text { get; init; }

    public required IReadOnlyList<CorrectionModel> Corrections { get; init; }

    /// <summary>Why it is no longer what it was; null for a published article.</summary>
    public required NoticeModel? Notice { get; init; }

    public required ProvenanceModel? Provenance { get; init; }
}

/// <summary>Model of <c>lite-front.sbn-html</c>.</summary>
/// <param name="Top">The lead story first.</param>
/// <param name="Latest">The newest that are not among the top stories.</param>
internal sealed record LiteFrontPage(
    SiteModel Site,
    PageModel Page,
    IReadOnlyList<CardModel> Top,
    IReadOnlyList<CardModel> Latest
);
