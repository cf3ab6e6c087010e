namespace StaticNews.Cli.Reporting;

/// <summary>Rows of cells, each column as wide as its widest.</summary>
internal static class TextTable
{
    private const char Right = '>';

    /// <param name="sides">One sign per column: <c>&lt;</c> for words, <c>&gt;</c> for numbers.</param>
    /// <param name="rows">The first is the head.</param>
    public static void Write(string sides, IReadOnlyList<string[]> rows, TextWriter output)
    {
        var widths = sides.Select((_, column) => rows.Max(row => TerminalWidth.Of(row[column]))).ToArray();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => Padded(cell, sides[column], widths[column]));
            output.WriteLine(string.Join("  ", cells).TrimEnd());
        }
    }

    private static string Padded(string cell, char side, int width)
    {
        var blanks = new string(' ', width - TerminalWidth.Of(cell));
        return side == Right ? blanks + cell : cell + blanks;
    }
}
