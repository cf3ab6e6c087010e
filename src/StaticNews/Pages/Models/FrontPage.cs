using StaticNews.Templates;

namespace StaticNews.Pages.Models;

/// <summary>Model of <c>front.sbn-html</c>.</summary>
internal sealed record FrontPage
{
    public required SiteModel Site { get; init; }

    public required PageModel Page { get; init; }

    /// <summary>The text of <c>content/_index.md</c>; null for none.</summary>
    public required HtmlText? Text { get; init; }

    /// <summary>The lead story first.</summary>
    public required IReadOnlyList<CardModel> Top { get; init; }

    public required IReadOnlyList<SectionModel> Sections { get; init; }

    public required IReadOnlyList<CardModel> Latest { get; init; }

    public required IReadOnlyList<LinkModel> Trending { get; init; }

    /// <summary>Years of the archive, newest first.</summary>
    public required IReadOnlyList<LinkModel> Years { get; init; }
}
