using StaticNews.Text;
using StaticNews.Wording;

namespace StaticNews.Pages.Models;

/// <summary>The interface's words, in the page's language where there is a strings file for it. A member is named like the word in <c>templates/strings/</c>.</summary>
internal sealed record WordsModel
{
    /// <summary>BCP 47 of the words: English where the page's own language has no strings file.</summary>
    public required string Language { get; init; }

    /// <summary><c>ltr</c> or <c>rtl</c>, as <see cref="Language"/> is written.</summary>
    public required string Direction { get; init; }

    /// <summary>The language's own name for itself.</summary>
    public required string Name { get; init; }

    /// <summary>The link that leads past the header.</summary>
    public required string SkipToText { get; init; }

    /// <summary>The link from the end of a long page to its beginning.</summary>
    public required string BackToTop { get; init; }

    /// <summary>The link to the navigation on small screens.</summary>
    public required string Menu { get; init; }

    /// <summary>Label of the navigation.</summary>
    public required string Sections { get; init; }

    /// <summary>Label of the way from the front page to this one.</summary>
    public required string Breadcrumb { get; init; }

    /// <summary>The front page, as a link.</summary>
    public required string FrontPage { get; init; }

    /// <summary>The calendar of all years, as link and heading.</summary>
    public required string Archive { get; init; }

    /// <summary>The page of all tags; label of an article's tags.</summary>
    public required string Topics { get; init; }

    /// <summary>The page of all authors.</summary>
    public required string Authors { get; init; }

    /// <summary>The feed, as a link.</summary>
    public required string Rss { get; init; }

    /// <summary>Between two things in a row, with its blank.</summary>
    public required string Comma { get; init; }

    /// <summary>Before the last thing of a row, with its blanks.</summary>
    public required string ListLast { get; init; }

    /// <summary>Heading of the topics of the day.</summary>
    public required string Trending { get; init; }

    /// <summary>The same as a label.</summary>
    public required string TrendingTopics { get; init; }

    /// <summary>Heading of the newest stories.</summary>
    public required string Latest { get; init; }

    /// <summary>Heading of short stories with their summaries.</summary>
    public required string QuickReads { get; init; }

    /// <summary>Heading of what follows the first stories.</summary>
    public required string MoreStories { get; init; }

    /// <summary>Heading of the years at the end of the front page.</summary>
    public required string FromTheArchive { get; init; }

    /// <summary>Label of a section's own sections.</summary>
    public required string InThisSection { get; init; }

    /// <summary>Label of the links to older and newer pages of a list.</summary>
    public required string Pages { get; init; }

    /// <summary>Link to the page with older articles.</summary>
    public required string OlderStories { get; init; }

    /// <summary>Link to the page with newer articles.</summary>
    public required string NewerStories { get; init; }

    /// <summary>Above the name of an event.</summary>
    public required string Event { get; init; }

    /// <summary>Above the name of a series.</summary>
    public required string Series { get; init; }

    /// <summary>Above the headline of an analysis.</summary>
    public required string TypeAnalysis { get; init; }

    /// <summary>Above the headline of an opinion.</summary>
    public required string TypeOpinion { get; init; }

    /// <summary>Above the headline of an explainer.</summary>
    public required string TypeExplainer { get; init; }

    /// <summary>Above the headline of a review.</summary>
    public required string TypeReview { get; init; }

    /// <summary>Above the headline of a live report.</summary>
    public required string TypeLive { get; init; }

    /// <summary>Above the headline of a photo story.</summary>
    public required string TypePhoto { get; init; }

    /// <summary>Above the headline of a video.</summary>
    public required string TypeVideo { get; init; }

    /// <summary>Before the names of the authors.</summary>
    public required PhraseModel Byline { get; init; }

    /// <summary>Before the date of publication, where it needs a word.</summary>
    public required PhraseModel Published { get; init; }

    /// <summary>Before the date of the last change.</summary>
    public required PhraseModel Updated { get; init; }

    /// <summary>How long a text takes to read.</summary>
    public required PhraseModel MinutesToRead { get; init; }

    /// <summary>Label of the box that says why an article is no longer what it was.</summary>
    public required string Notice { get; init; }

    /// <summary>Heading of that box.</summary>
    public required string Retracted { get; init; }

    /// <summary>Heading of that box.</summary>
    public required string Withdrawn { get; init; }

    /// <summary>Before the name of who made a picture.</summary>
    public required PhraseModel Photograph { get; init; }

    /// <summary>Heading of related articles.</summary>
    public required PhraseModel MoreFrom { get; init; }

    /// <summary>Agencies whose reports an article uses.</summary>
    public required PhraseModel InputsFrom { get; init; }

    /// <summary>Heading of an article's corrections.</summary>
    public required string Corrections { get; init; }

    /// <summary>Where an article came from.</summary>
    public required PhraseModel FirstPublished { get; init; }

    /// <summary>When it was taken from there.</summary>
    public required PhraseModel Captured { get; init; }

    /// <summary>The licence of an article from elsewhere.</summary>
    public required PhraseModel License { get; init; }

    /// <summary>Before the languages in which an article stands as well.</summary>
    public required PhraseModel AlsoIn { get; init; }

    /// <summary>Heading of what the paper reported just before.</summary>
    public required string AroundTheSameTime { get; init; }

    /// <summary>Topics of those weeks.</summary>
    public required PhraseModel InTheNewsThen { get; init; }

    /// <summary>Label of the links to the articles before and after.</summary>
    public required string OlderAndNewer { get; init; }

    /// <summary>The article before, in time.</summary>
    public required string Older { get; init; }

    /// <summary>The article after, in time.</summary>
    public required string Newer { get; init; }

    /// <summary>The part before this one, in a series or event.</summary>
    public required PhraseModel EarlierPart { get; init; }

    /// <summary>The part after this one, in a series or event.</summary>
    public required PhraseModel LaterPart { get; init; }

    /// <summary>Label of the links to the month or year before and after.</summary>
    public required string EarlierAndLater { get; init; }

    /// <summary>The time before.</summary>
    public required string Earlier { get; init; }

    /// <summary>The time after.</summary>
    public required string Later { get; init; }

    /// <summary>The one before, of pages or pictures.</summary>
    public required string Previous { get; init; }

    /// <summary>The one after, of pages or pictures.</summary>
    public required string Next { get; init; }

    /// <summary>Heading of articles of which only the year is known.</summary>
    public required PhraseModel SomeTimeIn { get; init; }

    /// <summary>Heading of the page for addresses that lead nowhere.</summary>
    public required string PageNotFound { get; init; }

    /// <summary>The sentence below it.</summary>
    public required string PageNotFoundText { get; init; }

    /// <summary>A way on from there.</summary>
    public required string TheFrontPage { get; init; }

    /// <summary>A way on from there.</summary>
    public required string ArchiveByMonth { get; init; }

    /// <summary>A way on from there.</summary>
    public required string AllTopics { get; init; }

    /// <summary>Link to the page without pictures.</summary>
    public required string TextEdition { get; init; }

    /// <summary>Link from the text edition to the page with everything.</summary>
    public required string FullPage { get; init; }

    /// <summary>The same as a sentence.</summary>
    public required string WithPictures { get; init; }

    /// <summary>Heading of what can be read without a connection.</summary>
    public required string OfflineCopy { get; init; }

    /// <summary>Link to a month's e-book.</summary>
    public required string EbookOfMonth { get; init; }

    public static WordsModel Of(WordLookup words) => new()
    {
        Language = words.Language,
        Direction = WritingDirection.Of(words.Language),
        Name = words.Text("name"),
        SkipToText = words.Text("skip_to_text"),
        BackToTop = words.Text("back_to_top"),
        Menu = words.Text("menu"),
        Sections = words.Text("sections"),
        Breadcrumb = words.Text("breadcrumb"),
        FrontPage = words.Text("front_page"),
        Archive = words.Text("archive"),
        Topics = words.Text("topics"),
        Authors = words.Text("authors"),
        Rss = words.Text("rss"),
        Comma = words.Text("comma"),
        ListLast = words.Text("list_last"),
        Trending = words.Text("trending"),
        TrendingTopics = words.Text("trending_topics"),
        Latest = words.Text("latest"),
        QuickReads = words.Text("quick_reads"),
        MoreStories = words.Text("more_stories"),
        FromTheArchive = words.Text("from_the_archive"),
        InThisSection = words.Text("in_this_section"),
        Pages = words.Text("pages"),
        OlderStories = words.Text("older_stories"),
        NewerStories = words.Text("newer_stories"),
        Event = words.Text("event"),
        Series = words.Text("series"),
        TypeAnalysis = words.Text("type_analysis"),
        TypeOpinion = words.Text("type_opinion"),
        TypeExplainer = words.Text("type_explainer"),
        TypeReview = words.Text("type_review"),
        TypeLive = words.Text("type_live"),
        TypePhoto = words.Text("type_photo"),
        TypeVideo = words.Text("type_video"),
        Byline = PhraseModel.Of(words.Text("byline")),
        Published = PhraseModel.Of(words.Text("published")),
        Updated = PhraseModel.Of(words.Text("updated")),
        MinutesToRead = PhraseModel.Of(words.Text("minutes_to_read")),
        Notice = words.Text("notice"),
        Retracted = words.Text("retracted"),
        Withdrawn = words.Text("withdrawn"),
        Photograph = PhraseModel.Of(words.Text("photograph")),
        MoreFrom = PhraseModel.Of(words.Text("more_from")),
        InputsFrom = PhraseModel.Of(words.Text("inputs_from")),
        Corrections = words.Text("corrections"),
        FirstPublished = PhraseModel.Of(words.Text("first_published")),
        Captured = PhraseModel.Of(words.Text("captured")),
        License = PhraseModel.Of(words.Text("license")),
        AlsoIn = PhraseModel.Of(words.Text("also_in")),
        AroundTheSameTime = words.Text("around_the_same_time"),
        InTheNewsThen = PhraseModel.Of(words.Text("in_the_news_then")),
        OlderAndNewer = words.Text("older_and_newer"),
        Older = words.Text("older"),
        Newer = words.Text("newer"),
        EarlierPart = PhraseModel.Of(words.Text("earlier_part")),
        LaterPart = PhraseModel.Of(words.Text("later_part")),
        EarlierAndLater = words.Text("earlier_and_later"),
        Earlier = words.Text("earlier"),
        Later = words.Text("later"),
        Previous = words.Text("previous"),
        Next = words.Text("next"),
        SomeTimeIn = PhraseModel.Of(words.Text("some_time_in")),
        PageNotFound = words.Text("page_not_found"),
        PageNotFoundText = words.Text("page_not_found_text"),
        TheFrontPage = words.Text("the_front_page"),
        ArchiveByMonth = words.Text("archive_by_month"),
        AllTopics = words.Text("all_topics"),
        TextEdition = words.Text("text_edition"),
        FullPage = words.Text("full_page"),
        WithPictures = words.Text("with_pictures"),
        OfflineCopy = words.Text("offline_copy"),
        EbookOfMonth = words.Text("ebook_of_month"),
    };
}
