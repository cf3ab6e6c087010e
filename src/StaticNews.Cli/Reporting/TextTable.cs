namespace StaticNews.Cli.Reporting;

/// <summary>Rows of cells, each column as wide as its widest.</summary>
internal static class TextTable
{
    private const char Right = '>';

    /// <param name="sides">A sign a column: <c>&lt;</c> for words, <c>&gt;</c> for numbers.</param>
    /// <param name="rows">The first is the head.</param>
    public static void Write(string sides, IReadOnlyList<string[]> rows, TextWriter output)
    {
        var widths = sides.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => sides[column] == Right ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            output.WriteLine(string.Join("  ", cells).TrimEnd());
        }
    }
}
