using StaticNews.Archive;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Epub;
using StaticNews.Localization;
using StaticNews.Pages.Models;
using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>The paper in one language: its interface words, and how it writes dates.</summary>
internal sealed class Edition
{
    private readonly string _numberedPage;

    public Edition(PageLanguage language, LocalizedWords words)
    {
        Language = language;
        Words = WordsModel.Of(words, language);
        Numbers = new NumberFormatter(words);
        Lists = new ListFormat(words);
        Dates = new DateFormatter(words, Numbers);
        Hash = words.Hash();
        _numberedPage = words.Text("numbered_page");
        Offline = new OfflinePhrases(Words.Contents, Words.Corrections, Words.NotKept);
    }

    /// <summary>Of the pages. Their words may be in another: <see cref="WordsModel.Language"/>.</summary>
    public PageLanguage Language { get; }

    public WordsModel Words { get; }

    public DateFormatter Dates { get; }

    /// <summary>The texts of books and of the service worker.</summary>
    public OfflinePhrases Offline { get; }

    public NumberFormatter Numbers { get; }

    public ListFormat Lists { get; }

    /// <summary>Of every word, for the keys of pages.</summary>
    public ContentHash Hash { get; }

    /// <summary>The heading of an older page of a list.</summary>
    public string NumberedPage(string heading, int number) =>
        Placeholders.Fill(Placeholders.Fill(_numberedPage, "number", Numbers.Plain(number)), "heading", heading);

    /// <summary>
    /// The label above a headline: the article's own, else what kind of piece it is when that is not plain news.
    /// </summary>
    public string? KickerOf(ArticleSummary summary) => summary.Kicker ?? NameOf(summary.Type);

    /// <summary>
    /// The heading of the notice on an article that is no longer what it was; null for a published one.
    /// </summary>
    public string? NoticeOf(ArticleStatus status) =>
        status switch
        {
            ArticleStatus.Published => null,
            ArticleStatus.Retracted => Words.Retracted,
            _ => Words.Withdrawn,
        };

    /// <summary>The heading of the notice on an article that only a preview shows.</summary>
    public string NoticeOf(ArticlePreview preview) => preview == ArticlePreview.Draft ? Words.Draft : Words.Future;

    private string? NameOf(ArticleType type) =>
        type switch
        {
            ArticleType.Analysis => Words.TypeAnalysis,
            ArticleType.Opinion => Words.TypeOpinion,
            ArticleType.Explainer => Words.TypeExplainer,
            ArticleType.Review => Words.TypeReview,
            ArticleType.Live => Words.TypeLive,
            ArticleType.Photo => Words.TypePhoto,
            ArticleType.Video => Words.TypeVideo,
            _ => null,
        };
}

/// <summary>The editions of a site: its own language's, and one for each other language that sections have.</summary>
internal sealed class Editions
{
    private readonly Localizations _words;
    private readonly Edition[] _ofSection;

    public Editions(Catalog catalog, Localizations words)
    {
        _words = words;
        var languages = new SectionLanguages(catalog.Config);
        var all = new Dictionary<PageLanguage, Edition>();
        Site = Of(languages.Site, languages.Site, all);
        _ofSection = [.. catalog.Sections.Select(section => Of(section.Language, languages.Site, all))];
    }

    /// <summary>The edition of every page that belongs to no section.</summary>
    public Edition Site { get; }

    /// <param name="section">An index in the catalogue, or -1.</param>
    public Edition OfSection(int section) => section < 0 ? Site : _ofSection[section];

    /// <summary>What a language calls itself, or its tag.</summary>
    public string NameOf(string language) => _words.NameOf(language);

    private Edition Of(PageLanguage language, PageLanguage site, Dictionary<PageLanguage, Edition> all)
    {
        if (!all.TryGetValue(language, out var edition))
        {
            edition = new Edition(language, _words.Of(language.Tag, site.Tag));
            all.Add(language, edition);
        }

        return edition;
    }
}

/// <summary>The forms in which the paper comes; each has one style sheet for all of its pages.</summary>
internal enum PageFormat
{
    Full,

    /// <summary>The text edition: no pictures, next to no style.</summary>
    Lite,
}

/// <summary>The style sheet of each format.</summary>
internal static class PageFormats
{
    public static IReadOnlyList<PageFormat> All { get; } = Enum.GetValues<PageFormat>();

    /// <summary>The path below <c>templates/</c>.</summary>
    public static string StyleOf(PageFormat format) =>
        format switch
        {
            PageFormat.Full => "style.css",
            PageFormat.Lite => "lite.css",
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "a format without a style sheet"),
        };
}
