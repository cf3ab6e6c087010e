using StaticNews.Text;

namespace StaticNews.Yaml;

/// <summary>
/// What <see cref="ContinuationLineScanner"/> learns about the quoted scalars and flow collections of a part. All
/// offsets count from the part's start.
/// </summary>
internal sealed class ContinuationLines
{
    /// <summary>Lines that the library takes only with more spaces before them, in the order of the part.</summary>
    public List<(int LineStart, int Spaces)> Insertions { get; } = [];

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

    /// <summary>Where the outermost value begins that <see cref="Unclosed"/> lies in.</summary>
    public int? UnclosedFrom { get; set; }

    /// <summary>
    /// The first backslash in double quotes that begins no escape sequence of YAML, and the quote that opens its
    /// scalar.
    /// </summary>
    public (int Quote, int Backslash)? BadEscape { get; set; }
}
