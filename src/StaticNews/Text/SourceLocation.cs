namespace StaticNews.Text;

/// <summary>A place in a file as an editor names it; self-contained, so that a stored diagnostic can be shown again without its file.</summary>
/// <param name="Path">Relative to the site's root, with '/' (<c>content/world/flood.md</c>).</param>
/// <param name="Offset">UTF-16 units from the start of the file.</param>
/// <param name="Length">UTF-16 units; 0 marks a point.</param>
/// <param name="Line">From 1; 0 means the file as a whole.</param>
/// <param name="Column">From 1, in UTF-16 units; 0 where <paramref name="Line"/> is 0.</param>
/// <param name="LineText">The line itself without its end, or null for the file as a whole.</param>
internal sealed record SourceLocation(string Path, int Offset, int Length, int Line, int Column, string? LineText)
{
    /// <summary>The file as a whole: unreadable, empty, claimed twice.</summary>
    public static SourceLocation File(string path) => new(path, 0, 0, 0, 0, null);
}
