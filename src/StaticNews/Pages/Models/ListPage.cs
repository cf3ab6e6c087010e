using StaticNews.Templates;

namespace StaticNews.Pages.Models;

/// <summary>
/// Model of <c>section.sbn-html</c>, <c>tag.sbn-html</c>, <c>author.sbn-html</c>, <c>series.sbn-html</c> and
/// <c>event.sbn-html</c>.
/// </summary>
internal sealed record ListPage(SiteModel Site, PageModel Page, ListModel List);

/// <summary>A list of articles: one page of a section, tag, author, series or event.</summary>
internal sealed record ListModel
{
    public required string Heading { get; init; }

    /// <summary>Plain text, or null.</summary>
    public required string? Description { get; init; }

    /// <summary>
    /// The text that the section's, author's or tag's own file has; null for none, and on older pages.
    /// </summary>
    public required HtmlString? Text { get; init; }

    /// <summary>A portrait or picture from that file, or null.</summary>
    public required ImageModel? Image { get; init; }

    /// <summary>Sections directly inside this one.</summary>
    public required IReadOnlyList<LinkModel> Sections { get; init; }

    /// <summary>Newest first; a series or event reads oldest first.</summary>
    public required IReadOnlyList<CardModel> Articles { get; init; }

    /// <summary>Null on the newest page; older pages count from the oldest, which is 1.</summary>
    public required int? Number { get; init; }

    /// <summary>The page with older articles, or null.</summary>
    public required string? Older { get; init; }

    /// <summary>The page with newer articles, or null.</summary>
    public required string? Newer { get; init; }

    /// <summary>
    /// The EPUB book of a top-level section's newest month; null on older pages, for all other lists, and where
    /// site.yml does not ask for books.
    /// </summary>
    public required LinkModel? Book { get; init; }

    /// <summary>
    /// The open part of the front matter of the section's, author's or tag's own file, on older pages too; empty
    /// without one.
    /// </summary>
    public required IReadOnlyDictionary<string, object?> Params { get; init; }
}

/// <summary>Model of <c>tags.sbn-html</c> and <c>authors.sbn-html</c>: all names, A to Z.</summary>
internal sealed record IndexPage(SiteModel Site, PageModel Page, string Heading, IReadOnlyList<IndexGroup> Groups);

/// <summary>A name in an alphabetical index.</summary>
/// <param name="Href">Null for a tag without a page.</param>
/// <param name="Count">Listed articles.</param>
/// <param name="CountText"><paramref name="Count"/> as the language writes it.</param>
internal sealed record IndexEntry(string Title, string? Href, int Count, string CountText);

/// <summary>Names that begin alike.</summary>
/// <param name="Letter">The first letter, upper-case; "#" for digits and signs.</param>
internal sealed record IndexGroup(string Letter, IReadOnlyList<IndexEntry> Entries);

/// <summary>Model of <c>front.sbn-html</c>.</summary>
internal sealed record FrontPage
{
    public required SiteModel Site { get; init; }

    public required PageModel Page { get; init; }

    /// <summary>The text of <c>content/_index.md</c>; null for none.</summary>
    public required HtmlString? Text { get; init; }

    /// <summary>The lead story first.</summary>
    public required IReadOnlyList<CardModel> Top { get; init; }

    public required IReadOnlyList<SectionModel> Sections { get; init; }

    public required IReadOnlyList<CardModel> Latest { get; init; }

    public required IReadOnlyList<LinkModel> Trending { get; init; }

    /// <summary>Years of the archive, newest first.</summary>
    public required IReadOnlyList<LinkModel> Years { get; init; }
}

/// <summary>A section on the front page.</summary>
/// <param name="Articles">Newest first, without those that stand elsewhere on the page.</param>
internal sealed record SectionModel(string Title, string Href, IReadOnlyList<CardModel> Articles);
