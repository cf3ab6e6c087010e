using StaticNews.Compact;
using StaticNews.Content.Facts;
using StaticNews.Text;
using static StaticNews.Content.Facts.FactUse;

namespace StaticNews.Content;

/// <summary>
/// What the rest of the archive may know of an article: the one record that grows with the archive, so nothing belongs
/// here that only the article's own page shows (see <see cref="Article"/>).
/// </summary>
internal sealed record ArticleSummary
{
    /// <summary>Fills the place of a summary that is read from the log.</summary>
    public static readonly ArticleSummary Unread = new()
    {
        Path = "",
        Content = default,
        TitleText = default,
        Date = default,
        Section = "",
        Slug = "",
        Tags = [],
        Authors = [],
        LedeText = default,
        Language = "",
        Card = default,
    };

    /// <summary>Null where the source's name is the slug, as it mostly is.</summary>
    private readonly string? _slug;

    /// <summary>Null where the article has none of it.</summary>
    private readonly RareFacts? _rare;

    /// <summary>Below content/, with '/': <c>world/2014/flood.md</c>. Its identity among sources.</summary>
    public required string Path { get; init; }

    /// <summary>Of the source's bytes.</summary>
    public required ContentHash Content { get; init; }

    public required Utf8Text TitleText { get; init; }

    public string Title => TitleText.ToString();

    public required ArticleDate Date { get; init; }

    public ArticleDate? Updated
    {
        get => Rare.Updated;
        init => _rare = value is null && _rare is null ? null : Rare with { Updated = value };
    }

    /// <summary>Id path (<c>world/us-news</c>); empty for an article directly below content/ that names none.</summary>
    public required string Section { get; init; }

    /// <summary>
    /// Last part of the URL, checked: lower-case letters, digits, hyphens of any script; never a device name.
    /// </summary>
    public required string Slug
    {
        get => _slug ?? SourceName.StemOf(Path).ToString();
        init => _slug = Path is { } path && SourceName.StemOf(path).SequenceEqual(value) ? null : value;
    }

    /// <summary>Identity that outlives URLs, as the front matter gives it, or null.</summary>
    public string? Id
    {
        get => Rare.Id;
        init => _rare = value is null && _rare is null ? null : Rare with { Id = value };
    }

    /// <summary>
    /// As written, each once (compared by slug, and by signs: <c>C#</c> is not <c>C++</c>), in order.
    /// </summary>
    public required IReadOnlyList<string> Tags { get; init; }

    public required IReadOnlyList<Byline> Authors { get; init; }

    public string? Kicker { get; init; }

    /// <summary>
    /// The place that it is about: "Patna, Bihar"; null for none. It does not lie with the rare facts, because an
    /// archive that names places names one in most articles.
    /// </summary>
    public string? Location { get; init; }

    /// <summary>
    /// The summary, or the first paragraph as plain text, cut at a word; empty where there is no text at all.
    /// </summary>
    public required Utf8Text LedeText { get; init; }

    public string Lede => LedeText.ToString();

    public ArticleType Type { get; init; }

    /// <summary>BCP 47; its section's or the site's where the article names none.</summary>
    public required string Language { get; init; }

    /// <summary><c>ltr</c> or <c>rtl</c>; null: as the language is written.</summary>
    public string? Direction
    {
        get => Rare.Direction;
        init => _rare = value is null && _rare is null ? null : Rare with { Direction = value };
    }

    /// <summary>
    /// What it has in common with its translations: a text of the writers' own, or the path of the source that its name
    /// says it translates. That source has no key itself. Null: it names none.
    /// </summary>
    public string? TranslationKey
    {
        get => Rare.TranslationKey;
        init => _rare = value is null && _rare is null ? null : Rare with { TranslationKey = value };
    }

    /// <summary>
    /// Without caption and credit: these stand on the article's own page only (<see cref="Article.Image"/>).
    /// </summary>
    public ArticleImage? Image { get; init; }

    public ArticleStatus Status { get; init; }

    /// <summary>
    /// Then it has neither image nor links nor tags nor a lede, and its page is a notice without a text edition.
    /// </summary>
    public bool IsWithdrawn => Status == ArticleStatus.Withdrawn;

    /// <summary>No longer listed from this instant on; its page stays. Null: for ever.</summary>
    public ArticleDate? Expires
    {
        get => Rare.Expires;
        init => _rare = value is null && _rare is null ? null : Rare with { Expires = value };
    }

    /// <summary>What keeps it out of lists or search engines whatever the date is.</summary>
    public ArticleAccess Access
    {
        get => Rare.Access;
        init => _rare = value == ArticleAccess.Public && _rare is null ? null : Rare with { Access = value };
    }

    /// <summary>Not public before this instant, though its date may be earlier. Null: its date alone decides.</summary>
    public ArticleDate? PublishedFrom
    {
        get => Rare.PublishedFrom;
        init => _rare = value is null && _rare is null ? null : Rare with { PublishedFrom = value };
    }

    /// <summary>Has no page from this instant on. Null: for ever.</summary>
    public ArticleDate? RemovedFrom
    {
        get => Rare.RemovedFrom;
        init => _rare = value is null && _rare is null ? null : Rare with { RemovedFrom = value };
    }

    /// <summary>Front-page weight; higher first, 0 for most.</summary>
    public int Priority
    {
        get => Rare.Priority;
        init => _rare = value == 0 && _rare is null ? null : Rare with { Priority = value };
    }

    public string? Series
    {
        get => Rare.Series;
        init => _rare = value is null && _rare is null ? null : Rare with { Series = value };
    }

    public string? Event
    {
        get => Rare.Event;
        init => _rare = value is null && _rare is null ? null : Rare with { Event = value };
    }

    /// <summary>Pinned related articles: paths or slugs, as written.</summary>
    public IReadOnlyList<LinkReference> Related
    {
        get => Rare.Related;
        init => _rare = value.Count == 0 && _rare is null ? null : Rare with { Related = value };
    }

    /// <summary>
    /// The URL that the front matter gives it in place of the site's pattern, decoded: <c>/2014/05/flood.html</c>,
    /// <c>/about/flood/</c>. Null for most.
    /// </summary>
    public LinkReference? Url
    {
        get => Rare.Url;
        init => _rare = value is null && _rare is null ? null : Rare with { Url = value };
    }

    /// <summary>Old URLs of this article: each starts with '/'.</summary>
    public IReadOnlyList<LinkReference> Aliases
    {
        get => Rare.Aliases;
        init => _rare = value.Count == 0 && _rare is null ? null : Rare with { Aliases = value };
    }

    /// <summary>Targets inside the site that the body names: <c>.md</c> files, pictures, links from the root.</summary>
    public IReadOnlyList<LinkReference> Links { get; init; } = [];

    /// <summary>
    /// Of every fact that <see cref="Visit"/> marks as shown by lists on other pages: equal means that these need not
    /// change.
    /// </summary>
    public required ContentHash Card { get; init; }

    private RareFacts Rare => _rare ?? RareFacts.None;

    /// <summary>
    /// The table of the facts: one row each, with what uses it. Whoever walks it writes it to the log, reads it from
    /// there or takes the hash of what cards show, in the order of the rows. Path and content the log has beside it.
    /// </summary>
    /// <returns>The summary; worth nothing where the visitor reads and found damage.</returns>
    public static ArticleSummary Visit<T>(ref T facts, ArticleSummary of, string path, ContentHash content)
        where T : struct, IFactsVisitor, allows ref struct =>
        new()
        {
            Path = path,
            Content = content,
            TitleText = facts.Utf8(of.TitleText, InCard),
            Date = facts.Date(of.Date, InCard),
            Updated = facts.DateOrNull(of.Updated, LogOnly),
            Section = facts.Name(of.Section, InCard),
            Slug = facts.Text(of.Slug, InCard),
            Id = facts.TextOrNull(of.Id, InCard),
            Tags = facts.Names(of.Tags, LogOnly),
            Authors = facts.Bylines(of.Authors, InCard),
            Kicker = facts.NameOrNull(of.Kicker, InCard),
            Location = facts.NameOrNull(of.Location, InCard),
            LedeText = facts.Utf8(of.LedeText, InCard),
            Type = (ArticleType)facts.UpTo((long)ArticleType.Video, (long)of.Type, InCard),
            Language = facts.Name(of.Language, InCard),
            Direction = facts.NameOrNull(of.Direction, InCard),
            TranslationKey = facts.TextOrNull(of.TranslationKey, LogOnly),
            Image = facts.ImageOrNull(of.Image, InCard),
            Status = (ArticleStatus)facts.UpTo((long)ArticleStatus.Withdrawn, (long)of.Status, InCard),
            Expires = facts.DateOrNull(of.Expires, LogOnly),
            Access = (ArticleAccess)facts.UpTo((long)ArticleAccess.All, (long)of.Access, LogOnly),
            PublishedFrom = facts.DateOrNull(of.PublishedFrom, LogOnly),
            RemovedFrom = facts.DateOrNull(of.RemovedFrom, LogOnly),
            Priority = facts.Signed(of.Priority, LogOnly),
            Series = facts.NameOrNull(of.Series, LogOnly),
            Event = facts.NameOrNull(of.Event, LogOnly),
            Url = facts.ReferenceOrNull(of.Url, LogOnly),
            Related = facts.References(of.Related, LogOnly),
            Aliases = facts.References(of.Aliases, LogOnly),
            Links = facts.References(of.Links, LogOnly),
            Card = facts.Hash(of.Card, LogOnly),
        };

    /// <summary>The same with the hash of what cards show of it.</summary>
    /// <param name="hash">Empty; its worker's.</param>
    public ArticleSummary WithCard(FingerprintBuilder hash)
    {
        var hasher = new CardHasher(hash);
        return Visit(ref hasher, this, Path, Content) with { Card = hash.Finish() };
    }
}

/// <summary>A picture with what belongs to it.</summary>
/// <param name="SrcText">As written: relative to the article, from the site's root, or absolute.</param>
/// <param name="AltText">What the picture shows, for those who do not see it; none where the source gives none.</param>
/// <param name="Caption">What the picture is about; null for none.</param>
/// <param name="Credit">Who made it; null for none.</param>
/// <param name="Width">CSS pixels; null where unknown.</param>
/// <param name="Height">CSS pixels; null where unknown.</param>
/// <param name="At">Where <paramref name="SrcText"/> is written.</param>
internal sealed record ArticleImage(
    Utf8Text SrcText,
    Utf8Text AltText,
    string? Caption,
    string? Credit,
    int? Width,
    int? Height,
    SourceSpot At
)
{
    public string Src => SrcText.ToString();

    public string? Alt => AltText.IsNull ? null : AltText.ToString();
}

/// <param name="Date">Null where the source gives none.</param>
/// <param name="Text">Plain text.</param>
internal sealed record Correction(ArticleDate? Date, string Text);

/// <summary>An author as the article names them.</summary>
/// <param name="Name">A name, or the handle of a profile in <c>_authors/</c>.</param>
/// <param name="Url">The author's own page elsewhere, or null.</param>
/// <param name="Role">"Photographs", "Additional reporting", or null.</param>
internal sealed record Byline(string Name, string? Url = null, string? Role = null);

/// <param name="Text">As people read it.</param>
/// <param name="Slug">Empty where the text has no letter and no digit.</param>
/// <param name="Key">What tells it from other names: <see cref="StaticNews.Text.NameKey"/>.</param>
/// <param name="Controls">Control characters that were taken out of the text.</param>
internal readonly record struct Name(string Text, string Slug, string Key, int Controls);

/// <summary>
/// A retracted article keeps its text below a notice; of a withdrawn one only the notice is left. Neither appears in a
/// list, a feed or a book.
/// </summary>
internal enum ArticleStatus : byte
{
    Published,
    Retracted,
    Withdrawn,
}

internal enum ArticleType : byte
{
    News,
    Analysis,
    Opinion,
    Explainer,
    Review,
    Live,
    Photo,
    Video,
}

/// <summary>A target inside this site that an article names: a link or picture in its body, a pinned article.</summary>
/// <param name="Target">As written, percent-decoded, without query and fragment.</param>
/// <param name="IsShortcode">
/// Whether another generator's shortcode names it: that generator's site may have held more than this archive does.
/// </param>
internal readonly record struct LinkReference(string Target, SourceSpot At, bool IsShortcode = false);
