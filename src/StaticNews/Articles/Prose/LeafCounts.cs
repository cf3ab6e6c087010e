using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace StaticNews.Articles.Prose;

/// <summary>
/// What the inline parsers know of the block that they are in. Markdig keeps brackets and emphasis that may still close as containers within one another, and goes through
/// all of them for each piece of text: <see cref="Depth"/> is what a piece costs.
/// </summary>
internal sealed class LeafCounts(ParseBudget budget)
{
    private LeafBlock? _block;

    /// <summary>Open brackets and emphasis.</summary>
    public int Depth { get; set; }

    /// <summary>Pieces so far.</summary>
    public int Pieces { get; private set; }

    /// <summary>From the length of a run of backticks to the place where the last such run begins; null before the first.</summary>
    public Dictionary<int, int>? Backticks { get; set; }

    /// <summary>Up to where <see cref="Backticks"/> says it.</summary>
    public int BackticksEnd { get; set; }

    /// <summary>For a title that begins with ", ' or (: behind which place no such title ends.</summary>
    public int[] TitlesEnd { get; } = new int[3];

    /// <summary>The last places of what ends comments and the like, in the order of <see cref="CountedAngleParser"/>; null before they are asked for.</summary>
    public int[]? MarkupEnds { get; set; }

    public TableCounts Table { get; } = new();

    public static LeafCounts Of(InlineProcessor processor)
    {
        var counts = ((ProseContext)processor.Context!).Leaf;
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
