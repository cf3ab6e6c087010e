using System.Buffers;
using System.Globalization;
using System.Text;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Markdown;
using StaticNews.Text;

namespace StaticNews.TextEdition;

/// <summary>
/// Where a finished text may be cut, and where it is: before a heading rather than between blocks, there rather than
/// within one, and in the midst of running text only where nothing better is near.
/// </summary>
internal sealed class TextBreaks
{
    /// <summary>A cost of so much is as bad as a part that is empty or twice as long as it should be.</summary>
    private const int CostMax = 14;

    private const int HeadingCost = 0;
    private const int BlockCost = 1;
    private const int InnerBlockCost = 2;
    private const int SentenceCost = 3;
    private const int ClauseCost = 4;
    private const int WordCost = 5;
    private const int LetterCost = 7;

    /// <summary>How far the last better place must be behind.</summary>
    private const int ClauseUnits = 300;
    private const int WordUnits = 800;
    private const int LetterUnits = 2_500;

    /// <summary>The longest character reference that we write, and some.</summary>
    private const int ReferenceMaxChars = 10;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?…。！？।؟۔።།။។։");
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",;:–—،؛、，；：");
    private static readonly SearchValues<char> Closing = SearchValues.Create("\"'”’»›)]」』）】");

    private readonly List<TextBreak> _breaks = [];
    private readonly OpenElements _open = new();
    private int _weight;

    /// <summary>Up to the last break.</summary>
    private int _brokenAt;

    /// <summary>Whether there are any since: no page may be without.</summary>
    private bool _hasWords;

    /// <summary>Of a break behind the text that was seen last; null: not there.</summary>
    private int? _costAfterText;

    private TextBreaks() { }

    public static TextBreaks Of(ReadOnlySpan<char> html)
    {
        var breaks = new TextBreaks();
        var pieces = new HtmlTokenizer(html);
        while (pieces.MoveNext())
        {
            breaks.See(pieces);
        }

        if (!breaks._hasWords && breaks._breaks.Count > 0)
        {
            breaks._breaks.RemoveAt(breaks._breaks.Count - 1);
        }

        return breaks;
    }

    /// <summary>
    /// How many parts it takes that none weighs more than <paramref name="most"/>, as far as the text can be cut.
    /// </summary>
    /// <param name="partsMax">Never more.</param>
    public int PartsOf(int most, int partsMax)
    {
        var parts = (int)Math.Clamp(((long)_weight + most - 1) / most, 1, partsMax);
        for (var tries = 0; tries < 3 && parts < partsMax; tries++)
        {
            var chosen = Choose(parts, most);
            if (chosen.Count < parts - 1)
            {
                return chosen.Count + 1;
            }

            if (Heaviest(chosen) <= most)
            {
                return parts;
            }

            parts++;
        }

        return Choose(parts, most).Count + 1;
    }

    /// <summary>
    /// The places for so many parts of about the same weight, as their indexes in the text; fewer where it cannot be
    /// cut that often.
    /// </summary>
    public List<int> Places(int parts, int most) => Choose(parts, most).ConvertAll(chosen => chosen.At);

    private List<TextBreak> Choose(int parts, int most)
    {
        var chosen = new List<TextBreak>(parts - 1);
        var (from, next) = (0, 0);
        while (chosen.Count < parts - 1)
        {
            var ideal = (_weight - from) / (parts - chosen.Count);
            var best = Best(next, from, ideal, most);
            if (best < 0)
            {
                break;
            }

            chosen.Add(_breaks[best]);
            (from, next) = (_breaks[best].Weight, best + 1);
        }

        return chosen;
    }

    /// <returns>-1: there is none left.</returns>
    private int Best(int next, int from, int ideal, int most)
    {
        var (best, least) = (-1, long.MaxValue);
        most = ideal <= most ? most : ideal + (ideal / 4);
        for (var i = next; i < _breaks.Count; i++)
        {
            long off = _breaks[i].Weight - from - ideal;
            if (off > least || (best >= 0 && off + ideal > most))
            {
                break;
            }

            var cost = Math.Abs(off) + ((long)_breaks[i].Cost * ideal / CostMax);
            (best, least) = cost < least ? (i, cost) : (best, least);
        }

        return best;
    }

    private int Heaviest(List<TextBreak> chosen)
    {
        var (heaviest, from) = (0, 0);
        foreach (var part in chosen)
        {
            (heaviest, from) = (Math.Max(heaviest, part.Weight - from), part.Weight);
        }

        return Math.Max(heaviest, _weight - from);
    }

    private void See(in HtmlTokenizer piece)
    {
        if (piece.Name.IsEmpty)
        {
            SeeText(piece);
            return;
        }

        if (piece.IsStartTag && _open.CanBreakBefore(piece.Name))
        {
            var isHeading = piece.Name is ['h', >= '1' and <= '6'];
            Add(
                piece.Start,
                (_open.Depth, isHeading) switch
                {
                    (0, true) => HeadingCost,
                    (0, false) => BlockCost,
                    _ => InnerBlockCost,
                }
            );
        }
        else if (piece.IsStartTag && _costAfterText is { } cost && _open.CanBreakText)
        {
            Add(piece.Start, cost);
        }

        _costAfterText = null;
        _open.See(piece);
        _weight += TextWeight.OfTag(piece.Piece, piece.Name);
    }

    private void SeeText(in HtmlTokenizer piece)
    {
        var text = piece.Piece;
        var (isText, isLines) = (_open.CanBreakText, _open.CanBreakLines);
        for (var at = 0; at < text.Length; at++)
        {
            if (CostBefore(text, at, isText, isLines) is { } cost)
            {
                Add(piece.Start + at, cost);
            }

            _weight += TextWeight.Of(text[at]);
            _hasWords |= !char.IsWhiteSpace(text[at]);
        }

        _costAfterText = isText && char.IsWhiteSpace(text[^1]) ? CostAfterBlank(text[..^1]) : null;
    }

    /// <summary>Null: something better is near.</summary>
    private int? CostAfterBlank(ReadOnlySpan<char> before) =>
        EndsWithAny(before, SentenceEnds) ? SentenceCost
        : _weight - _brokenAt > ClauseUnits && EndsWithAny(before, ClauseEnds) ? ClauseCost
        : _weight - _brokenAt > WordUnits ? WordCost
        : null;

    private void Add(int at, int cost)
    {
        if (_hasWords)
        {
            _breaks.Add(new TextBreak(at, _weight, cost + _open.Cost));
            (_brokenAt, _hasWords) = (_weight, false);
        }
    }

    /// <summary>Null where the text is not to be cut before this character.</summary>
    private int? CostBefore(ReadOnlySpan<char> text, int at, bool isText, bool isLines)
    {
        if (isLines && at > 0 && text[at - 1] == '\n')
        {
            return SentenceCost;
        }

        if (!(isText || isLines) || char.IsWhiteSpace(text[at]))
        {
            return null;
        }

        if (isText && _open.IsAtLineStart && (at == 0 || (at == 1 && text[0] == '\n')))
        {
            return SentenceCost;
        }

        var since = _weight - _brokenAt;
        if (at == 0)
        {
            return null;
        }

        return text[at - 1] switch
        {
            ' ' or '\n' when isText => CostAfterBlank(text[..(at - 1)]),
            ' ' when since > WordUnits => WordCost,
            >= '\u2E80' when isText && !Closing.Contains(text[at]) && EndsWithAny(text[..at], SentenceEnds) =>
                SentenceCost,
            >= '\u2E80' when isText && since > ClauseUnits && EndsWithAny(text[..at], ClauseEnds) => ClauseCost,
            _ when since > LetterUnits && IsBetweenLetters(text, at) => LetterCost,
            _ => null,
        };
    }

    /// <summary>Quotation marks and brackets may stand behind the sign.</summary>
    private static bool EndsWithAny(ReadOnlySpan<char> text, SearchValues<char> signs)
    {
        for (var trims = 0; trims < 3 && !text.IsEmpty; trims++)
        {
            text =
                text.EndsWith("&quot;") ? text[..^"&quot;".Length]
                : Closing.Contains(text[^1]) ? text[..^1]
                : text;
        }

        return !text.IsEmpty && signs.Contains(text[^1]);
    }

    /// <summary>
    /// Neither within a character of two units, nor before a sign that belongs to the letter before it, nor within a
    /// character reference.
    /// </summary>
    private static bool IsBetweenLetters(ReadOnlySpan<char> text, int at)
    {
        var before = text[Math.Max(0, at - ReferenceMaxChars)..at];
        return !char.IsLowSurrogate(text[at])
            && (
                Rune.DecodeFromUtf16(text[at..], out var letter, out _) != OperationStatus.Done
                || Rune.GetUnicodeCategory(letter)
                    is not (
                        UnicodeCategory.NonSpacingMark
                        or UnicodeCategory.SpacingCombiningMark
                        or UnicodeCategory.EnclosingMark
                        or UnicodeCategory.Format
                    )
            )
            && text[at - 1] is not ('\u200D' or '\u094D')
            && before.LastIndexOf('&') <= before.LastIndexOf(';');
    }
}

/// <summary>A place where a text may be cut.</summary>
/// <param name="At">What stands before it belongs to the earlier part.</param>
/// <param name="Weight">Of the text up to there, as <see cref="TextWeight"/> has it.</param>
/// <param name="Cost">How little one likes to; see <see cref="TextBreaks"/>.</param>
internal readonly record struct TextBreak(int At, int Weight, int Cost);

/// <summary>
/// About how much of a page a text takes, in units of which Brotli sends at most half a byte each. Told from the text
/// alone, and not by compressing it: the addresses of pages must not change when a library does.
/// </summary>
internal static class TextWeight
{
    /// <summary>
    /// What a page of the text edition takes beside its head: 4 kB at most, and for most texts 3.5 kB.
    /// </summary>
    public const int Page = 9_000;

    /// <summary>A tag that says nothing but its name: there are many alike.</summary>
    private const int TagUnits = 2;

    private const char FirstDense = '\u2E80';

    /// <summary>
    /// By the length of its character in UTF-8, and Han, Kana and Hangul by one more: each says more, which compresses
    /// less.
    /// </summary>
    public static int Of(char c) =>
        c switch
        {
            < '\u0080' => 1,
            < '\u0800' => 2,
            < FirstDense => 3,
            >= '\uD800' and <= '\uDFFF' => 2,
            _ => 4,
        };

    /// <summary>Of a tag: what it says beside its name counts in full, addresses above all.</summary>
    public static int OfTag(ReadOnlySpan<char> tag, ReadOnlySpan<char> name) =>
        TagUnits + Math.Max(0, tag.Length - name.Length - "</>".Length);
}

/// <summary>
/// How many pages the text edition gives an article, so that each stays below 5 kB as Brotli sends it. Belongs to one
/// worker.
/// </summary>
internal sealed class LiteLength(SiteConfig config)
{
    /// <summary>More than any newspaper prints; who has a longer text finds it on pages that are longer.</summary>
    public const int PagesMax = 10_000;

    /// <summary>As HTML each of these is at most so much longer than as Markdown.</summary>
    private const int MarkUnits = 6;

    private static readonly SearchValues<char> Marks = SearchValues.Create("|[]*_`<>&\"\n");

    /// <summary>
    /// Not the site's own: what is known of articles holds for every base URL, and so must the number of their pages.
    /// </summary>
    private static readonly BaseUrl AnyBaseUrl = new("https://news.example", "/");

    private readonly BodyRenderer _bodies = new(config.Markdown, AnyBaseUrl, config.Related);

    /// <param name="path">Of the source, below content/.</param>
    /// <param name="links">Of the body.</param>
    /// <returns>1 for most, which are not even read for it.</returns>
    /// <exception cref="OperationCanceledException">Asked for by <paramref name="stop"/>.</exception>
    public int PagesOf(
        SourceText source,
        TextSpan body,
        string path,
        IReadOnlyList<LinkReference> links,
        CancellationToken stop = default
    )
    {
        var text = source.Text.AsSpan(body.Start, body.Length);
        if (IsShort(text))
        {
            return 1;
        }

        // Where the links lead is not known yet; addresses of about that length will do.
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var link in links)
        {
            targets[link.Target] = $"/{link.Target}";
        }

        var html = _bodies.RenderPage(new BodySource(text.ToString(), path, targets), stop);
        return TextBreaks
            .Of(LiteText.Of(html.Lead + html.Rest, "/", new LiteLinks("")))
            .PartsOf(TextWeight.Page, PagesMax);
    }

    /// <summary>Whether it fits a page, whatever its marks mean.</summary>
    private static bool IsShort(ReadOnlySpan<char> text)
    {
        if (text.Length > TextWeight.Page)
        {
            return false;
        }

        var weight = Encoding.UTF8.GetByteCount(text);
        weight += text.ContainsAnyInRange('\u2E80', '\uFFFF') ? weight / 3 : 0;
        weight += HeadingBytes(text);
        var rest = text;
        for (var at = rest.IndexOfAny(Marks); at >= 0 && weight <= TextWeight.Page; at = rest.IndexOfAny(Marks))
        {
            weight += rest[at] == '\n' ? 1 : MarkUnits;
            rest = rest[(at + 1)..];
        }

        return weight <= TextWeight.Page;
    }

    /// <summary>A heading has its words in its id as well.</summary>
    private static int HeadingBytes(ReadOnlySpan<char> text)
    {
        var (bytes, before) = (0, 0);
        foreach (var line in text.EnumerateLines())
        {
            var isUnderline = line.StartsWith("---") || line.StartsWith("===");
            bytes +=
                line.StartsWith('#') ? Encoding.UTF8.GetByteCount(line)
                : isUnderline ? before
                : 0;
            before = line.Length * 3;
        }

        return bytes;
    }
}
