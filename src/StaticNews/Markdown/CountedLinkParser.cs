using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace StaticNews.Markdown;

/// <summary>
/// Markdig's parser of links and pictures, with its work counted. Where an address or a title cannot end, it is not
/// tried: Markdig would read to the end of the block each time.
/// </summary>
internal sealed class CountedLinkParser : LinkInlineParser
{
    /// <summary>As in cmark (<c>src/inlines.c</c>, <c>manual_scan_link_url_2</c>).</summary>
    private const int ParenthesesMax = 32;

    /// <summary>A character of an address or title is looked at here, then by Markdig, and copied.</summary>
    private const int StepsPerChar = 3;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var counts = LeafCounts.OfPiece(processor, slice);
        return slice.CurrentChar == ']' ? Close(processor, ref slice, counts) : Open(processor, ref slice, counts);
    }

    private bool Open(InlineProcessor processor, ref StringSlice slice, LeafCounts counts)
    {
        var start = slice.Start;
        if (!base.Match(processor, ref slice))
        {
            return false;
        }

        counts.Depth++;
        if (
            processor.Inline is LinkDelimiterInline { LabelSpan.IsEmpty: false } open
            && slice.AsSpan()[..Math.Min(slice.Length, open.LabelSpan.Length)].Contains('\n')
        )
        {
            // Markdig found the place of a label's end in a later line, and begins with the block's first line when it
            // is asked for an earlier place.
            counts.Spend(processor, start, open.Line - processor.Block!.Line);
        }

        return true;
    }

    private bool Close(InlineProcessor processor, ref StringSlice slice, LeafCounts counts)
    {
        if (processor.Inline?.FirstParentOfType<LinkDelimiterInline>() is not { } open)
        {
            return base.Match(processor, ref slice);
        }

        counts.Spend(processor, slice.Start, Children(open));
        var end = slice.End;
        if (open.IsActive && slice.PeekChar() == '(' && !MayEnd(processor, slice, counts))
        {
            slice.End = slice.Start;
        }

        var isLink = base.Match(processor, ref slice);
        slice.End = end;
        counts.Depth = isLink ? Parents(processor.Inline) : Math.Max(0, counts.Depth - 1);
        if (isLink)
        {
            counts.Link(processor.Inline);
        }

        return isLink;
    }

    private static int Children(ContainerInline open)
    {
        var count = 0;
        for (var child = open.FirstChild; child is not null; child = child.NextSibling)
        {
            count++;
        }

        return count;
    }

    private static int Parents(Inline? inline)
    {
        var count = -1;
        for (var parent = inline?.Parent; parent is not null; parent = parent.Parent)
        {
            count++;
        }

        return Math.Max(0, count);
    }

    /// <summary>
    /// Whether the address and the title behind a closing bracket can end; what stands between them is left to Markdig.
    /// </summary>
    private static bool MayEnd(InlineProcessor processor, StringSlice slice, LeafCounts counts)
    {
        var text = slice.AsSpan();
        var at = SkipWhite(text, 2);
        var mayEnd = TrySkipAddress(text, ref at);
        var address = at;
        at = mayEnd ? SkipWhite(text, at) : at;
        mayEnd = mayEnd && (at == address || at >= text.Length || MayTitleEnd(text, slice.Start, ref at, counts));
        counts.Spend(processor, slice.Start, StepsPerChar * at);
        return mayEnd;
    }

    private static int SkipWhite(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at].IsWhitespace())
        {
            at++;
        }

        return at;
    }

    /// <summary>Goes to the end of the address, or to what shows that it is none.</summary>
    /// <returns>False where too many parentheses are nested.</returns>
    private static bool TrySkipAddress(ReadOnlySpan<char> text, ref int at)
    {
        if (at < text.Length && text[at] == '<')
        {
            SkipPointedAddress(text, ref at);
            return true;
        }

        for (var open = 0; at < text.Length && text[at] > ' ' && text[at] != '\u007F'; at++)
        {
            switch (text[at])
            {
                case '\\':
                    at++;
                    break;
                case '(' when ++open > ParenthesesMax:
                    return false;
                case ')' when --open < 0:
                    return true;
            }
        }

        return true;
    }

    private static void SkipPointedAddress(ReadOnlySpan<char> text, ref int at)
    {
        for (at++; at < text.Length && text[at] is not ('>' or '<' or '\r' or '\n'); at++)
        {
            at += text[at] == '\\' ? 1 : 0;
        }

        at++;
    }

    /// <param name="start">Of the text in the block.</param>
    /// <param name="at">Where the title begins; then where it was read to.</param>
    private static bool MayTitleEnd(ReadOnlySpan<char> text, int start, ref int at, LeafCounts counts)
    {
        var kind = "\"'(".IndexOf(text[at], StringComparison.Ordinal);
        if (kind < 0)
        {
            return true;
        }

        if (start + at >= counts.TitlesEnd[kind])
        {
            return false;
        }

        var opening = at;
        var close = text[at] == '(' ? ')' : text[at];
        for (at++; at < text.Length && text[at] != close; at++)
        {
            at += text[at] == '\\' ? 1 : 0;
        }

        if (at < text.Length)
        {
            return true;
        }

        counts.TitlesEnd[kind] = start + opening;
        return false;
    }
}

/// <summary>
/// Markdig's parser of addresses between angle brackets and of raw HTML, with its work counted. A comment, a
/// declaration or the like that has no end is not tried: Markdig would read to the end of the block each time.
/// </summary>
internal sealed class CountedAngleParser(AutolinkOptions options) : AutolinkInlineParser(options)
{
    private static readonly string[] Openings = ["<!--", "<![CDATA[", "<?", "<!"];

    private static readonly string[] Ends = ["-->", "]]>", "?>", ">"];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var counts = LeafCounts.OfPiece(processor, slice);
        var start = slice.Start;
        if (
            slice.PeekChar() is '!' or '?'
            && !MayEnd(processor, slice, counts)
            && !LinkHelper.TryParseAutolink(slice, out _, out _)
        )
        {
            return false;
        }

        var isMatch = base.Match(processor, ref slice);
        counts.Spend(processor, start, slice.Start - start);
        return isMatch;
    }

    private static bool MayEnd(InlineProcessor processor, StringSlice slice, LeafCounts counts)
    {
        var text = slice.AsSpan();
        if (counts.MarkupEnds is null)
        {
            counts.MarkupEnds = new int[Ends.Length];
            for (var i = 0; i < Ends.Length; i++)
            {
                counts.MarkupEnds[i] = text.LastIndexOf(Ends[i]) is var last and >= 0 ? slice.Start + last : -1;
            }

            counts.Spend(processor, slice.Start, text.Length);
        }

        for (var i = 0; i < Openings.Length; i++)
        {
            if (text.StartsWith(Openings[i]))
            {
                return counts.MarkupEnds[i] > slice.Start;
            }
        }

        return true;
    }
}

/// <summary>
/// Markdig's parser of code in a line, which is not asked where no run of backticks of the same length follows: it
/// would read to the end of the block each time.
/// </summary>
internal sealed class CountedCodeParser : CodeInlineParser
{
    /// <summary>
    /// Where a line within the code begins as a row of a table does, Markdig looks for pipes among all pieces before
    /// it.
    /// </summary>
    private const int StepsPerPiece = 4;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var counts = LeafCounts.OfPiece(processor, slice);
        if (slice.PeekCharExtra(-1) == '`')
        {
            return false;
        }

        var text = slice.AsSpan();
        var start = slice.Start;
        if (counts.Backticks is null || start >= counts.BackticksEnd)
        {
            Find(processor, counts, text, start, text.Length);
        }

        if (counts.Backticks!.GetValueOrDefault(RunLength(text)) <= start)
        {
            return false;
        }

        var isCode = base.Match(processor, ref slice);
        var read = isCode ? slice.Start - start : text.Length;
        var row = text[..read].IndexOf("\n|");
        counts.Spend(
            processor,
            start,
            row < 0 ? read
                : isCode ? read + (StepsPerPiece * counts.Pieces)
                : row
        );
        if (!isCode && row >= 0)
        {
            // In a table code ends with its row: only what the row holds can close another run in it.
            Find(processor, counts, text, start, row);
        }

        return isCode;
    }

    private static void Find(
        InlineProcessor processor,
        LeafCounts counts,
        ReadOnlySpan<char> text,
        int start,
        int length
    )
    {
        counts.Spend(processor, start, length);
        (counts.Backticks, counts.BackticksEnd) = (LastRuns(text[..length], start), start + length);
    }

    private static Dictionary<int, int> LastRuns(ReadOnlySpan<char> text, int start)
    {
        var last = new Dictionary<int, int>();
        for (var at = 0; at < text.Length && text[at..].IndexOf('`') is var found and >= 0; )
        {
            at += found;
            var length = RunLength(text[at..]);
            last[length] = start + at;
            at += length;
        }

        return last;
    }

    private static int RunLength(ReadOnlySpan<char> text) =>
        text.IndexOfAnyExcept('`') is var end and >= 0 ? end : text.Length;
}

/// <summary>Markdig's parser of emphasis, with its work counted.</summary>
internal sealed class CountedEmphasisParser : EmphasisInlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var counts = LeafCounts.OfPiece(processor, slice);
        if (!base.Match(processor, ref slice))
        {
            return false;
        }

        counts.Depth += processor.Inline is EmphasisDelimiterInline ? 1 : 0;
        return true;
    }
}

/// <summary>Markdig's parser of character references, with its work counted.</summary>
internal sealed class CountedEntityParser : HtmlEntityParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        LeafCounts.OfPiece(processor, slice);
        return base.Match(processor, ref slice);
    }
}

/// <summary>Markdig's parser of backslashes, with its work counted.</summary>
internal sealed class CountedEscapeParser : EscapeInlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        LeafCounts.OfPiece(processor, slice);
        return base.Match(processor, ref slice);
    }
}

/// <summary>
/// What the inline parsers know of the block that they are in. Markdig keeps brackets and emphasis that may still close
/// as containers within one another, and goes through all of them for each piece of text: <see cref="Depth"/> is what a
/// piece costs.
/// </summary>
internal sealed class LeafCounts(ParseBudget budget)
{
    private LeafBlock? _block;

    /// <summary>Open brackets and emphasis.</summary>
    public int Depth { get; set; }

    /// <summary>Pieces so far.</summary>
    public int Pieces { get; private set; }

    /// <summary>
    /// From the length of a run of backticks to the place where the last such run begins; null before the first.
    /// </summary>
    public Dictionary<int, int>? Backticks { get; set; }

    /// <summary>The offset up to which <see cref="Backticks"/> is valid.</summary>
    public int BackticksEnd { get; set; }

    /// <summary>For a title that begins with ", ' or (: behind which place no such title ends.</summary>
    public int[] TitlesEnd { get; } = new int[3];

    /// <summary>
    /// The last places of what ends comments and the like, in the order of <see cref="CountedAngleParser"/>; null
    /// before they are asked for.
    /// </summary>
    public int[]? MarkupEnds { get; set; }

    public TableCounts Table { get; } = new();

    public static LeafCounts Of(InlineProcessor processor)
    {
        var counts = ((ParseContext)processor.Context!).Leaf;
        if (!ReferenceEquals(counts._block, processor.Block))
        {
            counts.Begin(processor.Block!);
        }

        return counts;
    }

    /// <summary>A piece: it goes into the innermost open container, and so does the text before it.</summary>
    public static LeafCounts OfPiece(InlineProcessor processor, in StringSlice slice)
    {
        var counts = Of(processor);
        counts.Pieces++;
        counts.Spend(processor, slice.Start, 2 * (counts.Depth + 1));
        return counts;
    }

    /// <param name="offset">In the block's text.</param>
    public void Spend(InlineProcessor processor, int offset, long steps)
    {
        if (budget.IsTimeToLook(steps))
        {
            budget.Look(processor.GetSourcePosition(offset));
        }
    }

    public void Fill(long cells) => budget.Fill(cells, _block!.Span.Start);

    /// <summary>Counts the link that was just made.</summary>
    public void Link(Inline? inline)
    {
        if (inline is LinkInline link)
        {
            budget.Link(link.Span.Start);
            if (link.Reference is not null)
            {
                budget.Expand((link.Url?.Length ?? 0) + (link.Title?.Length ?? 0), link.Span.Start);
            }
        }
    }

    private void Begin(LeafBlock block)
    {
        (_block, Depth, Pieces, Backticks, MarkupEnds) = (block, 0, 0, null, null);
        Array.Fill(TitlesEnd, int.MaxValue);
        Table.Clear();
    }
}
