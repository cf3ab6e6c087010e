namespace StaticNews.Text;

/// <summary>A text with its name; finds the line and column of a place only when one is asked for.</summary>
internal sealed class SourceText(string path, string text)
{
    /// <summary>A code frame shows this much of a line around the place; a line of a megabyte is not stored in a diagnostic.</summary>
    private const int FrameMaxChars = 200;

    /// <summary>Up to here lines are counted anew each time; beyond, a table of them is made once, for a large text may be asked about thousands of places.</summary>
    private const int CountedChars = 4_096;

    private int[]? _lineStarts;

    public string Path { get; } = path;

    public string Text { get; } = text;

    /// <summary>Lines end with LF, CR LF or a lone CR. A span outside the text is clamped to it.</summary>
    public SourceLocation LocationOf(TextSpan span)
    {
        var start = Math.Clamp(span.Start, 0, Text.Length);
        var end = Math.Clamp(span.End, start, Text.Length);
        var (line, lineStart) = LineAt(start);
        return new SourceLocation(Path, start, end - start, line, start - lineStart + 1, Frame(lineStart));
    }

    public SourceLocation WholeFile => SourceLocation.File(Path);

    private (int Line, int LineStart) LineAt(int offset)
    {
        if (offset > CountedChars)
        {
            _lineStarts ??= [.. LineStarts(Text.Length)];
            var found = Array.BinarySearch(_lineStarts, offset);
            var index = found < 0 ? ~found - 1 : found;
            return (index + 1, _lineStarts[index]);
        }

        var starts = LineStarts(offset);
        return (starts.Count, starts[^1]);
    }

    /// <summary>Of the lines that start at or before the offset.</summary>
    private List<int> LineStarts(int offset)
    {
        var starts = new List<int> { 0 };
        while (Text.AsSpan(starts[^1]).IndexOfAny('\r', '\n') is var found and >= 0)
        {
            var end = starts[^1] + found;
            var isPair = Text[end] == '\r' && end + 1 < Text.Length && Text[end + 1] == '\n';
            var next = end + (isPair ? 2 : 1);
            if (next > offset)
            {
                break;
            }

            starts.Add(next);
        }

        return starts;
    }

    private string? Frame(int lineStart)
    {
        var line = Text.AsSpan(lineStart, Math.Min(FrameMaxChars + 1, Text.Length - lineStart));
        var length = line.IndexOfAny('\r', '\n');
        length = length < 0 ? line.Length : length;
        return length > FrameMaxChars ? null : line[..length].ToString();
    }
}
