using Markdig.Parsers;
using Markdig.Syntax;

namespace StaticNews.Articles.Prose;

/// <summary>Counts the work of block parsers.</summary>
internal static class BlockCounts
{
    public static void Spend(BlockProcessor processor, long steps) => ((ProseContext)processor.Context!).Budget.Spend(steps, processor.Start);

    /// <summary>Of links and footnotes, so far.</summary>
    public static int Definitions(BlockProcessor processor) =>
        processor.Document.GetData(typeof(LinkReferenceDefinitionGroup)) is LinkReferenceDefinitionGroup group ? group.Count : 0;

    /// <summary>
    /// Markdig refuses blocks that stand too deep in one another only when all lines are read, and each line takes as long as blocks are open.
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

        if (depth > ProseParser.NestingMax)
        {
            ParseBudget.RefuseNesting(processor.Start);
        }
    }
}
