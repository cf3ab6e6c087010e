using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace StaticNews.Articles.Prose;

/// <summary>Markdig's parser of code in a line, which is not asked where no run of backticks of the same length follows: it would read to the end of the block each time.</summary>
internal sealed class CountedCodeParser : CodeInlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var counts = LeafCounts.OfPiece(processor, slice);
        if (slice.PeekCharExtra(-1) == '`')
        {
            return false;
        }

        var text = slice.AsSpan();
        var start = slice.Start;
        if (counts.Backticks is null)
        {
            counts.Backticks = LastRuns(text, start);
            counts.Spend(processor, start, text.Length);
        }

        if (counts.Backticks[RunLength(text)] <= start)
        {
            return false;
        }

        var isCode = base.Match(processor, ref slice);
        var rows = text[..(isCode ? slice.Start - start : text.Length)].IndexOf("\n|");
        counts.Spend(processor, start, isCode ? slice.Start - start + (rows < 0 ? 0 : counts.Pieces) : rows < 0 ? text.Length : rows);
        return isCode;
    }

    private static Dictionary<int, int> LastRuns(ReadOnlySpan<char> text, int start)
    {
        var last = new Dictionary<int, int>();
        for (var at = 0; at < text.Length && text[at..].IndexOf('`') is var found and >= 0;)
        {
            at += found;
            var length = RunLength(text[at..]);
            last[length] = start + at;
            at += length;
        }

        return last;
    }

    private static int RunLength(ReadOnlySpan<char> text) => text.IndexOfAnyExcept('`') is var end and >= 0 ? end : text.Length;
}
