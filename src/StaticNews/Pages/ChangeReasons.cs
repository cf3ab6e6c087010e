using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>
/// Finds the reason in what the log kept: the parts of the key that differ, and for all but articles' pages the kind of
/// file.
/// </summary>
internal static class ChangeReasons
{
    /// <summary>The part of a file that no template makes.</summary>
    private static readonly ulong NoTemplate = new FingerprintBuilder().FinishQuickly();

    /// <param name="logged">The key that the last build logged for the file; null where it logged none.</param>
    public static ChangeReason Of(PageJob job, PageFingerprint key, ReadOnlyMemory<ulong>? logged)
    {
        var isArticle = job.Subject == ChangeReason.EditedArticle;
        if (logged is not { } before || IsOtherFile(key.Parts, before.Span))
        {
            return isArticle ? ChangeReason.NewArticle : job.Subject;
        }

        if (before.Length != PageFingerprint.PartCount)
        {
            return isArticle ? ChangeReason.UnknownArticle : job.Subject;
        }

        return isArticle ? OfArticle(key.Parts, before.Span) : OfOther(job.Subject, key.Parts, before.Span);
    }

    /// <summary>A reason in words, without the number that is printed beside it; scripts may search for it.</summary>
    public static string Describe(ChangeReason reason) =>
        reason switch
        {
            ChangeReason.FirstBuild => "first build, or its log is lost or another version's",
            ChangeReason.NewArticle => "new articles",
            ChangeReason.EditedArticle => "articles whose source changed",
            ChangeReason.PlacedArticle => "articles whose section, tag or author page changed its name or address",
            ChangeReason.UnknownArticle => "articles that had a warning in the last build",
            ChangeReason.RelatedList => "related lists of neighbouring articles",
            ChangeReason.NeighbourLink => "links between older and newer articles",
            ChangeReason.SameTime => "what was in the news around the same time",
            ChangeReason.FrontPage => "front page",
            ChangeReason.SectionList => "section lists",
            ChangeReason.TagList => "tag lists",
            ChangeReason.AuthorList => "author lists",
            ChangeReason.StoryList => "series and event lists",
            ChangeReason.Calendar => "calendar: months and years",
            ChangeReason.TopicIndex => "indexes of topics and authors",
            ChangeReason.StandingPage => "standing pages",
            ChangeReason.TextEdition => "pages of the text edition",
            ChangeReason.Feed => "feeds",
            ChangeReason.Book => "books of a section and month",
            ChangeReason.SitemapPart => "sitemap parts",
            ChangeReason.Redirect => "redirects",
            ChangeReason.HostHeaders => "headers for hosts",
            ChangeReason.Asset => "assets",
            ChangeReason.Template => "templates changed",
            ChangeReason.Site => "settings or navigation changed",
            ChangeReason.Restored => "files that were missing, or changed by another program",
            ChangeReason.Compressed => "compressed copies",
            ChangeReason.Removed => "removed: their article is gone, renamed or no longer published",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "a reason without words"),
        };

    /// <summary>
    /// What stood here was no template's, or is none's now: a list page closes where a redirect held its place.
    /// </summary>
    private static bool IsOtherFile(ReadOnlySpan<ulong> now, ReadOnlySpan<ulong> before) =>
        before.Length == PageFingerprint.PartCount
        && (now[(int)FingerprintPart.Template] == NoTemplate) != (before[(int)FingerprintPart.Template] == NoTemplate);

    /// <summary>
    /// Changes of the article itself come first, because the editor made them. <see cref="FingerprintPart.Candidates"/>
    /// shows nowhere and is no reason.
    /// </summary>
    private static ChangeReason OfArticle(ReadOnlySpan<ulong> now, ReadOnlySpan<ulong> before) =>
        Differs(FingerprintPart.Source, now, before) ? ChangeReason.EditedArticle
        : OfFrame(now, before) is { } frame ? frame
        : Differs(FingerprintPart.Placement, now, before) ? ChangeReason.PlacedArticle
        : Differs(FingerprintPart.Related, now, before) ? ChangeReason.RelatedList
        : Differs(FingerprintPart.Neighbours, now, before) ? ChangeReason.NeighbourLink
        : Differs(FingerprintPart.Context, now, before) ? ChangeReason.SameTime
        : ChangeReason.Restored;

    private static ChangeReason OfOther(ChangeReason subject, ReadOnlySpan<ulong> now, ReadOnlySpan<ulong> before) =>
        OfFrame(now, before) ?? (now.SequenceEqual(before) ? ChangeReason.Restored : subject);

    /// <summary>What concerns every page of a kind; null where that is as it was.</summary>
    private static ChangeReason? OfFrame(ReadOnlySpan<ulong> now, ReadOnlySpan<ulong> before) =>
        Differs(FingerprintPart.Template, now, before) ? ChangeReason.Template
        : Differs(FingerprintPart.Site, now, before) ? ChangeReason.Site
        : null;

    private static bool Differs(FingerprintPart part, ReadOnlySpan<ulong> now, ReadOnlySpan<ulong> before) =>
        now[(int)part] != before[(int)part];
}

/// <summary>
/// Why a build wrote or removed a file, as an editor would ask. Their order is the order in which they are shown.
/// </summary>
internal enum ChangeReason
{
    /// <summary>The log has no record of this output folder, so that the reason of single files is not known.</summary>
    FirstBuild,

    NewArticle,

    EditedArticle,

    /// <summary>A tag has reached its minimum, a section was renamed: the article itself is as it was.</summary>
    PlacedArticle,

    /// <summary>The last build had a warning for it, and so logged no key to compare.</summary>
    UnknownArticle,

    RelatedList,

    NeighbourLink,

    SameTime,

    FrontPage,

    SectionList,

    TagList,

    AuthorList,

    /// <summary>Of series and of events.</summary>
    StoryList,

    Calendar,

    TopicIndex,

    StandingPage,

    /// <summary>Its front page, sections and articles.</summary>
    TextEdition,

    Feed,

    /// <summary>A section's book of a month.</summary>
    Book,

    SitemapPart,

    Redirect,

    /// <summary>The HTTP headers for hosts.</summary>
    HostHeaders,

    Asset,

    Template,

    /// <summary>Settings, or the navigation that every page has.</summary>
    Site,

    /// <summary>Nothing that decides it has changed, and yet other bytes stood there, or none.</summary>
    Restored,

    /// <summary>Copies in gzip, brotli or Zstandard beside files that were written, or that had none.</summary>
    Compressed,

    Removed,
}
