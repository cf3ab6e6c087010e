using StaticNews.Text;

namespace StaticNews.Yaml;

/// <summary>
/// What <see cref="ContinuationLineScanner"/> learns about the quoted scalars and flow collections of a part. All
/// offsets count from the part's start.
/// </summary>
internal sealed class ContinuationLines
{
    /// <summary>
    /// Lines that the library takes only with more spaces before them, and empty lines of block scalars that it takes
    /// only with fewer (a negative number), in the order of the part.
    /// </summary>
    public List<(int LineStart, int Spaces)> Insertions { get; } = [];

    /// <summary>
    /// Lines of quoted scalars and flow collections among <see cref="Insertions"/>, in the order of the part.
    /// </summary>
    public List<ContinuedLine> Continued { get; } = [];

    /// <summary>
    /// Quoted scalars of several lines, at least one of which needs spaces, in the order of their ends.
    /// </summary>
    public List<TextSpan> UnindentedQuotes { get; } = [];

    /// <summary>Flow collections that are in no other one, with their brackets.</summary>
    public List<TextSpan> FlowCollections { get; } = [];

    /// <summary>
    /// The innermost quote or bracket that is still open at the part's end or at a document marker; null: none
    /// is.
    /// </summary>
    public int? Unclosed { get; set; }

    /// <summary>A bracket that closes none of its kind, where the scan ended; null: there is none.</summary>
    public int? WrongBracket { get; set; }

    /// <summary>Where the outermost value begins that <see cref="Unclosed"/> lies in.</summary>
    public int? UnclosedFrom { get; set; }

    /// <summary>
    /// The first backslash in double quotes that begins no escape sequence of YAML, and the quote that opens its
    /// scalar.
    /// </summary>
    public (int Quote, int Backslash)? BadEscape { get; set; }
}

/// <summary>
/// A line of a quoted scalar or flow collection that is indented no deeper than the key that the value belongs to.
/// </summary>
/// <param name="Opening">The position of the innermost quote or bracket around the line.</param>
/// <param name="LineStart">Where the line begins.</param>
/// <param name="IsFlowKey">
/// Whether the line begins where braces take a key: behind <c>{</c>, or behind a comma between braces.
/// </param>
internal readonly record struct ContinuedLine(int Opening, int LineStart, bool IsFlowKey)
{
    /// <summary>The same line counted from the start of the whole source.</summary>
    /// <param name="part">Where the part begins in it.</param>
    public ContinuedLine From(int part) => this with { Opening = part + Opening, LineStart = part + LineStart };
}
