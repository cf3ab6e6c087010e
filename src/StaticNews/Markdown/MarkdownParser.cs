using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using StaticNews.Configuration;
using StaticNews.Text;

namespace StaticNews.Markdown;

/// <summary>Reads Markdown as the site understands it: CommonMark, pipe tables, footnotes.</summary>
internal static class MarkdownParser
{
    /// <summary>
    /// Deeper nesting than this (quotes in lists in quotes …) is a mistake or an attack; Markdig's own default.
    /// </summary>
    public const int NestingMax = 128;

    private static readonly MarkdownPipeline WithHtml = Pipeline().Build();

    private static readonly MarkdownPipeline WithoutHtml = Pipeline().DisableHtml().Build();

    /// <summary>
    /// Null where the text is nested too deeply to be read; some that is shows only when it is written
    /// (<see cref="MarkdownHtmlRenderer.TryWrite"/>).
    /// </summary>
    /// <exception cref="BodyLimitException">The text costs more than its budget.</exception>
    /// <exception cref="OperationCanceledException">The build is stopped.</exception>
    public static MarkdownDocument? Parse(string text, RawHtml html, ParseBudget budget)
    {
        if (Nesting.HasDeepList(text) || Nesting.HasEndlessRow(text))
        {
            return null;
        }

        try
        {
            return Markdig.Markdown.Parse(text, PipelineFor(html), new ParseContext(budget));
        }
        catch (BodyLimitException limit) when (limit.Fault.Limit == BodyLimit.Nesting)
        {
            return null;
        }
        catch (ArgumentException)
        {
            // Markdig reports in this way alone that its nesting limit is passed.
            return null;
        }
    }

    public static MarkdownPipeline PipelineFor(RawHtml html) => html == RawHtml.Escape ? WithoutHtml : WithHtml;

    private static MarkdownPipelineBuilder Pipeline()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = NestingMax }
            .UsePipeTables()
            .UseFootnotes()
            .UsePreciseSourceLocation();
        builder.InlineParsers.Insert(0, new ShortcodeInlineParser());
        builder.Extensions.Add(new CountedParsers());
        return builder;
    }
}

/// <summary>Brings the budget of one parse to Markdig's parsers, which all parses share.</summary>
internal sealed class ParseContext(ParseBudget budget) : MarkdownParserContext
{
    public ParseBudget Budget { get; } = budget;

    public LeafCounts Leaf { get; } = new(budget);
}

/// <summary>
/// Counts what one body costs while it is parsed and written, and ends that where it costs too much or the build is
/// stopped. Belongs to one pass over one body.
/// </summary>
internal sealed class ParseBudget(BodyLimits limits, CancellationToken stop = default)
{
    /// <summary>
    /// A tenth of a millisecond: often enough for a build that must stop, and seldom enough to cost nothing.
    /// </summary>
    private const long StepsBetweenLooks = 1 << 15;

    private long _look = Math.Min(StepsBetweenLooks, limits.Steps);

    public long Steps { get; private set; }

    public long Output { get; private set; }

    public long Cells { get; private set; }

    public long References { get; private set; }

    public long Links { get; private set; }

    public long Elements { get; private set; }

    /// <summary>
    /// Counts work and returns whether <see cref="Look"/> is due: a caller finds the place only then.
    /// </summary>
    public bool IsTimeToLook(long steps) => (Steps += steps) >= _look;

    /// <exception cref="OperationCanceledException">The build is stopped.</exception>
    public void Look(int at)
    {
        stop.ThrowIfCancellationRequested();
        Require(Steps, limits.Steps, BodyLimit.Steps, at);
        _look = Math.Min(Steps + StepsBetweenLooks, limits.Steps + 1);
    }

    /// <param name="at">In the body.</param>
    /// <exception cref="OperationCanceledException">The build is stopped.</exception>
    public void Spend(long steps, int at)
    {
        if (IsTimeToLook(steps))
        {
            Look(at);
        }
    }

    /// <param name="chars">Written so far, from the body's beginning.</param>
    public void Write(long chars, int at) => Require(Output = chars, limits.Output, BodyLimit.Output, at);

    public void Fill(long cells, int at) => Require(Cells += cells, limits.Cells, BodyLimit.Cells, at);

    public void Expand(long chars, int at) => Require(References += chars, limits.References, BodyLimit.References, at);

    public void Link(int at) => Require(++Links, limits.Links, BodyLimit.Links, at);

    public void Build(long elements, int at) => Require(Elements = elements, limits.Elements, BodyLimit.Elements, at);

    public static void RefuseNesting(int at) => throw new BodyLimitException(new BodyFault(BodyLimit.Nesting, at));

    private static void Require(long spent, long limit, BodyLimit kind, int at)
    {
        if (spent > limit)
        {
            throw new BodyLimitException(new BodyFault(kind, at));
        }
    }
}

/// <summary>
/// Recognizes Markdown that is nested deeper than <see cref="MarkdownParser.NestingMax"/>: a mistake of a conversion,
/// or an attack.
/// </summary>
internal static class Nesting
{
    /// <summary>
    /// A list item behind so much white space is nested too deeply. It is looked for before Markdig reads the text,
    /// whose time for such a text grows with the square of its length.
    /// </summary>
    private static readonly string DeepIndent = new(' ', MarkdownParser.NestingMax * 4);

    /// <summary>
    /// More emphasis and brackets than this stay open in no block that anybody wrote; Markdig takes milliseconds for as
    /// many.
    /// </summary>
    private const int OpenMax = 1000;

    /// <summary>
    /// A quick look, for the million bodies that are not parsed when they are scanned: false means that it is not, but
    /// for rows of markers that are not written by mistake. Those show as text on the page, without a message.
    /// </summary>
    public static bool MayBeTooDeep(ReadOnlySpan<char> text) =>
        text.Count('[') > MarkdownParser.NestingMax
        || text.Count('>') > MarkdownParser.NestingMax
        || text.Count('*') > MarkdownParser.NestingMax
        || text.Count('_') > MarkdownParser.NestingMax
        || text.Contains("- - - - - - - -", StringComparison.Ordinal)
        || HasDeepList(text);

    public static bool HasDeepList(ReadOnlySpan<char> text)
    {
        while (text.IndexOf(DeepIndent, StringComparison.Ordinal) is var found and >= 0)
        {
            text = text[(found + DeepIndent.Length)..];
            var item = text.IndexOfAnyExcept(' ', '\t');
            if (item < 0)
            {
                return false;
            }

            text = text[item..];
            if (text[0] is '-' or '*' or '+' or '>' || char.IsAsciiDigit(text[0]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether Markdig's time for the text would grow with the square of its length: a line of block markers without
    /// end, or a block in which more emphasis and brackets open than close than any page could show.
    /// </summary>
    public static bool HasEndlessRow(ReadOnlySpan<char> text)
    {
        var mayStayOpen = text.Count('[') > OpenMax || text.Count('*') > OpenMax || text.Count('_') > OpenMax;
        var open = 0;
        while (!text.IsEmpty)
        {
            var end = text.IndexOf('\n');
            var line = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[(end + 1)..];
            if (MarkersAtStart(line) > MarkdownParser.NestingMax)
            {
                return true;
            }

            open = mayStayOpen && !line.IsWhiteSpace() ? Math.Max(0, open + Unclosed(line)) : 0;
            if (open > OpenMax)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// How many quotes and lists a line opens within one another; 0 for a thematic break (<c>* * *</c>).
    /// </summary>
    private static int MarkersAtStart(ReadOnlySpan<char> line)
    {
        var count = 0;
        for (var at = 0; at < line.Length; count++)
        {
            var length = MarkerLength(line[at..]);
            if (length == 0)
            {
                return IsThematicBreak(line) ? 0 : count;
            }

            at += length;
        }

        return IsThematicBreak(line) ? 0 : count;
    }

    private static bool IsThematicBreak(ReadOnlySpan<char> line)
    {
        var trimmed = line.Trim();
        return trimmed.Length > 0 && trimmed[0] is '-' or '*' && !trimmed.ContainsAnyExcept(trimmed[0], ' ', '\t');
    }

    /// <summary>A marker with the blanks behind it; 0 where there is none.</summary>
    private static int MarkerLength(ReadOnlySpan<char> text)
    {
        var length = text[0] switch
        {
            '>' => 1,
            '-' or '+' or '*' when text.Length > 1 && text[1] is ' ' or '\t' => 1,
            _ => text.IndexOfAnyExceptInRange('0', '9') is var digits and > 0 && text[digits] is '.' or ')'
                ? digits + 1
                : 0,
        };
        while (length > 0 && length < text.Length && text[length] is ' ' or '\t')
        {
            length++;
        }

        return length;
    }

    /// <summary>
    /// Openings less closings, by the characters around them: which is exact enough to distinguish thousands from none.
    /// </summary>
    private static int Unclosed(ReadOnlySpan<char> line)
    {
        var open = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] is '[' or ']')
            {
                open += line[at] == '[' ? 1 : -1;
            }
            else if (line[at] is '*' or '_')
            {
                var start = at;
                while (at + 1 < line.Length && line[at + 1] == line[start])
                {
                    at++;
                }

                var before = start == 0 ? ' ' : line[start - 1];
                var after = at + 1 == line.Length ? ' ' : line[at + 1];
                open += (IsFlanking(after, before) ? 1 : 0) - (IsFlanking(before, after) ? 1 : 0);
            }
        }

        return open;
    }

    /// <summary>
    /// Whether a run of emphasis leans on the inner character: CommonMark's left-flanking and right-flanking runs.
    /// </summary>
    private static bool IsFlanking(char inner, char outer) =>
        !char.IsWhiteSpace(inner)
        && (!char.IsPunctuation(inner) || char.IsWhiteSpace(outer) || char.IsPunctuation(outer));

    /// <summary>Whether it can be parsed but not written.</summary>
    public static bool IsTooDeep(MarkdownDocument document)
    {
        foreach (var node in document.Descendants())
        {
            // Only what opens something can be the deepest, and only brackets and emphasis that stay open get deep in a
            // text that was parsed.
            if (node is ContainerInline inline && Depth(inline) > MarkdownParser.NestingMax)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The longest row of markers, white space aside: most likely what an editor looks for.</summary>
    public static TextSpan Deepest(string text)
    {
        var longest = new TextSpan(0, 0);
        var (start, count, most) = (-1, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '>' or '[' or '!' or '-' or '*' or '_' or '+')
            {
                start = start < 0 ? i : start;
                count++;
            }
            else if (text[i] is not (' ' or '\t'))
            {
                (start, count) = (-1, 0);
            }

            if (count > most)
            {
                (most, longest) = (count, TextSpan.FromBounds(start, i + 1));
            }
        }

        return longest;
    }

    private static int Depth(ContainerInline inline)
    {
        var depth = 0;
        for (var parent = inline; parent is not null && depth <= MarkdownParser.NestingMax; parent = parent.Parent)
        {
            depth++;
        }

        return depth;
    }
}
