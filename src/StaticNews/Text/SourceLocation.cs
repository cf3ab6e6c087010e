namespace StaticNews.Text;

/// <summary>A place in a file as an editor names it; self-contained, so that a stored diagnostic can be shown again without its file.</summary>
/// <param name="Place">The file; <see cref="Path"/> in two parts.</param>
/// <param name="Offset">UTF-16 units from the start of the file.</param>
/// <param name="Length">UTF-16 units; 0 marks a point.</param>
/// <param name="Line">From 1; 0 means the file as a whole.</param>
/// <param name="Column">From 1, in UTF-16 units; 0 where <paramref name="Line"/> is 0.</param>
/// <param name="LineText">The line itself without its end, or null for the file as a whole.</param>
internal sealed record SourceLocation(ShownPath Place, int Offset, int Length, int Line, int Column, string? LineText)
{
    public SourceLocation(string path, int offset, int length, int line, int column, string? lineText)
        : this(new ShownPath("", path), offset, length, line, column, lineText)
    {
    }

    /// <summary>Relative to the site's root, with '/' (<c>content/world/flood.md</c>).</summary>
    public string Path => Place.ToString();

    /// <summary>The file as a whole: unreadable, empty, claimed twice.</summary>
    public static SourceLocation File(string path) => new(path, 0, 0, 0, 0, null);

    /// <summary>Ordinal.</summary>
    public int ComparePath(SourceLocation other) => Place.Compare(other.Place);
}
