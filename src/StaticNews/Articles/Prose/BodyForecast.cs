using System.Buffers;

namespace StaticNews.Articles.Prose;

/// <summary>
/// Tells from a quick look at a body that it cannot pass a limit, as nearly all cannot, so that the million bodies of an archive are not rendered to find out. Each bound is one
/// that the work can never exceed, not what it is likely to take.
/// </summary>
internal static class BodyForecast
{
    /// <summary>An empty list, a quote of nothing or the mark of a note: what one character of Markdown becomes in HTML, at most, each note being written twice.</summary>
    private const long OutputPerMark = 160;

    /// <summary>A footnote's definition allows notes; without one a mark becomes no more than the tags of a list.</summary>
    private const long OutputPerPlainMark = 45;

    /// <summary>Any other character, in a heading with its id, escaped.</summary>
    private const long OutputPerChar = 3;

    private const long StepsPerPair = 4;

    private static readonly SearchValues<char> MarkSigns = SearchValues.Create("[*_<]!`&\\|>:#\"'-+=.)\n\r{~");

    /// <summary>Passes over the text, each in full.</summary>
    private const long Passes = 20;

    /// <returns>False: it passes none.</returns>
    public static bool MayPass(ReadOnlySpan<char> text)
    {
        var limits = BodyLimits.Of(text.Length);
        var angles = text.Count('<');
        var open = Openings(text);
        var marks = Marks(text);
        var lines = (long)text.Count('\n') + text.Count('\r');
        var hasDefinitions = text.Contains("]:", StringComparison.Ordinal);
        var steps = (Passes * text.Length) + (angles * (long)text.Length) + (lines * lines);
        var output = (OutputPerChar * text.Length) + (marks * (hasDefinitions ? OutputPerMark : OutputPerPlainMark));
        return (steps + (StepsPerPair * marks * (open + 1)) > limits.Steps && steps + Pairs(text) > limits.Steps)
            || output > limits.Output
            || angles + open > limits.Links
            || (hasDefinitions && open * LongestParagraph(text, "]:") > limits.References)
            || (text.Contains('|') && Missing(text) > limits.Cells)
            || (angles > 0 && MayGrow(text, angles, lines, limits));
    }

    private static long Openings(ReadOnlySpan<char> text) => (long)text.Count('[') + text.Count('*') + text.Count('_');

    private static long Marks(ReadOnlySpan<char> text) => text.CountAny(MarkSigns) + 1L;

    /// <summary>In a paragraph each mark may pass all brackets and emphasis that are open.</summary>
    private static long Pairs(ReadOnlySpan<char> text)
    {
        var (pairs, marks, open) = (0L, 0L, 0L);
        foreach (var line in text.EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                pairs += StepsPerPair * marks * (open + 1);
                (marks, open) = (0, 0);
            }

            (marks, open) = (marks + Marks(line), open + Openings(line));
        }

        return pairs + (StepsPerPair * marks * (open + 1));
    }

    /// <summary>Of those that hold a mark: a definition does not go on behind a blank line.</summary>
    private static long LongestParagraph(ReadOnlySpan<char> text, ReadOnlySpan<char> mark)
    {
        var (longest, length, holdsMark) = (0L, 0L, false);
        foreach (var line in text.EnumerateLines())
        {
            (length, holdsMark) = line.IsWhiteSpace() ? (0, false) : (length + line.Length + 1, holdsMark || line.Contains(mark, StringComparison.Ordinal));
            longest = holdsMark ? Math.Max(longest, length) : longest;
        }

        return longest;
    }

    /// <summary>Cells that would be filled in if all lines with a pipe were rows of one table.</summary>
    private static long Missing(ReadOnlySpan<char> text)
    {
        var (rows, widest) = (0L, 0L);
        foreach (var line in text.EnumerateLines())
        {
            var pipes = line.Count('|');
            rows += pipes > 0 ? 1 : 0;
            widest = Math.Max(widest, pipes);
        }

        return rows * widest;
    }

    /// <summary>Whether raw HTML could make a browser open the same emphasis over and over.</summary>
    private static bool MayGrow(ReadOnlySpan<char> text, long tags, long lines, BodyLimits limits)
    {
        var estimate = HtmlEstimate.Of(text);
        var again = estimate.OpenChars * (tags + lines);
        return HtmlNesting.IsTooDeep(text)
            || estimate.Depth > HtmlNesting.OpenMax
            || tags + (estimate.OpenMost * (tags + lines)) > limits.Elements
            || again > limits.Output / 2;
    }
}
