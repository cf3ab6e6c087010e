using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax.Inlines;

namespace StaticNews.Articles.Prose;

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
