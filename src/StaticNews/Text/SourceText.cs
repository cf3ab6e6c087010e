namespace StaticNews.Text;

/// <summary>A text with its name; finds the line and column of a place only when one is asked for.</summary>
internal sealed class SourceText(string path, string text)
{
    /// <summary>A code frame shows this much of a line around the place; a line of a megabyte is not stored in a diagnostic.</summary>
    private const int FrameMaxChars = 200;

    public string Path { get; } = path;

    public string Text { get; } = text;

    /// <summary>Lines end with LF, CR LF or a lone CR. A span outside the text is clamped to it.</summary>
    public SourceLocation LocationOf(TextSpan span)
    {
        var start = Math.Clamp(span.Start, 0, Text.Length);
        var end = Math.Clamp(span.End, start, Text.Length);
        var (line, lineStart) = LineAt(start);
        var lineEnd = Text.AsSpan(lineStart).IndexOfAny('\r', '\n') is var length and >= 0 ? lineStart + length : Text.Length;
        return new SourceLocation(Path, start, end - start, line, start - lineStart + 1, Frame(lineStart, lineEnd));
    }

    public SourceLocation WholeFile => SourceLocation.File(Path);

    private (int Line, int LineStart) LineAt(int offset)
    {
        var line = 1;
        var lineStart = 0;
        var before = Text.AsSpan(0, offset);
        while (before[lineStart..].IndexOfAny('\r', '\n') is var found and >= 0)
        {
            var end = lineStart + found;
            var isPair = Text[end] == '\r' && end + 1 < Text.Length && Text[end + 1] == '\n';
            if (isPair && end + 1 >= offset)
            {
                break;
            }

            lineStart = end + (isPair ? 2 : 1);
            line++;
        }

        return (line, lineStart);
    }

    private string? Frame(int lineStart, int lineEnd) =>
        lineEnd - lineStart > FrameMaxChars ? null : Text[lineStart..lineEnd];
}
