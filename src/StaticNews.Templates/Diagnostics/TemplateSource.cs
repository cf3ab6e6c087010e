using System.Runtime.InteropServices;
using Scriban.Parsing;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>
/// The text of a template with its lines, which end with <c>\n</c>, <c>\r\n</c> or a single <c>\r</c>.
/// </summary>
internal sealed class TemplateSource(string name, string text)
{
    private const int MaxQuotedChars = 60;

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

    /// <summary>A part of the text for messages. A long part is cut at its end.</summary>
    public string Shortened(TemplateSpan span)
    {
        var piece = text.AsSpan(span.Start, Math.Min(span.End, text.Length) - span.Start);
        return piece.Length <= MaxQuotedChars ? piece.ToString() : string.Concat(piece[..MaxQuotedChars], "…");
    }

    /// <summary>The error for a message at a place of this template.</summary>
    public TemplateError Error(
        TemplateSpan at,
        TemplateMessage message,
        TemplateSeverity severity = TemplateSeverity.Error
    )
    {
        var start = Math.Clamp(at.Start, 0, text.Length);
        var (line, column) = Locate(start);
        var length = Math.Clamp(at.Length, 0, text.Length - start);
        return new TemplateError(
            message.Code,
            severity,
            message.Message,
            message.Hint,
            name,
            line,
            column,
            start,
            length,
            LineAt(start)
        );
    }

    private string LineAt(int offset)
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
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                starts.Add(i + 1);
        }
        return [.. starts];
    }
}

/// <summary>A half-open range of a text, in UTF-16 units.</summary>
/// <param name="Start">The first unit, counted from 0.</param>
/// <param name="End">The unit after the last.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TemplateSpan(int Start, int End)
{
    public int Length => End - Start;

    /// <summary>The span of Scriban, whose end is its last character, as a half-open one.</summary>
    public static TemplateSpan Of(SourceSpan span) =>
        new(Math.Max(0, span.Start.Offset), Math.Max(span.Start.Offset, span.End.Offset + 1));
}
