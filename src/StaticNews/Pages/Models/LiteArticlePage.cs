using StaticNews.Templates;

namespace StaticNews.Pages.Models;

/// <summary>Model of <c>lite-article.sbn-html</c>.</summary>
internal sealed record LiteArticlePage(SiteModel Site, PageModel Page, LiteArticleModel Article);

/// <summary>
/// An article as one page of the text edition shows it. A long one has several: what stands above a text is on the
/// first, what stands below it on the last.
/// </summary>
internal sealed record LiteArticleModel
{
    /// <summary>With the page's number, but on the first.</summary>
    public required string Title { get; init; }

    /// <summary>The label above the headline, or null.</summary>
    public required string? Kicker { get; init; }

    /// <summary>The lede as the front matter has it, or null.</summary>
    public required string? Summary { get; init; }

    public required DateModel Date { get; init; }

    public required DateModel? Updated { get; init; }

    public required string? Dateline { get; init; }

    /// <summary>The byline, in its order. Links lead to the full edition, where authors have their pages.</summary>
    public required IReadOnlyList<AuthorModel> Authors { get; init; }

    public required IReadOnlyList<string> Agencies { get; init; }

    /// <summary>The body, or this page's part of it; where it has a picture, what the picture shows.</summary>
    public required HtmlString Text { get; init; }

    public required IReadOnlyList<CorrectionModel> Corrections { get; init; }

    /// <summary>Why it is no longer what it was; null for a published article.</summary>
    public required NoticeModel? Notice { get; init; }

    public required ProvenanceModel? Provenance { get; init; }

    /// <summary>Where the text goes on; null where it ends.</summary>
    public required LinkModel? Next { get; init; }

    /// <summary>
    /// Its pages, by number; of very many those near this one, with the first and the last. This one has no
    /// <c>href</c>. Empty for an article of one page.
    /// </summary>
    public required IReadOnlyList<LinkModel> Pages { get; init; }
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
