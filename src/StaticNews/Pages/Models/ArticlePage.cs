using StaticNews.Templates;

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

/// <summary>One article, whole.</summary>
internal sealed record ArticleModel
{
    public required string Title { get; init; }

    /// <summary>The label above the headline; for other types than news their name; or null.</summary>
    public required string? Kicker { get; init; }

    /// <summary>
    /// The lede that the source writes; null where it writes none (the first paragraph then speaks for itself).
    /// </summary>
    public required string? Summary { get; init; }

    /// <summary>
    /// <c>news</c>, <c>analysis</c>, <c>opinion</c>, <c>explainer</c>, <c>review</c>, <c>live</c>, <c>photo</c>,
    /// <c>video</c>.
    /// </summary>
    public required string Type { get; init; }

    public required DateModel Date { get; init; }

    /// <summary>The last change, or null.</summary>
    public required DateModel? Updated { get; init; }

    /// <summary>Where it was written from, or null.</summary>
    public required string? Dateline { get; init; }

    /// <summary>The place that it is about, or null.</summary>
    public required string? Location { get; init; }

    /// <summary>"World Desk", or null.</summary>
    public required string? Desk { get; init; }

    public required IReadOnlyList<AuthorModel> Authors { get; init; }

    /// <summary>Agencies whose reports it uses.</summary>
    public required IReadOnlyList<string> Agencies { get; init; }

    /// <summary>The same in a row, as the language writes one: "AP, PTI and Reuters"; may be empty.</summary>
    public required string AgenciesText { get; init; }

    public required ImageModel? Image { get; init; }

    /// <summary>
    /// The body up to where the list "More from …" may stand; the whole body where there is no such place.
    /// </summary>
    public required HtmlString Lead { get; init; }

    /// <summary>The rest of the body, or empty.</summary>
    public required HtmlString Rest { get; init; }

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

    /// <summary>Null where the front matter has neither a source URL nor a license.</summary>
    public required ProvenanceModel? Provenance { get; init; }

    /// <summary>The open part of the front matter.</summary>
    public required IReadOnlyDictionary<string, object?> Params { get; init; }
}

/// <summary>An author in a byline.</summary>
/// <param name="Href">The author's page, or null where there is none.</param>
/// <param name="Role">"Photographs", or null.</param>
/// <param name="After">What stands between this name and the next one; empty behind the last.</param>
internal sealed record AuthorModel(string Name, string? Href, string? Role, string After);

/// <summary>A correction under an article.</summary>
/// <param name="Date">Null where the source gives none.</param>
/// <param name="Text">Plain text.</param>
internal sealed record CorrectionModel(DateModel? Date, string Text);

/// <summary>Why an article is no longer what it was.</summary>
/// <param name="Status"><c>retracted</c>, <c>withdrawn</c>, or in a preview <c>draft</c> or <c>future</c>.</param>
/// <param name="Heading">"This article has been retracted".</param>
/// <param name="Reason">Plain text, or null.</param>
/// <param name="Date">When a withdrawn article was withdrawn, or an article of the future is due; else null.</param>
internal sealed record NoticeModel(string Status, string Heading, string? Reason, DateModel? Date);

/// <summary>Where an article was first published.</summary>
/// <param name="Host">The source URL's host, to show; null where there is no source URL.</param>
/// <param name="Url">http or https, or null.</param>
/// <param name="Captured">When it was taken from there, or null.</param>
/// <param name="License">As the source states it, or null.</param>
internal sealed record ProvenanceModel(string? Host, string? Url, DateModel? Captured, string? License);

/// <summary>The series or event that an article belongs to.</summary>
/// <param name="Href">Its page; null where it lists nothing.</param>
/// <param name="Earlier">The part before this one, or null.</param>
/// <param name="Later">The part after it, or null.</param>
internal sealed record TimelineModel(string Title, string? Href, CardModel? Earlier, CardModel? Later);

/// <summary>An article in one of its languages.</summary>
/// <param name="Language">BCP 47.</param>
/// <param name="Direction"><c>ltr</c> or <c>rtl</c>.</param>
/// <param name="Name">The name of the language in itself; its tag where no strings file has one.</param>
/// <param name="Title">The headline in it.</param>
/// <param name="Href">Its page.</param>
/// <param name="Url">The whole URL of its page.</param>
/// <param name="IsThis">Whether it is the page itself.</param>
/// <param name="After">
/// What stands between it and the next one, where all but this page are in a row; empty behind the last.
/// </param>
internal sealed record TranslationModel(
    string Language,
    string Direction,
    string Name,
    string Title,
    string Href,
    string Url,
    bool IsThis,
    string After
);
