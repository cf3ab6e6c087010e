using System.Buffers;

namespace StaticNews.Pages;

/// <summary>Finds where a finished text is cut into parts.</summary>
internal static class TextBreaks
{
    /// <summary>By so many steps a cost of one is as bad as a part that is too long or too short by the whole of its length.</summary>
    private const int CostSteps = 12;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?…。！？।؟۔");

    /// <summary>At most one place fewer than there are to be parts; the parts come out about as long as each other.</summary>
    public static List<int> Of(ReadOnlySpan<char> html, int parts)
    {
        var breaks = All(html);
        var chosen = new List<int>(parts - 1);
        var (from, next) = (0, 0);
        while (chosen.Count < parts - 1)
        {
            var ideal = (html.Length - from) / (parts - chosen.Count);
            var best = Best(breaks, ref next, from, ideal);
            if (best < 0)
            {
                break;
            }

            from = breaks[best].At;
            next = best + 1;
            chosen.Add(from);
        }

        return chosen;
    }

    /// <returns>-1: there is none left.</returns>
    private static int Best(List<TextBreak> breaks, ref int next, int from, int ideal)
    {
        var (best, least) = (-1, long.MaxValue);
        for (var i = next; i < breaks.Count; i++)
        {
            long off = breaks[i].At - from - ideal;
            if (off > 0 && off > least)
            {
                break;
            }

            var cost = Math.Abs(off) + ((long)breaks[i].Cost * ideal / CostSteps);
            (best, least) = cost < least ? (i, cost) : (best, least);
        }

        return best;
    }

    private static List<TextBreak> All(ReadOnlySpan<char> html)
    {
        var breaks = new List<TextBreak>();
        var open = new OpenElements();
        var pieces = new HtmlPieces(html);
        while (pieces.Read())
        {
            if (pieces.Name.IsEmpty)
            {
                AddWithin(breaks, pieces, open);
            }
            else if (!pieces.IsEndTag && open.CanBreakBefore(pieces.Name))
            {
                var isHeading = pieces.Name is ['h', >= '1' and <= '6'];
                breaks.Add(new TextBreak(pieces.Start, (open.Depth, isHeading) switch { (0, true) => 0, (0, false) => 1, _ => 2 }));
            }

            open.See(pieces, html[..^pieces.Rest.Length]);
        }

        return breaks;
    }

    private static void AddWithin(List<TextBreak> breaks, in HtmlPieces piece, OpenElements open)
    {
        if (!open.CanBreakSentences && !open.CanBreakLines)
        {
            return;
        }

        var text = piece.Piece;
        for (var at = 1; at < text.Length; at++)
        {
            var isEnd = open.CanBreakLines ? text[at - 1] == '\n' : IsSentenceEnd(text, at);
            if (isEnd && !char.IsWhiteSpace(text[at]))
            {
                breaks.Add(new TextBreak(piece.Start + at, 3));
            }
        }
    }

    /// <summary>Han and Kana have no blank between sentences.</summary>
    private static bool IsSentenceEnd(ReadOnlySpan<char> text, int at) => char.IsWhiteSpace(text[at - 1])
        ? at > 1 && SentenceEnds.Contains(text[at - 2])
        : text[at - 1] is '。' or '！' or '？' && text[at] is not ('」' or '』' or '）' or '”');
}
