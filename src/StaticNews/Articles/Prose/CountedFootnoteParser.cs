using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Syntax;

namespace StaticNews.Articles.Prose;

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

    /// <summary>A note is looked for among all definitions, and one that is not used moves the notes behind it.</summary>
    private static void Count(BlockProcessor processor, BlockState state)
    {
        if (state != BlockState.None && processor.NewBlocks.Count > 0)
        {
            BlockCounts.Spend(processor, BlockCounts.Definitions(processor) * 2L);
        }
    }
}
