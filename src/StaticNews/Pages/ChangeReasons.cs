using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>Finds the reason in what the log kept: the parts of the key that differ, and for all but articles' pages the kind of file.</summary>
internal static class ChangeReasons
{
    /// <summary>The part of a file that no template makes.</summary>
    private static readonly ulong NoTemplate = new FingerprintBuilder().FinishQuickly();

    /// <param name="logged">The key that the last build logged for the file; null where it logged none.</param>
    public static ChangeReason Of(PageJob job, PageKey key, ReadOnlyMemory<ulong>? logged)
    {
        var isArticle = job.Subject == ChangeReason.EditedArticle;
        if (logged is not { } before || IsOtherFile(key.Parts, before.Span))
        {
            return isArticle ? ChangeReason.NewArticle : job.Subject;
        }

        if (before.Length != PageKey.PartCount)
        {
            return isArticle ? ChangeReason.UnknownArticle : job.Subject;
        }

        return isArticle ? OfArticle(key.Parts, before.Span) : OfOther(job.Subject, key.Parts, before.Span);
    }

    /// <summary>Without a number: each stands beside one, and scripts may look for it.</summary>
    public static string Words(ChangeReason reason) => reason switch
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

    /// <summary>What stood here was no template's, or is none's now: a list page closes where a redirect held its place.</summary>
    private static bool IsOtherFile(ReadOnlySpan<ulong> now, ReadOnlySpan<ulong> before) =>
        before.Length == PageKey.PartCount
        && (now[(int)KeyPart.Template] == NoTemplate) != (before[(int)KeyPart.Template] == NoTemplate);

    /// <summary>The article's own doing first: it is what the editor knows of. <see cref="KeyPart.Vicinity"/> shows nowhere and is no reason.</summary>
    private static ChangeReason OfArticle(ReadOnlySpan<ulong> now, ReadOnlySpan<ulong> before) =>
        Differs(KeyPart.Source, now, before) ? ChangeReason.EditedArticle
        : OfFrame(now, before) is { } frame ? frame
        : Differs(KeyPart.Placement, now, before) ? ChangeReason.PlacedArticle
        : Differs(KeyPart.Related, now, before) ? ChangeReason.RelatedList
        : Differs(KeyPart.Neighbours, now, before) ? ChangeReason.NeighbourLink
        : Differs(KeyPart.Furniture, now, before) ? ChangeReason.SameTime
        : ChangeReason.Restored;

    private static ChangeReason OfOther(ChangeReason subject, ReadOnlySpan<ulong> now, ReadOnlySpan<ulong> before) =>
        OfFrame(now, before) ?? (now.SequenceEqual(before) ? ChangeReason.Restored : subject);

    /// <summary>What concerns every page of a kind; null where that is as it was.</summary>
    private static ChangeReason? OfFrame(ReadOnlySpan<ulong> now, ReadOnlySpan<ulong> before) =>
        Differs(KeyPart.Template, now, before) ? ChangeReason.Template
        : Differs(KeyPart.Site, now, before) ? ChangeReason.Site
        : null;

    private static bool Differs(KeyPart part, ReadOnlySpan<ulong> now, ReadOnlySpan<ulong> before) => now[(int)part] != before[(int)part];
}
