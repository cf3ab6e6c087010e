namespace StaticNews.Articles.Prose;

/// <summary>
/// What one body may cost. All limits count what does not differ between
/// machines, so that a body is shown in the same way everywhere.
/// </summary>
internal readonly record struct BodyLimits(long Steps, long Output, long Cells, long References, long Links, long Elements)
{
    /// <summary>A step is one character looked at or one node passed, some five nanoseconds: a body has a third of a second, and long ones more. Ordinary text takes one to three steps a character.</summary>
    private const long StepsMin = 60_000_000;

    private const long StepsPerChar = 20;

    /// <summary>A short text may well be a hundred footnotes; none that somebody wrote grows twentyfold beyond that.</summary>
    private const long OutputMin = 100_000;

    private const long OutputPerChar = 20;

    /// <summary>The bound of cmark-gfm (<c>extensions/table.c</c>, <c>MAX_AUTOCOMPLETED_CELLS</c>), which takes half a million for more than anybody writes.</summary>
    private const long CellsMax = 0x80000;

    /// <summary>An empty cell is so long: <c>&lt;td&gt;&lt;/td&gt;</c> and its line end. Cells are filled in before their HTML can be counted.</summary>
    private const long EmptyCellChars = 10;

    /// <summary>The rule of cmark (<c>src/references.c</c>, <c>max_ref_size</c>): 100,000, or the length of the text where that is more.</summary>
    private const long ReferencesMin = 100_000;

    /// <summary>Each link is kept in memory until the archive is resolved, and has an address of a few hundred characters.</summary>
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
            ElementsMax);
    }

    /// <summary>For a form of the body in which links are longer; between the two limits the page's form decides. All else costs the same in each form.</summary>
    public BodyLimits ForLongerLinks => this with { Output = Output * 2 };
}
