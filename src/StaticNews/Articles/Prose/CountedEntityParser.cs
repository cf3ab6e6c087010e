using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace StaticNews.Articles.Prose;

/// <summary>Markdig's parser of character references, with its work counted.</summary>
internal sealed class CountedEntityParser : HtmlEntityParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        LeafCounts.OfPiece(processor, slice);
        return base.Match(processor, ref slice);
    }
}
