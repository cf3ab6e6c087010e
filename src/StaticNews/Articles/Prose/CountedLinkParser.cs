using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax.Inlines;

namespace StaticNews.Articles.Prose;

/// <summary>
/// Markdig's parser of links and pictures, with its work counted. Where an address or a title cannot end, it is not tried: Markdig would read to the end of the block each time.
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
        if (processor.Inline is LinkDelimiterInline { LabelSpan.IsEmpty: false } open && slice.AsSpan()[..Math.Min(slice.Length, open.LabelSpan.Length)].Contains('\n'))
        {
            // Markdig found the place of a label's end in a later line, and begins with the block's first line when it is asked for an earlier place.
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

    /// <summary>Whether the address and the title behind a closing bracket can end; what stands between them is left to Markdig.</summary>
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
    /// <returns>False where too many parentheses stand in one another.</returns>
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
