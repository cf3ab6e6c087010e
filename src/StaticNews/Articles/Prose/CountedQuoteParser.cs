using Markdig.Parsers;

namespace StaticNews.Articles.Prose;

/// <summary>Markdig's parser of quotes, which ends where they stand in one another too deeply.</summary>
internal sealed class CountedQuoteParser : QuoteBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var state = base.TryOpen(processor);
        BlockCounts.RequireDepth(processor, state);
        return state;
    }
}
