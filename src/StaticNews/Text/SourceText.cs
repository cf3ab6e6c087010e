namespace StaticNews.Text;

/// <summary>A text with its name; finds the line and column of a place only when one is asked for.</summary>
internal sealed class SourceText(string path, string text)
{
    /// <summary>
    /// A code frame shows this much of a line around the place; a line of a megabyte is not stored in a diagnostic.
    /// </summary>
    private const int FrameMaxChars = 200;

    /// <summary>
    /// Up to here lines are counted anew each time; beyond, a table of them is made once, for a large text may be asked
    /// about thousands of places.
    /// </summary>
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

/// <summary>
/// A place in a file as an editor names it; self-contained, so that a stored diagnostic can be shown again without its
/// file.
/// </summary>
/// <param name="Place">The file; <see cref="Path"/> in two parts.</param>
/// <param name="Offset">UTF-16 units from the start of the file.</param>
/// <param name="Length">UTF-16 units; 0 marks a point.</param>
/// <param name="Line">From 1; 0 means the file as a whole.</param>
/// <param name="Column">From 1, in UTF-16 units; 0 where <paramref name="Line"/> is 0.</param>
/// <param name="LineText">The line itself without its end, or null for the file as a whole.</param>
internal sealed record SourceLocation(ShownPath Place, int Offset, int Length, int Line, int Column, string? LineText)
{
    public SourceLocation(string path, int offset, int length, int line, int column, string? lineText)
        : this(new ShownPath("", path), offset, length, line, column, lineText) { }

    /// <summary>Relative to the site's root, with '/' (<c>content/world/flood.md</c>).</summary>
    public string Path => Place.ToString();

    /// <summary>The file as a whole: unreadable, empty, claimed twice.</summary>
    public static SourceLocation File(string path) => new(path, 0, 0, 0, 0, null);

    /// <summary>Ordinal.</summary>
    public int ComparePath(SourceLocation other) => Place.Compare(other.Place);
}

/// <summary>
/// A place that millions of articles keep for diagnostics: it has no path, because its owner
/// has it, and no line, because the file still has it.
/// </summary>
/// <param name="Elsewhere">
/// The file, from the site's root, where it is not the source itself but gives something to many (<c>site.yml</c>);
/// else null.
/// </param>
/// <param name="Offset">As in <see cref="SourceLocation"/>, like all that follows.</param>
internal readonly record struct SourceSpot(string? Elsewhere, int Offset, int Length, int Line, int Column)
{
    /// <param name="ownPath">Of the source, from the site's root.</param>
    public static SourceSpot Of(SourceLocation at, string ownPath) =>
        new(
            string.Equals(at.Path, ownPath, StringComparison.Ordinal) ? null : at.Path,
            at.Offset,
            at.Length,
            at.Line,
            at.Column
        );

    /// <summary>The same place without the line's text.</summary>
    public SourceLocation In(ShownPath ownPath) =>
        new(Elsewhere is null ? ownPath : new ShownPath("", Elsewhere), Offset, Length, Line, Column, null);
}

/// <summary>
/// A half-open range of UTF-16 units in a source text: <paramref name="Start"/> is inside, <see cref="End"/> is not.
/// </summary>
internal readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    public static TextSpan FromBounds(int start, int end) => new(start, end - start);
}

/// <summary>
/// A path from the site's root, of which the part below a folder is a string that someone else keeps anyhow: a million
/// warnings about pictures that are not there make no million strings.
/// </summary>
/// <param name="folder">With a final '/', or empty.</param>
/// <param name="below">With '/'.</param>
internal readonly struct ShownPath(string folder, string below) : IEquatable<ShownPath>
{
    private readonly string _folder = folder;
    private readonly string _below = below;

    /// <summary>Ordinal, as the whole paths compare.</summary>
    public int Compare(ShownPath other) =>
        string.Equals(_folder, other._folder, StringComparison.Ordinal)
            ? string.CompareOrdinal(_below, other._below)
            : string.CompareOrdinal(ToString(), other.ToString());

    public bool Equals(ShownPath other) => Compare(other) == 0;

    public override bool Equals(object? obj) => obj is ShownPath other && Equals(other);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => _folder.Length == 0 ? _below : _folder + _below;
}
