using System.Collections.Frozen;

namespace StaticNews.Markdown;

/// <summary>What a browser's parser would make of raw HTML, seen before it is parsed.</summary>
/// <param name="Depth">The most elements that would be open at once; counting ends at <see cref="DepthMax"/>.</param>
/// <param name="Elements">That it would make.</param>
/// <param name="Chars">Of the tags that it would write again.</param>
/// <param name="Moves">Places passed while elements are moved before tables.</param>
/// <param name="OpenMost">The most emphasis that would be open at once.</param>
/// <param name="OpenChars">The most characters of its tags.</param>
internal readonly record struct HtmlEstimate(
    int Depth,
    long Elements,
    long Chars,
    long Moves,
    int OpenMost,
    long OpenChars
)
{
    /// <summary>As deep as <see cref="RawHtmlWriter"/> goes.</summary>
    public const int DepthMax = HtmlNesting.OpenMax * 2;

    /// <summary>An element is made, written and read again, each time beside those that are open.</summary>
    private const int StepsPerElement = 100;

    public static HtmlEstimate Of(ReadOnlySpan<char> html)
    {
        var tree = new OpenElementEstimate();
        while (html.IndexOf('<') is var found and >= 0 && tree.Depth <= DepthMax)
        {
            if (!html[..found].IsWhiteSpace())
            {
                tree.SeeText();
            }

            html = html[(found + 1)..];
            var isEnd = html.StartsWith("/");
            var name = html[(isEnd ? 1 : 0)..];
            name = name[..NameLength(name)];
            if (name.IsEmpty)
            {
                continue;
            }

            if (isEnd)
            {
                tree.SeeEnd(name);
            }
            else
            {
                tree.SeeStart(name, html[..(html.IndexOf('>') is var close and >= 0 ? close : html.Length)]);
            }
        }

        return new HtmlEstimate(
            tree.Depth,
            tree.Elements,
            tree.Chars,
            tree.Moves,
            tree.FormattingMost,
            tree.FormattingChars
        );
    }

    /// <exception cref="BodyLimitException">It is more than the body's limits allow.</exception>
    public void Charge(ParseBudget budget)
    {
        budget.Build(Elements, 0);
        budget.Spend((Elements * StepsPerElement) + Moves, 0);
        budget.Write(budget.Output + Chars, 0);
    }

    private static int NameLength(ReadOnlySpan<char> html)
    {
        var length = 0;
        while (length < html.Length && char.IsAsciiLetterOrDigit(html[length]))
        {
            length++;
        }

        return length;
    }
}

/// <summary>
/// How deep HTML is nested, seen before it is parsed: the time of a parser grows with the number of elements that are
/// open, and walking its tree needs stack for them.
/// </summary>
internal static class HtmlNesting
{
    /// <summary>Markdown's own limit and as much again for what HTML adds.</summary>
    public const int OpenMax = MarkdownParser.NestingMax * 2;

    /// <summary>Elements that end by themselves: without content, or closed by their next sibling.</summary>
    private static readonly FrozenSet<string> NotCounted = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "area",
        "base",
        "br",
        "col",
        "colgroup",
        "dd",
        "dt",
        "embed",
        "hr",
        "img",
        "input",
        "li",
        "link",
        "meta",
        "optgroup",
        "option",
        "p",
        "param",
        "source",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "track",
        "wbr"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotCountedSpans =
        NotCounted.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>An end tag takes back one start tag, whichever: only the count matters.</summary>
    public static bool IsTooDeep(ReadOnlySpan<char> html)
    {
        var open = 0;
        while (html.IndexOf('<') is var found and >= 0)
        {
            html = html[(found + 1)..];
            var isEnd = html.StartsWith("/");
            var name = html[(isEnd ? 1 : 0)..];
            name = name[..NameLength(name)];
            if (name.IsEmpty || NotCountedSpans.Contains(name))
            {
                continue;
            }

            open = isEnd ? Math.Max(0, open - 1) : open + 1;
            if (open > OpenMax)
            {
                return true;
            }
        }

        return false;
    }

    private static int NameLength(ReadOnlySpan<char> html)
    {
        var length = 0;
        while (length < html.Length && char.IsAsciiLetterOrDigit(html[length]))
        {
            length++;
        }

        return length;
    }
}

/// <summary>
/// The elements that are open while raw HTML is read, close to the number that a browser would make. Emphasis that
/// a block's end closes is opened again in the next text (HTML standard, 13.2.4.3, "reconstruct the active formatting
/// elements"), at most three times the same ("Noah's Ark clause"), and what stands in a table outside its cells is
/// moved before the table (13.2.6.1, "foster parent").
/// </summary>
internal sealed class OpenElementEstimate
{
    private const int AlikeMax = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Formatting = Names(
        "a",
        "b",
        "big",
        "code",
        "em",
        "font",
        "i",
        "nobr",
        "s",
        "small",
        "strike",
        "strong",
        "tt",
        "u"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Void = Names(
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr"
    );

    /// <summary>Their start tags end a paragraph that is open.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Blocks = Names(
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "li",
        "listing",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "plaintext",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "ul",
        "xmp"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TableParts = Names(
        "caption",
        "col",
        "colgroup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr"
    );

    private readonly List<(string Name, Emphasis? Emphasis)> _open = [];

    /// <summary>
    /// Emphasis that is not closed; null where a cell begins, which keeps the emphasis outside from its text.
    /// </summary>
    private readonly List<Emphasis?> _formatting = [];

    private int _waiting;
    private int _tables;
    private int _cells;
    private long _moved;
    private int _longestTag;

    /// <summary>The most elements that were open at once.</summary>
    public int Depth { get; private set; }

    public long Elements { get; private set; }

    public long Chars { get; private set; }

    public long Moves { get; private set; }

    /// <summary>The most emphasis that was not closed at once.</summary>
    public int FormattingMost { get; private set; }

    /// <summary>That number times the longest tag: no less than the characters of them all.</summary>
    public long FormattingChars => (long)FormattingMost * _longestTag;

    public void SeeText() => Reopen();

    /// <param name="tag">From its name on.</param>
    public void SeeStart(ReadOnlySpan<char> name, ReadOnlySpan<char> tag)
    {
        var isPart = _tables > 0 && TableParts.Contains(name);
        if (isPart)
        {
            CloseTo(
                name is "td" or "th" or "caption" ? ["td", "th", "caption"] : ["td", "th", "caption", "tr"],
                ["table"]
            );
        }
        else if (_tables > _cells)
        {
            Moves += ++_moved;
        }

        CloseBefore(name);
        if (Void.Contains(name))
        {
            Elements++;
            return;
        }

        if (!isPart && !Blocks.Contains(name))
        {
            Reopen();
        }

        Push(name.ToString(), Formatting.Contains(name) ? new Emphasis(tag.ToString()) : null);
    }

    public void SeeEnd(ReadOnlySpan<char> name)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (!name.Equals(_open[i].Name, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (_open[i].Emphasis is { } emphasis)
            {
                _formatting.Remove(emphasis);
                _open.RemoveAt(i);
            }
            else
            {
                CloseFrom(i);
            }

            return;
        }

        CloseWaiting(name);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names(params string[] names) =>
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, names).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Emphasis that is not open just now, and ends before it is opened again.</summary>
    private void CloseWaiting(ReadOnlySpan<char> name)
    {
        for (var i = _formatting.Count - 1; _waiting > 0 && i >= 0 && _formatting[i] is { } emphasis; i--)
        {
            if (!emphasis.IsOpen && name.Equals(emphasis.Name, StringComparison.OrdinalIgnoreCase))
            {
                _formatting.RemoveAt(i);
                _waiting--;
                return;
            }
        }
    }

    private void CloseBefore(ReadOnlySpan<char> name)
    {
        switch (name)
        {
            case "li":
                CloseTo(["li"], ["ul", "ol"]);
                break;
            case "dd" or "dt":
                CloseTo(["dd", "dt"], ["dl"]);
                break;
            case "option":
                CloseTo(["option"], ["select"]);
                break;
        }

        if (Blocks.Contains(name))
        {
            CloseTo(["p"], ["button", "td", "th", "caption"]);
        }
    }

    /// <summary>
    /// Closes the innermost of these, with what is open in it, unless something stands between that hides it.
    /// </summary>
    private void CloseTo(ReadOnlySpan<string> names, ReadOnlySpan<string> upTo)
    {
        for (var i = _open.Count - 1; i >= 0 && !Contains(upTo, _open[i].Name); i--)
        {
            if (Contains(names, _open[i].Name))
            {
                CloseFrom(i);
                i = Math.Min(i, _open.Count);
            }
        }
    }

    private static bool Contains(ReadOnlySpan<string> names, string name)
    {
        foreach (var other in names)
        {
            if (name.Equals(other, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private void CloseFrom(int index)
    {
        for (var i = _open.Count - 1; i >= index; i--)
        {
            var (name, emphasis) = _open[i];
            _open.RemoveAt(i);
            if (emphasis is not null)
            {
                emphasis.IsOpen = false;
                _waiting++;
            }
            else
            {
                Leave(name);
            }
        }
    }

    private void Leave(string name)
    {
        _tables -= IsTable(name) ? 1 : 0;
        if (!IsCell(name))
        {
            return;
        }

        _cells--;
        while (_formatting.Count > 0)
        {
            var last = _formatting[^1];
            _formatting.RemoveAt(_formatting.Count - 1);
            if (last is null)
            {
                return;
            }

            _waiting -= last.IsOpen ? 0 : 1;
        }
    }

    private void Push(string name, Emphasis? emphasis)
    {
        Elements++;
        _open.Add((name, emphasis));
        Depth = Math.Max(Depth, _open.Count);
        _tables += IsTable(name) ? 1 : 0;
        if (emphasis is not null)
        {
            DropAlike(emphasis);
            _formatting.Add(emphasis);
            FormattingMost = Math.Max(FormattingMost, _formatting.Count);
            _longestTag = Math.Max(_longestTag, emphasis.Tag.Length + emphasis.Name.Length + "<></>".Length);
        }
        else if (IsCell(name))
        {
            _cells++;
            _formatting.Add(null);
        }
    }

    private void DropAlike(Emphasis emphasis)
    {
        var (count, first) = (0, 0);
        for (var i = _formatting.Count - 1; i >= 0 && _formatting[i] is { } other; i--)
        {
            if (other.Tag.Equals(emphasis.Tag, StringComparison.OrdinalIgnoreCase))
            {
                (count, first) = (count + 1, i);
            }
        }

        if (count >= AlikeMax)
        {
            _waiting -= _formatting[first]!.IsOpen ? 0 : 1;
            _formatting.RemoveAt(first);
        }
    }

    private void Reopen()
    {
        if (_waiting == 0)
        {
            return;
        }

        var first = _formatting.Count;
        while (first > 0 && _formatting[first - 1] is not null)
        {
            first--;
        }

        for (var i = first; i < _formatting.Count; i++)
        {
            if (_formatting[i] is { IsOpen: false } emphasis)
            {
                emphasis.IsOpen = true;
                _waiting--;
                Elements++;
                Chars += emphasis.Tag.Length + emphasis.Name.Length + "<></>".Length;
                _open.Add((emphasis.Name, emphasis));
            }
        }

        Depth = Math.Max(Depth, _open.Count);
    }

    private static bool IsTable(string name) => name.Equals("table", StringComparison.OrdinalIgnoreCase);

    private static bool IsCell(string name) => Contains(["td", "th", "caption"], name);

    private sealed class Emphasis(string tag)
    {
        public string Tag { get; } = tag;

        public string Name { get; } =
            tag[..(tag.AsSpan().IndexOfAny(" \t\r\n/") is var end and >= 0 ? end : tag.Length)];

        public bool IsOpen { get; set; } = true;
    }
}
