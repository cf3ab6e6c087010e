using StaticNews.Configuration;
using StaticNews.Text;
using Key = StaticNews.Configuration.FrontMatterKey;

namespace StaticNews.Content;

/// <summary>
/// The table of the keys of front matter, one row each, with the values of the source that is read now: they are filled
/// from the defaults that match its path and then from itself, and what is read later replaces what was there. A row
/// says how the value is read, what a repeated key means, and whether the page of a withdrawn article keeps it. One a
/// worker, because it is used again for the next source.
/// </summary>
/// <param name="table">Takes the rows, by key.</param>
internal sealed class FrontMatter(FrontMatterField[] table)
{
    private readonly FrontMatterField[] _fields = table;

    public FrontMatter()
        : this(new FrontMatterField[FrontMatterKeys.Names.Count]) { }

    public FrontMatterField<string> Title { get; } =
        new(table, Key.Title, static (values, key) => values.Fields.Plain(key.Value), NoticeUse.Kept);

    public PublicationDateField Date { get; } = new(table);

    public FrontMatterField<ArticleDate?> Updated { get; } =
        new(table, Key.Updated, static (values, key) => values.Dates.Read(key.Value), NoticeUse.Kept);

    public FrontMatterList<Correction> Corrections { get; } =
        new(
            table,
            Key.Corrections,
            static (values, key) => values.ReadCorrections(key),
            static (_, first, more) => JoinedLists.Distinct(first, more)
        );

    public FrontMatterField<string> Slug { get; } =
        new(table, Key.Slug, static (values, key) => values.ReadSlug(key), NoticeUse.Kept);

    /// <summary>A site URL that is used as it is.</summary>
    public FrontMatterField<LinkReference?> Url { get; } =
        new(table, Key.Url, static (values, key) => values.ReadUrl(key), NoticeUse.Kept);

    public FrontMatterList<LinkReference> Aliases { get; } =
        new(
            table,
            Key.Aliases,
            static (values, key) => values.Fields.Aliases(key.Value),
            static (_, first, more) => JoinedLists.Links(first, more),
            NoticeUse.Kept
        );

    public FrontMatterField<string> Section { get; } =
        new(table, Key.Section, static (values, key) => values.ReadSection(key), NoticeUse.Kept);

    public FrontMatterList<string> Tags { get; } =
        new(
            table,
            Key.Tags,
            static (values, key) => values.ReadTags(key),
            static (values, first, more) => JoinedLists.Tags(values.Fields.Names, first, more)
        );

    public FrontMatterList<Byline> Authors { get; } =
        new(
            table,
            Key.Authors,
            static (values, key) => values.ReadAuthors(key),
            static (_, first, more) => JoinedLists.Authors(first, more),
            NoticeUse.Kept
        );

    public FrontMatterField<string> Dateline { get; } =
        new(table, Key.Dateline, static (values, key) => values.Fields.SharedPlain(key.Value));

    public FrontMatterField<string> Location { get; } =
        new(table, Key.Location, static (values, key) => values.Fields.SharedPlain(key.Value));

    public FrontMatterField<string> Desk { get; } =
        new(table, Key.Desk, static (values, key) => values.Fields.SharedPlain(key.Value), NoticeUse.Kept);

    public FrontMatterList<string> Agencies { get; } =
        new(
            table,
            Key.Agencies,
            static (values, key) => values.ReadNames(key),
            static (_, first, more) => JoinedLists.Distinct(first, more)
        );

    public FrontMatterField<string> Kicker { get; } =
        new(table, Key.Kicker, static (values, key) => values.Fields.SharedPlain(key.Value), NoticeUse.Kept);

    public FrontMatterField<string> Summary { get; } =
        new(table, Key.Summary, static (values, key) => values.Fields.Plain(key.Value));

    public FrontMatterField<ArticleType> Type { get; } =
        new(table, Key.Type, static (values, key) => values.ReadType(key), NoticeUse.Kept);

    public FrontMatterField<ArticleImage> Image { get; } =
        new(table, Key.Image, static (values, key) => values.Images.Read(key.Value));

    public FrontMatterList<LinkReference> Related { get; } =
        new(
            table,
            Key.Related,
            static (values, key) => values.ReadRelated(key),
            static (_, first, more) => JoinedLists.Links(first, more)
        );

    public FrontMatterField<string> Language { get; } =
        new(table, Key.Lang, static (values, key) => values.Fields.Language(key.Value), NoticeUse.Kept);

    public FrontMatterField<string> Direction { get; } =
        new(table, Key.Dir, static (values, key) => values.ReadDirection(key), NoticeUse.Kept);

    public FrontMatterField<string> TranslationKey { get; } =
        new(table, Key.TranslationKey, static (values, key) => values.Fields.Plain(key.Value), NoticeUse.Kept);

    public FrontMatterField<string> SourceUrl { get; } =
        new(table, Key.SourceUrl, static (values, key) => values.Fields.HttpUrl(key.Value));

    public FrontMatterField<ArticleDate?> Captured { get; } =
        new(table, Key.Captured, static (values, key) => values.Dates.Read(key.Value));

    public FrontMatterField<string> License { get; } =
        new(table, Key.License, static (values, key) => values.ReadLicense(key));

    public FrontMatterField<ArticleStatus> Status { get; } =
        new(table, Key.Status, static (values, key) => values.ReadStatus(key), NoticeUse.Kept, RepeatedKey.Stricter);

    public FrontMatterField<string> StatusReason { get; } =
        new(table, Key.StatusReason, static (values, key) => values.Fields.Plain(key.Value), NoticeUse.Kept);

    /// <summary>Adds to <see cref="Visibility"/>, which alone decides.</summary>
    public FrontMatterField<bool> Draft { get; } =
        new(table, Key.Draft, static (values, key) => values.ReadDraft(key), NoticeUse.Kept, RepeatedKey.Stricter);

    public FrontMatterField<ArticleDate?> Expires { get; } =
        new(table, Key.Expires, static (values, key) => values.ReadExpires(key), NoticeUse.Kept, RepeatedKey.Last);

    public FrontMatterField<int> Priority { get; } =
        new(
            table,
            Key.Priority,
            static (values, key) => values.Fields.Whole(key.Value, -1000, 1000) ?? 0,
            NoticeUse.Kept
        );

    public FrontMatterField<string> Series { get; } =
        new(table, Key.Series, static (values, key) => values.Fields.PlainName(key.Value)?.Text);

    public FrontMatterField<string> Event { get; } =
        new(table, Key.Event, static (values, key) => values.Fields.PlainName(key.Value)?.Text);

    public FrontMatterField<string> Id { get; } =
        new(table, Key.Id, static (values, key) => values.ReadId(key), NoticeUse.Kept);

    public FrontMatterField<Dictionary<string, object?>> Params { get; } =
        new(table, Key.Params, static (values, key) => values.ReadParams(key), repeated: RepeatedKey.Both);

    /// <summary>An unknown key that looks like <c>title</c>, or null.</summary>
    public (string Key, SourceLocation At)? NearTitle { get; set; }

    /// <summary>The picture of a withdrawn article, which nothing shows.</summary>
    public ArticleImage? WithdrawnImage { get; private set; }

    /// <summary>The meaning of its keys for visibility, with the file of each.</summary>
    public VisibilityFindings Visibility { get; } = new();

    public FrontMatterField this[Key key] => _fields[(int)key];

    /// <summary>For the next source.</summary>
    public void Clear()
    {
        foreach (var field in _fields)
        {
            field.Clear();
        }

        (NearTitle, WithdrawnImage) = (null, null);
        Visibility.Clear();
    }

    /// <summary>
    /// Takes out what the page of a withdrawn article may not show, so that no page, list or copied file can come of
    /// it: headline, label, byline, dates and the reason are left.
    /// </summary>
    public void LeaveNotice()
    {
        WithdrawnImage = Image.Value;
        foreach (var field in _fields)
        {
            field.LeaveNotice();
        }
    }
}

/// <summary>The meaning of a key in front matter.</summary>
/// <param name="Key">Null for a key that site.yml ignores.</param>
/// <param name="Visibility">
/// The meaning of the key for visibility in other generators, or null; it is looked at only where the key is not the
/// content model's own.
/// </param>
/// <param name="IsOwn">
/// Spelt as the content model spells it: it goes before a name that is mapped to the same key.
/// </param>
internal readonly record struct FieldName(FrontMatterKey? Key, bool IsOwn, VisibilityRule? Visibility = null);

/// <summary>
/// Where front matter and body lie. The first line that is not blank must be <c>---</c>, and the front matter ends at
/// the next line <c>---</c> (or <c>...</c>, YAML's own end). Blanks after the dashes do not matter; nor do the kinds of
/// line ends.
/// </summary>
/// <param name="Opening">The first <c>---</c>; of length 0 at the first text where there is none.</param>
/// <param name="Yaml">Between the two lines.</param>
/// <param name="Body">After the second; the whole text where there is no front matter.</param>
internal readonly record struct FrontMatterFence(FenceKind Kind, TextSpan Opening, TextSpan Yaml, TextSpan Body)
{
    public static FrontMatterFence Find(string text)
    {
        var start = 0;
        while (start < text.Length && IsBlank(text, start))
        {
            start = NextLine(text, start);
        }

        if (start >= text.Length)
        {
            return new FrontMatterFence(FenceKind.NoText, default, default, new TextSpan(0, text.Length));
        }

        if (!IsFence(text, start, '-'))
        {
            return new FrontMatterFence(
                FenceKind.Missing,
                new TextSpan(start, 0),
                default,
                new TextSpan(0, text.Length)
            );
        }

        var opening = new TextSpan(start, 3);
        var yaml = NextLine(text, start);
        for (var line = yaml; line < text.Length; line = NextLine(text, line))
        {
            if (IsFence(text, line, '-') || IsFence(text, line, '.'))
            {
                var body = NextLine(text, line);
                return new FrontMatterFence(
                    FenceKind.Found,
                    opening,
                    TextSpan.FromBounds(yaml, line),
                    TextSpan.FromBounds(body, text.Length)
                );
            }
        }

        return new FrontMatterFence(FenceKind.Unclosed, opening, default, default);
    }

    /// <summary>
    /// Where <c>...</c> ends the front matter: what may be front matter that was meant to go on. It reaches up to the
    /// next line <c>---</c>, or without one over the first paragraph. Empty where <c>---</c> ends the front matter.
    /// </summary>
    public TextSpan BehindDots(string text)
    {
        if (Kind != FenceKind.Found || text[Yaml.End] != '.')
        {
            return default;
        }

        var (paragraphEnd, hasText) = (-1, false);
        for (var line = Body.Start; line < text.Length; line = NextLine(text, line))
        {
            if (IsFence(text, line, '-'))
            {
                return TextSpan.FromBounds(Body.Start, line);
            }

            var isBlank = IsBlank(text, line);
            hasText |= !isBlank;
            paragraphEnd = isBlank && hasText && paragraphEnd < 0 ? line : paragraphEnd;
        }

        return TextSpan.FromBounds(Body.Start, paragraphEnd < 0 ? text.Length : paragraphEnd);
    }

    private static bool IsFence(string text, int line, char mark)
    {
        if (line + 3 > text.Length || text[line] != mark || text[line + 1] != mark || text[line + 2] != mark)
        {
            return false;
        }

        return IsBlank(text, line + 3);
    }

    private static bool IsBlank(string text, int from)
    {
        while (from < text.Length && text[from] is ' ' or '\t')
        {
            from++;
        }

        return from == text.Length || text[from] is '\n' or '\r';
    }

    private static int NextLine(string text, int from)
    {
        var found = text.AsSpan(from).IndexOfAny('\n', '\r');
        if (found < 0)
        {
            return text.Length;
        }

        var end = from + found;
        return end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
    }
}

internal enum FenceKind
{
    Found,

    /// <summary>Nothing but blank lines.</summary>
    NoText,

    /// <summary>The text begins without <c>---</c>.</summary>
    Missing,

    /// <summary>A first <c>---</c> and no second.</summary>
    Unclosed,
}
