namespace StaticNews.Articles.Prose;

/// <summary>The pipes of a block that may be a table.</summary>
internal sealed class TableCounts
{
    private int _pipesInRow;
    private int _widest;

    public int Pipes { get; private set; }

    public int Rows { get; private set; }

    /// <summary>Whether the second line can stand below a table's head.</summary>
    public bool HasSeparator { get; private set; }

    /// <summary>Where the line ends whose colons were looked at last.</summary>
    public int ColonLineEnd { get; set; }

    /// <summary>Whether that line is one below a table's head.</summary>
    public bool IsColonText { get; set; }

    /// <summary>Cells that the rows lack, at most.</summary>
    public long Missing => HasSeparator ? ((Rows + 1L) * (_widest + 1)) - Pipes : 0;

    public void AddPipe()
    {
        Pipes++;
        _pipesInRow++;
        _widest = Math.Max(_widest, _pipesInRow);
    }

    /// <param name="next">What follows the line end.</param>
    public void EndRow(ReadOnlySpan<char> next)
    {
        if (Rows == 0)
        {
            var end = next.IndexOfAnyExcept("|-: \t");
            HasSeparator = end < 0 || (end > 0 && next[end] is '\r' or '\n');
        }

        Rows++;
        _pipesInRow = 0;
    }

    public void Clear()
    {
        (_pipesInRow, _widest, Pipes, Rows, HasSeparator, ColonLineEnd, IsColonText) = (0, 0, 0, 0, false, -1, false);
    }
}
