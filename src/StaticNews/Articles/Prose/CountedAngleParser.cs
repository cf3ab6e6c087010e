using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace StaticNews.Articles.Prose;

/// <summary>
/// Markdig's parser of addresses between angle brackets and of raw HTML, with its work counted. A comment, a declaration or the like that has no end is not tried: Markdig would
/// read to the end of the block each time.
/// </summary>
internal sealed class CountedAngleParser(AutolinkOptions options) : AutolinkInlineParser(options)
{
    private static readonly string[] Openings = ["<!--", "<![CDATA[", "<?", "<!"];

    private static readonly string[] Ends = ["-->", "]]>", "?>", ">"];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var counts = LeafCounts.OfPiece(processor, slice);
        var start = slice.Start;
        if (slice.PeekChar() is '!' or '?' && !MayEnd(processor, slice, counts) && !LinkHelper.TryParseAutolink(slice, out _, out _))
        {
            return false;
        }

        var isMatch = base.Match(processor, ref slice);
        counts.Spend(processor, start, slice.Start - start);
        return isMatch;
    }

    private static bool MayEnd(InlineProcessor processor, StringSlice slice, LeafCounts counts)
    {
        var text = slice.AsSpan();
        if (counts.MarkupEnds is null)
        {
            counts.MarkupEnds = new int[Ends.Length];
            for (var i = 0; i < Ends.Length; i++)
            {
                counts.MarkupEnds[i] = text.LastIndexOf(Ends[i]) is var last and >= 0 ? slice.Start + last : -1;
            }

            counts.Spend(processor, slice.Start, text.Length);
        }

        for (var i = 0; i < Openings.Length; i++)
        {
            if (text.StartsWith(Openings[i]))
            {
                return counts.MarkupEnds[i] > slice.Start;
            }
        }

        return true;
    }
}
