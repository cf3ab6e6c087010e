using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace StaticNews.Markdown;

/// <summary>
/// Puts the parsers that count their work in the places of Markdig's own. Must be the last extension: the others bring
/// parsers.
/// </summary>
internal sealed class CountedParsers : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Replace<ParagraphBlockParser>(new CountedParagraphParser());
        pipeline.BlockParsers.Replace<FootnoteParser>(new CountedFootnoteParser());
        pipeline.BlockParsers.Replace<QuoteBlockParser>(new CountedQuoteParser());
        pipeline.BlockParsers.Replace<ListBlockParser>(new CountedListParser());
        pipeline.InlineParsers.Replace<LinkInlineParser>(new CountedLinkParser());
        pipeline.InlineParsers.Replace<CodeInlineParser>(new CountedCodeParser());
        pipeline.InlineParsers.Replace<EmphasisInlineParser>(new CountedEmphasisParser());
        pipeline.InlineParsers.Replace<EscapeInlineParser>(new CountedEscapeParser());
        pipeline.InlineParsers.Replace<HtmlEntityParser>(new CountedEntityParser());
        pipeline.InlineParsers.Replace<AutolinkInlineParser>(
            new CountedAngleParser(pipeline.InlineParsers.FindExact<AutolinkInlineParser>()!.Options)
        );
        var lineBreaks = pipeline.InlineParsers.FindExact<LineBreakInlineParser>()!;
        pipeline.InlineParsers.Replace<PipeTableParser>(
            new CountedTableParser(lineBreaks, pipeline.InlineParsers.FindExact<PipeTableParser>()!.Options)
        );
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }
}

/// <summary>Markdig's parser of footnotes, with its work counted.</summary>
internal sealed class CountedFootnoteParser : FootnoteParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var state = base.TryOpen(processor);
        Count(processor, state);
        return state;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var state = base.TryContinue(processor, block);
        Count(processor, state);
        return state;
    }

    /// <summary>
    /// A note is looked for among all definitions, and one that is not used moves the notes behind it.
    /// </summary>
    private static void Count(BlockProcessor processor, BlockState state)
    {
        if (state != BlockState.None && processor.NewBlocks.Count > 0)
        {
            BlockCounts.Spend(processor, BlockCounts.Definitions(processor) * 2L);
        }
    }
}

/// <summary>
/// Markdig's parser of lists, with its work counted, which ends where they are nested too deeply.
/// </summary>
internal sealed class CountedListParser : ListBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var state = base.TryOpen(processor);
        BlockCounts.RequireDepth(processor, state);
        return state;
    }

    public override bool Close(BlockProcessor processor, Block blockToClose)
    {
        if (blockToClose is ListBlock list)
        {
            foreach (var item in list)
            {
                BlockCounts.Spend(processor, Moves((ListItemBlock)item));
            }
        }

        return base.Close(processor, blockToClose);
    }

    /// <summary>Each blank line is taken out of an item, which moves the blocks behind it.</summary>
    private static long Moves(ListItemBlock item)
    {
        var (moves, behind) = ((long)item.Count, 0);
        for (var i = item.Count - 1; i >= 0; i--)
        {
            if (item[i] is BlankLineBlock)
            {
                moves += behind;
            }
            else
            {
                behind++;
            }
        }

        return moves;
    }
}

/// <summary>Markdig's parser of paragraphs and of the link definitions at their start, with its work counted.</summary>
internal sealed class CountedParagraphParser : ParagraphBlockParser
{
    /// <summary>
    /// Markdig looks through all blocks before one that it takes out of its place; eight of them take as long as a
    /// step.
    /// </summary>
    private const int BlocksPerStep = 8;

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.CurrentChar is '=' or '-')
        {
            // Each line that can underline a heading has the paragraph read again for definitions, and a heading put in
            // its place.
            var paragraph = (ParagraphBlock)block;
            BlockCounts.Spend(
                processor,
                Removal(paragraph)
                    + (MayDefine(paragraph) ? paragraph.Span.Length + Definitions(processor, paragraph) : 0)
            );
        }

        return base.TryContinue(processor, block);
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is ParagraphBlock paragraph && MayDefine(paragraph))
        {
            BlockCounts.Spend(
                processor,
                Removal(paragraph) + paragraph.Span.Length + Definitions(processor, paragraph)
            );
        }

        return base.Close(processor, block);
    }

    private static long Removal(ParagraphBlock paragraph) => (paragraph.Parent?.Count ?? 0) / BlocksPerStep;

    private static bool MayDefine(ParagraphBlock paragraph) =>
        paragraph.Lines.Count > 0 && paragraph.Lines.Lines[0].Slice.AsSpan().TrimStart().StartsWith('[');

    /// <summary>
    /// Each definition moves the lines behind it, and is looked for among all that were there before.
    /// </summary>
    private static long Definitions(BlockProcessor processor, ParagraphBlock paragraph) =>
        paragraph.Lines.Count * ((paragraph.Lines.Count / 2L) + BlockCounts.Definitions(processor));
}

/// <summary>Markdig's parser of quotes, which ends where they are nested too deeply.</summary>
internal sealed class CountedQuoteParser : QuoteBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var state = base.TryOpen(processor);
        BlockCounts.RequireDepth(processor, state);
        return state;
    }
}

/// <summary>
/// Markdig's parser of tables, with its work and the cells that it fills in counted before it does so.
/// </summary>
internal sealed class CountedTableParser(LineBreakInlineParser lineBreaks, PipeTableOptions options)
    : PipeTableParser(lineBreaks, options),
        IPostInlineProcessor
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

    /// <summary>
    /// Markdig reads the whole line for each colon before a pipe; the answer is the same for all of a line.
    /// </summary>
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
        if (
            processor.Inline is LiteralInline literal
            && ReferenceEquals(literal.Content.Text, slice.Text)
            && literal.Content.End + 1 == slice.Start
        )
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

    bool IPostInlineProcessor.PostProcess(
        InlineProcessor state,
        Inline? root,
        Inline? lastChild,
        int postInlineProcessorIndex,
        bool isFinalProcessing
    )
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
            // A table behind the paragraph that it began in is looked for among its parent's blocks when all are
            // parsed.
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

    /// <summary>
    /// A pipe or line end within open emphasis is brought to the top, with everything behind it moved each time.
    /// </summary>
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

/// <summary>Counts the work of block parsers.</summary>
internal static class BlockCounts
{
    public static void Spend(BlockProcessor processor, long steps) =>
        ((ParseContext)processor.Context!).Budget.Spend(steps, processor.Start);

    /// <summary>Of links and footnotes, so far.</summary>
    public static int Definitions(BlockProcessor processor) =>
        processor.Document.GetData(typeof(LinkReferenceDefinitionGroup)) is LinkReferenceDefinitionGroup group
            ? group.Count
            : 0;

    /// <summary>
    /// Markdig refuses blocks that stand too deep in one another only when all lines are read, and each line takes as
    /// long as blocks are open.
    /// </summary>
    /// <param name="state">What opening a block gave.</param>
    public static void RequireDepth(BlockProcessor processor, BlockState state)
    {
        if (state != BlockState.Continue)
        {
            return;
        }

        var depth = processor.NewBlocks.Count;
        for (var container = processor.GetCurrentContainerOpened(); container is not null; container = container.Parent)
        {
            depth++;
        }

        if (depth > MarkdownParser.NestingMax)
        {
            ParseBudget.RefuseNesting(processor.Start);
        }
    }
}

/// <summary>The pipes of a block that may be a table.</summary>
internal sealed class TableCounts
{
    private int _pipesInRow;
    private int _widest;

    public int Pipes { get; private set; }

    public int Rows { get; private set; }

    /// <summary>Whether the second line can stand below a table's head.</summary>
    public bool HasSeparator { get; private set; }

    /// <summary>Where the line ends whose colons were looked at last.</summary>
    public int ColonLineEnd { get; set; }

    /// <summary>Whether that line is one below a table's head.</summary>
    public bool IsColonText { get; set; }

    /// <summary>Cells that the rows lack, at most.</summary>
    public long Missing => HasSeparator ? ((Rows + 1L) * (_widest + 1)) - Pipes : 0;

    public void AddPipe()
    {
        Pipes++;
        _pipesInRow++;
        _widest = Math.Max(_widest, _pipesInRow);
    }

    /// <param name="next">What follows the line end.</param>
    public void EndRow(ReadOnlySpan<char> next)
    {
        if (Rows == 0)
        {
            var end = next.IndexOfAnyExcept("|-: \t");
            HasSeparator = end < 0 || (end > 0 && next[end] is '\r' or '\n');
        }

        Rows++;
        _pipesInRow = 0;
    }

    public void Clear()
    {
        (_pipesInRow, _widest, Pipes, Rows, HasSeparator, ColonLineEnd, IsColonText) = (0, 0, 0, 0, false, -1, false);
    }
}
