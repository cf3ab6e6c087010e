using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Content;

/// <summary>
/// The values of one article's front matter, filled from the defaults that match its path and then from itself: what is
/// read later replaces what was there. One article long.
/// </summary>
internal sealed class FrontMatter
{
    public string? Title { get; set; }

    /// <summary>Where the title stands, or the key that has none; null where there is no key.</summary>
    public SourceText? TitleSource { get; set; }

    public TextSpan TitleSpan { get; set; }

    /// <summary>An unknown key that looks like <c>title</c>, or null.</summary>
    public (string Key, SourceLocation At)? NearTitle { get; set; }

    public ArticleDate? Date { get; set; }

    /// <summary>
    /// What is wrong with the date that stands there, at its place; null where nothing is, or none is written.
    /// </summary>
    public Diagnostic? DateFault { get; set; }

    public ArticleDate? Updated { get; set; }

    /// <summary>The file that <see cref="UpdatedSpan"/> lies in; null where there is no key.</summary>
    public SourceText? UpdatedSource { get; set; }

    public TextSpan UpdatedSpan { get; set; }

    public Correction[] Corrections { get; set; } = [];

    public string? Slug { get; set; }

    /// <summary>A site URL that is used as it stands.</summary>
    public LinkReference? Url { get; set; }

    public LinkReference[] Aliases { get; set; } = [];

    public string? Section { get; set; }

    public string[] Tags { get; set; } = [];

    public Byline[] Authors { get; set; } = [];

    public string? Dateline { get; set; }

    public string? Desk { get; set; }

    public string[] Agencies { get; set; } = [];

    public string? Kicker { get; set; }

    public string? Summary { get; set; }

    public ArticleType Type { get; set; }

    public ArticleImage? Image { get; set; }

    /// <summary>The picture of a withdrawn article, which nothing shows.</summary>
    public ArticleImage? WithdrawnImage { get; private set; }

    public LinkReference[] Related { get; set; } = [];

    public string? Language { get; set; }

    public string? Direction { get; set; }

    public string? TranslationKey { get; set; }

    public string? SourceUrl { get; set; }

    public ArticleDate? Captured { get; set; }

    public string? License { get; set; }

    public ArticleStatus Status { get; set; }

    public string? StatusReason { get; set; }

    /// <summary>Where the reason stands; null where there is no key.</summary>
    public SourceText? StatusReasonSource { get; set; }

    public TextSpan StatusReasonSpan { get; set; }

    public ArticleDate? Expires { get; set; }

    public int Priority { get; set; }

    public string? Series { get; set; }

    public string? Event { get; set; }

    public string? Id { get; set; }

    public Dictionary<string, object?> Params { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// What its keys say of visibility, with the file of each; null for most, which have no such key.
    /// </summary>
    private List<(SourceText Source, VisibilityFinding Finding)>? _visibility;

    /// <summary>
    /// What a key says. It replaces what <c>defaults</c> say by the same key; of two in one file the stricter one
    /// counts.
    /// </summary>
    public void SetVisibility(SourceText source, string key, VisibilityFinding finding)
    {
        _visibility ??= [];
        _visibility.RemoveAll(earlier =>
            earlier.Source != source && VisibilityKeys.IsSameKey(earlier.Finding.Key, key)
        );
        _visibility.Add((source, finding));
    }

    /// <summary>What all keys say together: the strictest, the latest beginning and the earliest end.</summary>
    public VisibilityFinding? VisibilityOf()
    {
        VisibilityFinding? strictest = null;
        foreach (var (_, finding) in _visibility ?? [])
        {
            strictest = strictest is null ? finding : strictest.And(finding);
        }

        return strictest;
    }

    /// <summary>The values as they are now; what is set later changes only this object, but for params.</summary>
    public FrontMatter Copy() => (FrontMatter)MemberwiseClone();

    /// <summary>
    /// Takes out what the page of a withdrawn article may not show, so that no page, list or copied file can come of
    /// it: headline, label, byline, dates and the reason are left.
    /// </summary>
    public void LeaveNotice()
    {
        WithdrawnImage = Image;
        (Summary, Image, Dateline, Series, Event) = (null, null, null, null, null);
        (SourceUrl, Captured, License) = (null, null, null);
        (Tags, Agencies, Corrections, Related) = ([], [], [], []);
        Params.Clear();
    }
}

/// <summary>What a key in front matter stands for.</summary>
/// <param name="Key">Null: site.yml says that nobody needs it.</param>
/// <param name="Visibility">
/// What the key says of visibility in other generators, or null; it is looked at only where the key is not the content
/// model's own.
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
