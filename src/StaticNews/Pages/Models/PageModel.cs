using StaticNews.Templates;

namespace StaticNews.Pages.Models;

/// <summary>What a page's head, header and breadcrumb need.</summary>
internal sealed record PageModel
{
    /// <summary>
    /// <c>article</c>, <c>front</c>, <c>section</c>, <c>tag</c>, <c>tags</c>, <c>author</c>, <c>authors</c>,
    /// <c>series</c>, <c>event</c>, <c>archive</c>, <c>year</c>, <c>month</c>, <c>page</c>, <c>not_found</c>,
    /// <c>lite_front</c>, <c>lite_section</c>, <c>lite_article</c>.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>For <c>title</c>, without the site's own.</summary>
    public required string Title { get; init; }

    /// <summary>Plain text for search engines and link previews, or null.</summary>
    public required string? Description { get; init; }

    /// <summary>The page's whole URL.</summary>
    public required string Canonical { get; init; }

    /// <summary>BCP 47 of the page's main text.</summary>
    public required string Language { get; init; }

    /// <summary><c>ltr</c> or <c>rtl</c>, as <see cref="Language"/> is written.</summary>
    public required string Direction { get; init; }

    /// <summary>The interface's words.</summary>
    public required WordsModel Words { get; init; }

    /// <summary>
    /// An article that stands in several languages: all of them, this page among them; empty for any other page.
    /// </summary>
    public required IReadOnlyList<TranslationModel> Translations { get; init; }

    /// <summary>
    /// The whole URL for readers of any other language (<c>hreflang="x-default"</c>): the article in the site's
    /// language, else the first of them; null without translations.
    /// </summary>
    public required string? AnyLanguage { get; init; }

    /// <summary>Whole URL of the picture for link previews, or null.</summary>
    public required string? Image { get; init; }

    /// <summary>Pixels of <see cref="Image"/>, or null where unknown.</summary>
    public int? ImageWidth { get; init; }

    /// <summary>Pixels of <see cref="Image"/>, or null where unknown.</summary>
    public int? ImageHeight { get; init; }

    /// <summary>What <see cref="Image"/> shows, or null where the source does not say.</summary>
    public string? ImageAlt { get; init; }

    /// <summary>The page's own feed besides the site's, or null.</summary>
    public required LinkModel? Feed { get; init; }

    /// <summary>Id of the top-level section that the navigation marks, or null.</summary>
    public required string? Section { get; init; }

    /// <summary>From the front page down to the page's parent; the page itself is not in it.</summary>
    public required IReadOnlyList<LinkModel> Breadcrumb { get; init; }

    /// <summary>False asks search engines to leave the page out.</summary>
    public required bool Indexed { get; init; }

    /// <summary>The same page in the other edition, with pictures or as text alone; null where that has none.</summary>
    public required string? OtherEdition { get; init; }

    /// <summary>
    /// The open part of the front matter of what the page is about: an article, a standing page, a section, tag or
    /// author with a file of its own; empty for others.
    /// </summary>
    public required IReadOnlyDictionary<string, object?> Params { get; init; }
}

/// <summary>
/// Model of <c>not-found.sbn-html</c>. Nothing here changes when an article is added, but for a year's first.
/// </summary>
/// <param name="Years">Years of the archive, newest first.</param>
internal sealed record NotFoundPage(SiteModel Site, PageModel Page, string Heading, IReadOnlyList<LinkModel> Years);

/// <summary>Model of <c>page.sbn-html</c>: the files of <c>_pages/</c>.</summary>
/// <param name="Text">The page's text; null where the file has none.</param>
/// <param name="Params">The open part of its front matter; <see cref="PageModel.Params"/> too.</param>
internal sealed record StandingPage(
    SiteModel Site,
    PageModel Page,
    string Heading,
    HtmlString? Text,
    IReadOnlyDictionary<string, object?> Params
);

/// <summary>
/// Model of <c>style.css</c>, which is written once for all pages of a kind, and again for the rich ones among them,
/// and so has no values of a page.
/// </summary>
/// <param name="Kind">
/// Of the pages, as <see cref="PageModel.Kind"/>: what only some kinds show need not weigh on the others.
/// </param>
/// <param name="Rich">Whether their texts hold more than words; see <see cref="StyleVariant"/>.</param>
/// <param name="Languages">Whose scripts have rules of their own: <c>ar</c>, <c>bn</c>, …</param>
internal sealed record StylePage(SiteModel Site, string Kind, bool Rich, IReadOnlyList<string> Languages);

/// <summary>The open part of the front matter (<c>params</c>) of what a page is about.</summary>
internal static class ParamsModel
{
    public static readonly IReadOnlyDictionary<string, object?> Empty = new Dictionary<string, object?>(
        StringComparer.Ordinal
    );
}
