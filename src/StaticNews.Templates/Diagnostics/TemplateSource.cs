namespace StaticNews.Templates;

/// <summary>The text of a template with its lines: <c>\n</c>, <c>\r\n</c> and a lone <c>\r</c> each end one.</summary>
internal sealed class TemplateSource(string name, string text)
{
    private int[]? _lineStarts;

    public string Name => name;

    public string Text => text;

    /// <summary>Line and column of an offset, both counted from 1.</summary>
    public (int Line, int Column) Locate(int offset)
    {
        var starts = _lineStarts ??= FindLineStarts(text);
        var found = Array.BinarySearch(starts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, offset - starts[line] + 1);
    }

    public string LineAt(int offset)
    {
        var (line, _) = Locate(offset);
        var rest = text.AsSpan(_lineStarts![line - 1]);
        var end = rest.IndexOfAny('\r', '\n');
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) starts.Add(i + 1);
        }
        return [.. starts];
    }
}
