namespace StaticNews.Text;

/// <summary>
/// A place that millions of articles carry along in case there is something to say about it: no path, because whose it is knows that, and no line, because
/// the file still has it.
/// </summary>
/// <param name="Elsewhere">The file, from the site's root, where it is not the source itself but gives something to many (<c>site.yml</c>); else null.</param>
/// <param name="Offset">As in <see cref="SourceLocation"/>, like all that follows.</param>
internal readonly record struct SourceSpot(string? Elsewhere, int Offset, int Length, int Line, int Column)
{
    /// <param name="ownPath">Of the source, from the site's root.</param>
    public static SourceSpot Of(SourceLocation at, string ownPath) => new(
        string.Equals(at.Path, ownPath, StringComparison.Ordinal) ? null : at.Path, at.Offset, at.Length, at.Line, at.Column);

    /// <summary>The same place without the line's text.</summary>
    public SourceLocation In(ShownPath ownPath) => new(Elsewhere is null ? ownPath : new ShownPath("", Elsewhere), Offset, Length, Line, Column, null);
}
