using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace StaticNews.Articles.Prose;

/// <summary>Markdig's parser of code in a line, which is not asked where no run of backticks of the same length follows: it would read to the end of the block each time.</summary>
internal sealed class CountedCodeParser : CodeInlineParser
{
    /// <summary>Where a line within the code begins as a row of a table does, Markdig looks for pipes among all pieces before it.</summary>
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
        counts.Spend(processor, start, row < 0 ? read : isCode ? read + (StepsPerPiece * counts.Pieces) : row);
        if (!isCode && row >= 0)
        {
            // In a table code ends with its row: only what the row holds can close another run in it.
            Find(processor, counts, text, start, row);
        }

        return isCode;
    }

    private static void Find(InlineProcessor processor, LeafCounts counts, ReadOnlySpan<char> text, int start, int length)
    {
        counts.Spend(processor, start, length);
        (counts.Backticks, counts.BackticksEnd) = (LastRuns(text[..length], start), start + length);
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
