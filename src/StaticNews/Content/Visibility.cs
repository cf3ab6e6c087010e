using System.Collections.Frozen;
using StaticNews.Diagnostics;

namespace StaticNews.Content;

/// <summary>Who may see an article, by its front matter. Later members are stricter.</summary>
internal enum Visibility : byte
{
    Public,

    /// <summary>Has a page, which no list, feed or sitemap names.</summary>
    Unlisted,

    /// <summary>
    /// A draft, a private or a deleted article: there is no page, except in a preview with <c>--drafts</c>.
    /// </summary>
    Draft,

    /// <summary>
    /// A key that may mean "not public" cannot be understood: there is no page in any build until an editor decides.
    /// </summary>
    HeldBack,
}

/// <summary>What an article that has a page in this build is kept out of, whatever the date is.</summary>
[Flags]
internal enum ArticleAccess : byte
{
    Public = 0,

    /// <summary>In no list, feed or sitemap.</summary>
    Unlisted = 1,

    /// <summary>Search engines are asked to leave the page out.</summary>
    NoIndex = 2,

    /// <summary>A draft, shown because the build is a preview.</summary>
    Draft = 4,

    All = Unlisted | NoIndex | Draft,
}

/// <summary>The meaning of one key for an article's visibility.</summary>
/// <param name="Key">As the front matter spells it.</param>
/// <param name="Value">As written; cut where it is long.</param>
internal sealed record VisibilityFinding(string Key, string Value, Visibility Visibility)
{
    /// <summary>Not public before this instant; null: no such limit.</summary>
    public ArticleDate? PublishedFrom { get; init; }

    /// <summary>Not public from this instant on; null: no such limit.</summary>
    public ArticleDate? RemovedFrom { get; init; }

    /// <summary>Search engines are asked to leave the page out.</summary>
    public bool IsNoIndex { get; init; }

    /// <summary>For an article that has a page.</summary>
    public ArticleAccess Access =>
        (IsNoIndex ? ArticleAccess.NoIndex : ArticleAccess.Public)
        | Visibility switch
        {
            Visibility.Draft => ArticleAccess.Draft,
            Visibility.Unlisted => ArticleAccess.Unlisted,
            _ => ArticleAccess.Public,
        };

    /// <summary>Both together. Of two that are equally strict the first one names the reason.</summary>
    public VisibilityFinding And(VisibilityFinding other) =>
        (other.Visibility > Visibility ? other : this) with
        {
            PublishedFrom = Later(PublishedFrom, other.PublishedFrom),
            RemovedFrom = Earlier(RemovedFrom, other.RemovedFrom),
            IsNoIndex = IsNoIndex || other.IsNoIndex,
        };

    private static ArticleDate? Later(ArticleDate? left, ArticleDate? right) =>
        left is not { } one || (right is { } other && other.UtcTicks > one.UtcTicks) ? right : left;

    private static ArticleDate? Earlier(ArticleDate? left, ArticleDate? right) =>
        left is not { } one || (right is { } other && other.UtcTicks < one.UtcTicks) ? right : left;
}

/// <summary>
/// What other generators and content systems write into front matter so that an article is not public, each key with
/// the meaning that its own program gives to it. The sources are their manuals: Hugo (draft, publishDate, expiryDate,
/// build, headless), Jekyll (published), Eleventy (permalink, eleventyExcludeFromCollections), Zola (render), Pelican
/// (status), Ghost and WordPress (status, visibility, password), Docusaurus (unlisted), Obsidian (publish). Keys are
/// compared without regard to case, hyphens, underscores and blanks, because exporters spell them in all these ways.
/// </summary>
internal static class VisibilityKeys
{
    /// <summary>By key in lower case without separators.</summary>
    private static readonly FrozenDictionary<string, VisibilityRule> Rules = new (VisibilityRule Rule, string[] Keys)[]
    {
        (
            VisibilityRule.DraftIfTrue,
            [
                "draft",
                "isdraft",
                "drafts",
                "unpublished",
                "isunpublished",
                "unpublish",
                "private",
                "isprivate",
                "headless",
                "deleted",
                "isdeleted",
                "trashed",
                "wip",
                "workinprogress",
                "donotpublish",
                "nopublish",
                "notpublished",
                "notpublic",
                "nonpublic",
                "drafted",
            ]
        ),
        (VisibilityRule.DraftIfFalse, ["published", "ispublished", "publish", "public", "ispublic", "visible"]),
        (
            VisibilityRule.UnlistedIfTrue,
            ["unlisted", "isunlisted", "hidden", "hide", "ishidden", "eleventyexcludefromcollections"]
        ),
        (VisibilityRule.NoIndexIfTrue, ["noindex", "robotsnoindex", "seonoindex"]),
        (VisibilityRule.Robots, ["robots", "metarobots", "robotsmeta", "googlebot", "rankmathrobots"]),
        (
            VisibilityRule.PublishedFrom,
            [
                "publishdate",
                "publishat",
                "publishedat",
                "publisheddate",
                "publishon",
                "publishedon",
                "publishafter",
                "publishfrom",
                "publishtime",
                "publicationdate",
                "visiblefrom",
                "availablefrom",
                "golive",
                "golivedate",
                "notbefore",
                "datescheduled",
                "pubdate",
                "pubdatetime",
                "datepublished",
            ]
        ),
        (
            VisibilityRule.Embargo,
            [
                "scheduled",
                "scheduledat",
                "scheduledfor",
                "scheduledate",
                "embargo",
                "embargountil",
                "embargodate",
                "embargoeduntil",
                "holduntil",
            ]
        ),
        (
            VisibilityRule.RemovedFrom,
            [
                "expiry",
                "expire",
                "expiresat",
                "expireson",
                "expiration",
                "expirydate",
                "expirationdate",
                "expiredate",
                "validuntil",
                "validto",
                "publishend",
                "publishuntil",
                "visibleuntil",
                "unpublishedat",
                "unpublishdate",
                "unpublishat",
                "unpublishon",
                "removeat",
                "removeon",
            ]
        ),
        (
            VisibilityRule.Word,
            [
                "visibility",
                "ghostvisibility",
                "poststatus",
                "draftstatus",
                "publishstatus",
                "publicationstatus",
                "publishingstatus",
            ]
        ),
        (
            VisibilityRule.Restricted,
            [
                "password",
                "postpassword",
                "passwordprotected",
                "protected",
                "membersonly",
                "subscribersonly",
                "restricted",
                "confidential",
                "secret",
                "embargoed",
                "underembargo",
                "premium",
                "paywall",
                "paywalled",
                "emailonly",
                "tiers",
            ]
        ),
        (
            VisibilityRule.Unclear,
            [
                "withdrawn",
                "iswithdrawn",
                "retracted",
                "isretracted",
                "removed",
                "takedown",
                "takendown",
                "deletedat",
                "trashedat",
                "expired",
                "isexpired",
            ]
        ),
        (VisibilityRule.WordIfKnown, ["access", "audience"]),
        (
            VisibilityRule.DraftIfFalseOnly,
            ["permalink", "render", "live", "islive", "isvisible", "approved", "isapproved", "ready", "listed"]
        ),
        (VisibilityRule.HugoBuild, ["build"]),
    }
        .SelectMany(row => row.Keys.Select(key => KeyValuePair.Create(key, row.Rule)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// Words for <see cref="VisibilityRule.Word"/> and <c>status</c>, in lower case without separators.
    /// </summary>
    private static readonly FrozenDictionary<string, Visibility> Words = new (Visibility Visibility, string[] Words)[]
    {
        (
            Visibility.Public,
            ["public", "published", "publish", "live", "sent", "listed", "visible", "all", "everyone", "open", "final"]
        ),
        (Visibility.Unlisted, ["unlisted", "hidden"]),
        (
            Visibility.Draft,
            [
                "draft",
                "drafts",
                "autodraft",
                "pending",
                "pendingreview",
                "review",
                "inreview",
                "private",
                "trash",
                "trashed",
                "deleted",
                "future",
                "scheduled",
                "skip",
                "unpublished",
                "inherit",
                "wip",
                "never",
                "none",
                "nobody",
            ]
        ),
        (
            Visibility.HeldBack,
            [
                "password",
                "protected",
                "members",
                "membersonly",
                "paid",
                "tiers",
                "subscribers",
                "internal",
                "restricted",
                "confidential",
                "embargoed",
                "embargo",
            ]
        ),
    }
        .SelectMany(row => row.Words.Select(word => KeyValuePair.Create(word, row.Visibility)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// Words that mean "not public" under whatever key they stand; others (<c>verdict: pending</c>) may speak of the
    /// news.
    /// </summary>
    private static readonly FrozenSet<string> PlainWords = new[]
    {
        "draft",
        "drafts",
        "autodraft",
        "private",
        "trash",
        "unpublished",
        "embargoed",
        "confidential",
        "donotpublish",
        "notforpublication",
        "brouillon",
        "borrador",
        "entwurf",
        "bozza",
        "rascunho",
        "черновик",
        "чернетка",
        "草稿",
        "下書き",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Keys are short; a longer one is none of these, and its normal form is not worth making.</summary>
    private const int KeyMaxChars = 40;

    /// <summary>
    /// Keys that mean the same wherever they stand: <c>params: { draft: true }</c>. Others have other meanings inside
    /// of groups (<c>cover: { hidden: true }</c>).
    /// </summary>
    private static readonly FrozenSet<string> Nested = new[]
    {
        "draft",
        "isdraft",
        "published",
        "ispublished",
        "noindex",
        "unlisted",
        "visibility",
        "poststatus",
        "status",
        "state",
        "robots",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The rule for a key, or null for a key that has no rule of visibility.</summary>
    public static VisibilityRule? RuleOf(string key)
    {
        Span<char> buffer = stackalloc char[KeyMaxChars];
        return Rules.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Normal(key, buffer), out var rule)
            ? rule
            : null;
    }

    /// <summary>
    /// Groups in which generators and exporters keep keys of their own, with the meaning that these have outside of
    /// them.
    /// </summary>
    private static readonly FrozenSet<string> OpenGroups = new[]
    {
        "params",
        "extra",
        "meta",
        "metadata",
        "custom",
        "attributes",
        "data",
        "seo",
        "wordpress",
        "hugo",
        "jekyll",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the keys of a group may decide who sees the article.</summary>
    public static bool IsOpenGroup(string key)
    {
        Span<char> buffer = stackalloc char[KeyMaxChars];
        return OpenGroups.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Normal(key, buffer));
    }

    /// <summary>The rule for a key inside of a group of keys that no rule is about, or null.</summary>
    public static VisibilityRule? RuleOfNested(string key)
    {
        Span<char> buffer = stackalloc char[KeyMaxChars];
        var normal = Normal(key, buffer);
        if (!Nested.GetAlternateLookup<ReadOnlySpan<char>>().Contains(normal))
        {
            return null;
        }

        return Rules.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(normal, out var rule)
            ? rule
            : VisibilityRule.Word;
    }

    /// <summary>Whether two spellings are one key.</summary>
    public static bool IsSameKey(string left, string right)
    {
        Span<char> leftBuffer = stackalloc char[KeyMaxChars];
        Span<char> rightBuffer = stackalloc char[KeyMaxChars];
        return Normal(left, leftBuffer).SequenceEqual(Normal(right, rightBuffer));
    }

    /// <summary>The meaning of a word, or null for an unknown one.</summary>
    public static Visibility? OfWord(string word)
    {
        Span<char> buffer = stackalloc char[KeyMaxChars];
        return Words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Normal(word, buffer), out var visibility)
            ? visibility
            : null;
    }

    /// <summary>Whether a value means "not public" by itself.</summary>
    public static bool IsPlainWord(string value)
    {
        Span<char> buffer = stackalloc char[KeyMaxChars];
        return PlainWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Normal(value, buffer));
    }

    /// <summary>
    /// The key of the table that a mistyped key is one typing mistake away from, with its rule; null for none.
    /// </summary>
    public static (string Key, VisibilityRule Rule)? Near(string key)
    {
        Span<char> buffer = stackalloc char[KeyMaxChars];
        var normal = Normal(key, buffer).ToString();
        if (normal.Length < 4)
        {
            return null;
        }

        foreach (var candidate in Rules.Keys.Order(StringComparer.Ordinal))
        {
            if (
                Math.Abs(candidate.Length - normal.Length) <= 1
                && candidate.Length >= 5
                && SpellingSuggestion.IsOneSlipFrom(normal, candidate)
            )
            {
                return (candidate, Rules[candidate]);
            }
        }

        return null;
    }

    /// <summary>Lower case, without separators and blanks at the ends; empty for a text that is too long.</summary>
    private static ReadOnlySpan<char> Normal(string text, Span<char> buffer)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (c is '-' or '_' or ' ' or '.' or '\t')
            {
                continue;
            }

            if (length == buffer.Length)
            {
                return [];
            }

            buffer[length++] = char.ToLowerInvariant(c);
        }

        return buffer[..length];
    }
}

/// <summary>How the value of a key that speaks of visibility is read.</summary>
internal enum VisibilityRule : byte
{
    /// <summary><c>draft: true</c>; a false value is public.</summary>
    DraftIfTrue,

    /// <summary>
    /// <c>published: false</c>; a true value is public, a date is the day of publication (as Zenn and others write it).
    /// </summary>
    DraftIfFalse,

    /// <summary><c>unlisted: true</c>.</summary>
    UnlistedIfTrue,

    /// <summary><c>noindex: true</c>.</summary>
    NoIndexIfTrue,

    /// <summary><c>robots: noindex, nofollow</c>.</summary>
    Robots,

    /// <summary><c>publishDate: 2027-01-02</c>.</summary>
    PublishedFrom,

    /// <summary><c>embargo: 2027-01-02</c>; a false value is public.</summary>
    Embargo,

    /// <summary><c>expiryDate: 2027-01-02</c>.</summary>
    RemovedFrom,

    /// <summary>
    /// <c>visibility: private</c>, <c>status: pending</c>: a word of <see cref="VisibilityKeys.OfWord"/>.
    /// </summary>
    Word,

    /// <summary>
    /// A restriction that only a server can enforce: any value but none or a false one holds the article back.
    /// </summary>
    Restricted,

    /// <summary>
    /// <c>withdrawn: true</c>, <c>deleted_at: 2020-01-05</c>: whatever it means, the article is not simply public.
    /// </summary>
    Unclear,

    /// <summary>
    /// <c>access: members</c>; a value that is no word of <see cref="VisibilityKeys.OfWord"/> is not about visibility.
    /// </summary>
    WordIfKnown,

    /// <summary><c>permalink: false</c>, <c>render: never</c>; any other value is not about visibility.</summary>
    DraftIfFalseOnly,

    /// <summary><c>build: { render: never, list: never }</c>.</summary>
    HugoBuild,
}

/// <summary>The treatment of articles with <c>draft: true</c>.</summary>
internal enum DraftHandling
{
    /// <summary>They are left out, and only broken YAML is reported for them.</summary>
    Skip,

    /// <summary>They are built like any other (<c>--drafts</c>).</summary>
    Build,
}
