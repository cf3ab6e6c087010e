using StaticNews.Archive;
using StaticNews.Articles;
using StaticNews.Offline;
using StaticNews.Pages.Models;
using StaticNews.Text;
using StaticNews.Wording;

namespace StaticNews.Pages;

/// <summary>The paper in one language: its interface words, and how it writes dates.</summary>
internal sealed class Edition
{
    private readonly string _numberedPage;

    public Edition(PageLanguage language, WordLookup words)
    {
        Language = language;
        Words = WordsModel.Of(words, language);
        Numbers = new Numbers(words);
        Rows = new Rows(words);
        Dates = new Dates(words, Numbers);
        Hash = words.Hash();
        _numberedPage = words.Text("numbered_page");
        Offline = new OfflineWords(Words.Contents, Words.Corrections, Words.NotKept);
    }

    /// <summary>Of the pages. Their words may be in another: <see cref="WordsModel.Language"/>.</summary>
    public PageLanguage Language { get; }

    public WordsModel Words { get; }

    public Dates Dates { get; }

    /// <summary>What books and the service worker say.</summary>
    public OfflineWords Offline { get; }

    public Numbers Numbers { get; }

    public Rows Rows { get; }

    /// <summary>Of every word, for the keys of pages.</summary>
    public ContentHash Hash { get; }

    /// <summary>The heading of an older page of a list.</summary>
    public string NumberedPage(string heading, int number) => WordPlaces.Fill(
        WordPlaces.Fill(_numberedPage, "number", Numbers.Plain(number)), "heading", heading);

    /// <summary>The label above a headline: the article's own, else what kind of piece it is when that is not plain news.</summary>
    public string? KickerOf(ArticleSummary summary) => summary.Kicker ?? NameOf(summary.Type);

    /// <summary>The heading of the notice on an article that is no longer what it was; null for a published one.</summary>
    public string? NoticeOf(ArticleStatus status) => status switch
    {
        ArticleStatus.Published => null,
        ArticleStatus.Retracted => Words.Retracted,
        _ => Words.Withdrawn,
    };

    /// <summary>The heading of the notice on an article that only a preview shows.</summary>
    public string NoticeOf(ArticlePreview preview) => preview == ArticlePreview.Draft ? Words.Draft : Words.Future;

    private string? NameOf(ArticleType type) => type switch
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
