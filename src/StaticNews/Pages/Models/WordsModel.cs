using StaticNews.Localization;
using StaticNews.Text;

namespace StaticNews.Pages.Models;

/// <summary>
/// The interface's words, in the page's language where there is a strings file for it. A member is named like the word
/// in <c>templates/strings/</c>.
/// </summary>
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

    /// <summary>Heading and label of what leads through names by their first letters.</summary>
    public required string AToZ { get; init; }

    /// <summary>The feed, as a link.</summary>
    public required string Rss { get; init; }

    /// <summary>Between two things in a row, with its blank.</summary>
    public required string Comma { get; init; }

    /// <summary>Before the last thing of a row, with its blanks.</summary>
    public required string ListLast { get; init; }

    /// <summary>Heading of the topics of the day.</summary>
    public required string Trending { get; init; }

    /// <summary>Heading of short stories with their summaries.</summary>
    public required string QuickReads { get; init; }

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

    /// <summary>Before the date of the last change.</summary>
    public required PhraseModel Updated { get; init; }

    /// <summary>Label of the notice about a retracted or withdrawn article.</summary>
    public required string Notice { get; init; }

    /// <summary>Heading of that box.</summary>
    public required string Retracted { get; init; }

    /// <summary>Heading of that box.</summary>
    public required string Withdrawn { get; init; }

    /// <summary>Heading of that box on a draft.</summary>
    public required string Draft { get; init; }

    /// <summary>Heading of that box on an article that is not due yet.</summary>
    public required string Future { get; init; }

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

    /// <summary>Heading of articles of which only the year is known.</summary>
    public required PhraseModel SomeTimeIn { get; init; }

    /// <summary>Heading of the page for addresses that lead nowhere.</summary>
    public required string PageNotFound { get; init; }

    /// <summary>The sentence below it.</summary>
    public required string PageNotFoundText { get; init; }

    /// <summary>Link to the page without pictures.</summary>
    public required string TextEdition { get; init; }

    /// <summary>Link from the text edition to the page with everything.</summary>
    public required string FullPage { get; init; }

    /// <summary>Over a book's list of articles.</summary>
    public required string Contents { get; init; }

    /// <summary>Without a network, for a page that the browser has not kept.</summary>
    public required string NotKept { get; init; }

    /// <param name="edition">The language that the words were looked up for.</param>
    public static WordsModel Of(LocalizedWords words, PageLanguage edition) =>
        new()
        {
            Language = words.Language,
            Direction = string.Equals(words.Language, edition.Tag, StringComparison.Ordinal)
                ? edition.Direction
                : WritingDirection.Of(words.Language),
            Name = words.Text("name"),
            SkipToText = words.Text("skip_to_text"),
            Sections = words.Text("sections"),
            Breadcrumb = words.Text("breadcrumb"),
            FrontPage = words.Text("front_page"),
            Archive = words.Text("archive"),
            Topics = words.Text("topics"),
            Authors = words.Text("authors"),
            AToZ = words.Text("a_to_z"),
            Rss = words.Text("rss"),
            Comma = words.Text("comma"),
            ListLast = words.Text("list_last"),
            Trending = words.Text("trending"),
            QuickReads = words.Text("quick_reads"),
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
            Updated = PhraseModel.Of(words.Text("updated")),
            Notice = words.Text("notice"),
            Retracted = words.Text("retracted"),
            Withdrawn = words.Text("withdrawn"),
            Draft = words.Text("draft"),
            Future = words.Text("future"),
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
            SomeTimeIn = PhraseModel.Of(words.Text("some_time_in")),
            PageNotFound = words.Text("page_not_found"),
            PageNotFoundText = words.Text("page_not_found_text"),
            TextEdition = words.Text("text_edition"),
            FullPage = words.Text("full_page"),
            Contents = words.Text("contents"),
            NotKept = words.Text("not_kept"),
        };
}
