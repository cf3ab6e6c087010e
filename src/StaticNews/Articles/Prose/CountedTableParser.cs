using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax.Inlines;

namespace StaticNews.Articles.Prose;

/// <summary>Markdig's parser of tables, with its work and the cells that it fills in counted before it does so.</summary>
internal sealed class CountedTableParser(LineBreakInlineParser lineBreaks, PipeTableOptions options) : PipeTableParser(lineBreaks, options), IPostInlineProcessor
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var counts = LeafCounts.OfPiece(processor, slice);
        switch (slice.CurrentChar)
        {
            case ':':
                return slice.PeekChar() == '|' && MatchColon(processor, ref slice, counts);
            case '|':
                counts.Table.AddPipe();
                break;
            default:
                var isPair = slice.CurrentChar == '\r' && slice.PeekChar() == '\n';
                counts.Table.EndRow(slice.AsSpan()[(isPair ? 2 : 1)..]);
                break;
        }

        return base.Match(processor, ref slice);
    }

    /// <summary>Markdig reads the whole line for each colon before a pipe; the answer is the same for all of a line.</summary>
    private bool MatchColon(InlineProcessor processor, ref StringSlice slice, LeafCounts counts)
    {
        if (slice.Start < counts.Table.ColonLineEnd)
        {
            if (counts.Table.IsColonText)
            {
                AppendColon(processor, ref slice);
            }

            return counts.Table.IsColonText;
        }

        var line = slice.AsSpan().IndexOfAny('\r', '\n');
        counts.Table.ColonLineEnd = line < 0 ? slice.End + 1 : slice.Start + line;
        counts.Spend(processor, slice.Start, counts.Table.ColonLineEnd - slice.Start);
        return counts.Table.IsColonText = base.Match(processor, ref slice);
    }

    private static void AppendColon(InlineProcessor processor, ref StringSlice slice)
    {
        var position = processor.GetSourcePosition(slice.Start, out var line, out var column);
        if (processor.Inline is LiteralInline literal && ReferenceEquals(literal.Content.Text, slice.Text) && literal.Content.End + 1 == slice.Start)
        {
            literal.Content.End = slice.Start;
            literal.Span.End = position;
        }
        else
        {
            processor.Inline = new LiteralInline
            {
                Content = new StringSlice(slice.Text, slice.Start, slice.Start),
                Span = new Markdig.Syntax.SourceSpan(position, position),
                Line = line,
                Column = column,
            };
        }

        slice.SkipChar();
    }

    bool IPostInlineProcessor.PostProcess(InlineProcessor state, Inline? root, Inline? lastChild, int postInlineProcessorIndex, bool isFinalProcessing)
    {
        var counts = LeafCounts.Of(state);
        if (counts.Table.Pipes == 0 || state.ParserStates[Index] is null || root is not ContainerInline container)
        {
            return PostProcess(state, root, lastChild, postInlineProcessorIndex, isFinalProcessing);
        }

        if (!isFinalProcessing)
        {
            counts.Spend(state, 0, PipesIn(container) * (long)(counts.Table.Pipes + counts.Table.Rows));
            return PostProcess(state, root, lastChild, postInlineProcessorIndex, isFinalProcessing: false);
        }

        counts.Fill(counts.Table.Missing);
        counts.Spend(state, 0, counts.Depth == 0 ? 0 : Moves(container));
        var goesOn = PostProcess(state, root, lastChild, postInlineProcessorIndex, isFinalProcessing: true);
        if (!goesOn && state.BlockNew is not Table)
        {
            // A table behind the paragraph that it began in is looked for among its parent's blocks when all are parsed.
            counts.Spend(state, 0, state.Block!.Parent?.Count ?? 0);
        }

        return goesOn;
    }

    private static int PipesIn(ContainerInline container)
    {
        var count = 0;
        for (var child = container.FirstChild; child is not null; child = child.NextSibling)
        {
            count += child is PipeTableDelimiterInline ? 1 : 0;
        }

        return count;
    }

    /// <summary>A pipe or line end within open emphasis is brought to the top, with everything behind it moved each time.</summary>
    private static long Moves(ContainerInline root)
    {
        var moves = 0L;
        var depth = 0;
        var rest = new Stack<ContainerInline>([root]);
        while (rest.TryPop(out var container))
        {
            var (children, delimiters) = (0, 0);
            for (var child = container.FirstChild; child is not null; child = child.NextSibling)
            {
                children++;
                delimiters += child is PipeTableDelimiterInline or LineBreakInline ? 1 : 0;
                if (child is ContainerInline { FirstChild: not null } inner)
                {
                    rest.Push(inner);
                }
            }

            moves += ReferenceEquals(container, root) ? 0 : delimiters * (long)(children + depth);
            depth++;
        }

        return moves;
    }
}
