using StaticNews.Templates;

namespace StaticNews.Pages.Models;

/// <summary>What every page may know of the site. Nothing here changes when an article is added.</summary>
internal sealed record SiteModel
{
    public required string Title { get; init; }

    /// <summary>Null when site.yml has none.</summary>
    public required string? Description { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary><c>ltr</c> or <c>rtl</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>The front page's whole URL.</summary>
    public required string Url { get; init; }

    /// <summary>The front page's href: <c>/</c>, or the path of the base URL.</summary>
    public required string Home { get; init; }

    /// <summary>The publisher's name; the site's title when site.yml names none.</summary>
    public required string Publisher { get; init; }

    /// <summary>The logo's href, or null.</summary>
    public required string? Logo { get; init; }

    /// <summary>CSS pixels; null where unknown.</summary>
    public required int? LogoWidth { get; init; }

    /// <summary>CSS pixels; null where unknown.</summary>
    public required int? LogoHeight { get; init; }

    /// <summary>The href of the picture for the tab in a browser, or null.</summary>
    public required string? Icon { get; init; }

    public required IReadOnlyList<NavigationLink> Navigation { get; init; }

    public required IReadOnlyList<LinkModel> Footer { get; init; }

    /// <summary>The site's feed.</summary>
    public required string Feed { get; init; }

    /// <summary>The page of all tags; null where no tag has a page.</summary>
    public required string? Tags { get; init; }

    /// <summary>The page of all authors; null where there are none.</summary>
    public required string? Authors { get; init; }

    /// <summary>The calendar archive.</summary>
    public required string Archive { get; init; }

    /// <summary>The element that registers the service worker; null where site.yml does not ask for one.</summary>
    public required HtmlString? WorkerScript { get; init; }

    /// <summary>What a Content-Security-Policy names that script by; null where there is none.</summary>
    public required string? WorkerScriptHash { get; init; }

    /// <summary>The colours that site.yml chose.</summary>
    public required ThemeModel Theme { get; init; }

    /// <summary>
    /// The whole <c>style</c> element, in the very bytes that <see cref="Policy"/> allows; empty while the style sheet
    /// itself is written.
    /// </summary>
    public required HtmlString Style { get; init; }

    /// <summary>
    /// The Content-Security-Policy. A page that shows more than it allows is given its own in its place once it is
    /// rendered.
    /// </summary>
    public required string Policy { get; init; }
}

/// <summary>A top-level section in the navigation.</summary>
/// <param name="Id">To compare with <see cref="PageModel.Section"/>.</param>
/// <param name="Language">BCP 47 of the section.</param>
/// <param name="Direction"><c>ltr</c> or <c>rtl</c>.</param>
internal sealed record NavigationLink(string Id, string Title, string Href, string Language, string Direction);

/// <summary>The colours that site.yml chose, as <c>#rrggbb</c>; null for one that it leaves to the theme.</summary>
/// <param name="Accent">Of links and marks, where the reader's system is light.</param>
/// <param name="AccentDark">The same where it is dark.</param>
/// <param name="Paper">Behind the text.</param>
/// <param name="Ink">Of the text.</param>
internal sealed record ThemeModel(
    string? Accent,
    string? AccentDark,
    string? Paper,
    string? PaperDark,
    string? Ink,
    string? InkDark
);
