using System.Buffers;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Markdown;

/// <summary>
/// What one body may cost. All limits count what does not differ between
/// machines, so that a body is shown in the same way everywhere.
/// </summary>
internal readonly record struct BodyLimits(
    long Steps,
    long Output,
    long Cells,
    long References,
    long Links,
    long Elements
)
{
    /// <summary>
    /// A step is one character looked at or one node passed, some five nanoseconds: a body has a third of a second, and
    /// long ones more. Ordinary text takes one to three steps a character.
    /// </summary>
    private const long StepsMin = 60_000_000;

    private const long StepsPerChar = 20;

    /// <summary>
    /// A short text may well be a hundred footnotes; none that somebody wrote grows twentyfold beyond that.
    /// </summary>
    private const long OutputMin = 100_000;

    private const long OutputPerChar = 20;

    /// <summary>
    /// The bound of cmark-gfm (<c>extensions/table.c</c>, <c>MAX_AUTOCOMPLETED_CELLS</c>), which takes half a million
    /// for more than anybody writes.
    /// </summary>
    private const long CellsMax = 0x80000;

    /// <summary>
    /// An empty cell is so long: <c>&lt;td&gt;&lt;/td&gt;</c> and its line end. Cells are filled in before their HTML
    /// can be counted.
    /// </summary>
    private const long EmptyCellChars = 10;

    /// <summary>
    /// The rule of cmark (<c>src/references.c</c>, <c>max_ref_size</c>): 100,000, or the length of the text where that
    /// is more.
    /// </summary>
    private const long ReferencesMin = 100_000;

    /// <summary>
    /// Each link is kept in memory until the archive is resolved, and has an address of a few hundred characters.
    /// </summary>
    private const long LinksMin = 20_000;

    private const long CharsPerLink = 50;

    /// <summary>The HTML parser needs some 500 bytes an element: 100 MB.</summary>
    private const long ElementsMax = 200_000;

    /// <param name="chars">Of the body.</param>
    public static BodyLimits Of(int chars)
    {
        var output = Math.Max(OutputMin, chars * OutputPerChar);
        return new BodyLimits(
            StepsMin + (chars * StepsPerChar),
            output,
            Math.Min(CellsMax, output / EmptyCellChars),
            Math.Max(ReferencesMin, chars),
            Math.Max(LinksMin, chars / CharsPerLink),
            ElementsMax
        );
    }

    /// <summary>
    /// For a form of the body in which links are longer; between the two limits the page's form decides. All else costs
    /// the same in each form.
    /// </summary>
    public BodyLimits ForLongerLinks => this with { Output = Output * 2 };
}

/// <summary>What a body can have too much of; see <see cref="BodyLimits"/>.</summary>
internal enum BodyLimit
{
    /// <summary>Steps of the parsers and of what comes after them.</summary>
    Steps,

    /// <summary>Characters of HTML.</summary>
    Output,

    /// <summary>Cells that a table's shorter rows are filled up with.</summary>
    Cells,

    /// <summary>Characters of the addresses and titles that reference links take from their definitions.</summary>
    References,

    /// <summary>Links, pictures and shortcodes.</summary>
    Links,

    /// <summary>Elements of raw HTML, as a browser makes them.</summary>
    Elements,

    /// <summary>Blocks or elements within one another.</summary>
    Nesting,
}

/// <summary>
/// Leaves Markdig's parsers and renderers, which know no other way out, where a body passes one of its limits. Thrown
/// by <see cref="ParseBudget"/> alone, and caught where a body is rendered, scanned or excerpted.
/// </summary>
internal sealed class BodyLimitException(BodyFault fault) : Exception($"A body passed its limit of {fault.Limit}.")
{
    public BodyFault Fault { get; } = fault;
}

/// <summary>Why a body is shown as plain text.</summary>
/// <param name="At">In the body, near the place where the limit was passed.</param>
internal readonly record struct BodyFault(BodyLimit Limit, int At)
{
    /// <summary>The limit as a message to an editor names it.</summary>
    public Diagnostic Told(SourceText source, TextSpan body)
    {
        var limits = BodyLimits.Of(body.Length);
        var at = source.LocationOf(
            new TextSpan(body.Start + Math.Clamp(At == 0 ? FirstLetter(source, body) : At, 0, body.Length), 1)
        );
        return Limit switch
        {
            BodyLimit.Output => BodyDiagnostics.PageTooLong(at, limits.Output),
            BodyLimit.Cells => BodyDiagnostics.TooManyEmptyCells(at, limits.Cells),
            BodyLimit.References => BodyDiagnostics.TooManyReferences(at, limits.References),
            BodyLimit.Links => BodyDiagnostics.TooManyLinks(at, limits.Links),
            BodyLimit.Nesting => BodyDiagnostics.TagsNestedTooDeeply(at, HtmlNesting.OpenMax),
            BodyLimit.Elements => BodyDiagnostics.TooManyElements(at, limits.Elements),
            _ => BodyDiagnostics.TooManyMarks(at),
        };
    }

    /// <summary>Where the place of a fault is not known, the start of the text stands for it.</summary>
    private static int FirstLetter(SourceText source, TextSpan body) =>
        source.Text.AsSpan(body.Start, body.Length).IndexOfAnyExcept(" \t\r\n") is var first and >= 0 ? first : 0;
}

/// <summary>
/// Decides while a source is read whether its body passes a limit, so that lists show it as its page does. May be used
/// by many workers at once.
/// </summary>
internal sealed class BodyCheck(SiteConfig config)
{
    /// <summary>Not the site's own: the facts about articles hold for every base URL.</summary>
    private static readonly BaseUrl AnyBaseUrl = new("https://news.example", "/");

    private static readonly Dictionary<string, string> NoLinks = [];

    private readonly BodyRenderer _bodies = new(config.Markdown, AnyBaseUrl, config.Related);

    /// <summary>Whether the body is shown as plain text because it passes a limit, which is reported.</summary>
    /// <param name="path">Of the source, below content/.</param>
    /// <exception cref="OperationCanceledException">Asked for by <paramref name="stop"/>.</exception>
    public bool IsPlain(
        SourceText source,
        TextSpan body,
        string path,
        ICollection<Diagnostic> found,
        CancellationToken stop
    )
    {
        var text = source.Text.AsSpan(body.Start, body.Length);
        if (
            !BodyForecast.MayPass(text)
            || _bodies.RenderPage(new BodySource(text.ToString(), path, NoLinks), stop).Fault is not { } fault
        )
        {
            return false;
        }

        found.Add(fault.Told(source, body));
        return true;
    }
}

/// <summary>
/// Decides quickly that a body cannot pass a limit, which holds for nearly all bodies, so that the million bodies of
/// an archive are not rendered to find out. Each bound is one that the work can never exceed, not what it is likely to
/// take.
/// </summary>
internal static class BodyForecast
{
    /// <summary>
    /// An empty list, a quote of nothing or the mark of a note: what one character of Markdown becomes in HTML, at
    /// most, each note being written twice.
    /// </summary>
    private const long OutputPerMark = 160;

    /// <summary>
    /// A footnote's definition allows notes; without one a mark becomes no more than the tags of a list.
    /// </summary>
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
            (length, holdsMark) = line.IsWhiteSpace()
                ? (0, false)
                : (length + line.Length + 1, holdsMark || line.Contains(mark, StringComparison.Ordinal));
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
