using Markdig.Parsers;
using Markdig.Syntax;

namespace StaticNews.Articles.Prose;

/// <summary>Markdig's parser of lists, with its work counted, which ends where they stand in one another too deeply.</summary>
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
