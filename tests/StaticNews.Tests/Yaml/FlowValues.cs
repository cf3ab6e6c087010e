using System.Text;

namespace StaticNews.Tests.Yaml;

/// <summary>
/// A random YAML document with quoted scalars and flow collections of several lines, among values that hold quotes and
/// brackets as ordinary characters. The same document can be written with its continuation lines indented as YAML 1.2.2
/// asks, or with less.
/// </summary>
internal sealed class FlowValues
{
    private static readonly string[] Words =
    [
        "rain",
        "it''s",
        "\\\"high\\\"",
        "[x",
        "y]",
        "{z",
        "# no",
        "key: v",
        "- a",
        "| b",
        "---x",
        "é",
        "कख",
        "\\\\",
        "50%",
        ",",
        "@home",
        "&co",
        "*star*",
    ];

    private static readonly string[] PlainWords = ["rain", "it's", "in Kent", "5\"", "a-b", "x:y", "a#b", "कख"];

    private readonly Random _random;

    /// <summary>Null begins a continuation line.</summary>
    private readonly List<(string Text, int Parent)> _lines = [];
    private readonly StringBuilder _line = new();
    private int _parent = -1;

    public FlowValues(int seed)
    {
        _random = new Random(seed);
        WriteMapping(0, 2);
        EndLine(-1);
    }

    /// <summary>All lines as YAML asks.</summary>
    public string Indented => Render(parent => parent + 1 + (parent & 1));

    /// <summary>Continuation lines anywhere from the first column to that of their parent.</summary>
    public string Unindented(int seed)
    {
        var random = new Random(seed);
        return Render(parent => random.Next(parent + 1));
    }

    private string Render(Func<int, int> indent)
    {
        var text = new StringBuilder();
        foreach (var (line, parent) in _lines)
        {
            text.Append(' ', parent < 0 || line.Length == 0 ? 0 : indent(parent)).Append(line).Append('\n');
        }

        return text.ToString();
    }

    /// <param name="nextParent">
    /// Column of the collection that the next line continues a value of; -1: it continues none.
    /// </param>
    private void EndLine(int nextParent)
    {
        _lines.Add((_line.ToString(), _parent));
        _line.Clear();
        _parent = nextParent;
    }

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    private void WriteMapping(int column, int depth)
    {
        var count = _random.Next(1, 5);
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
            {
                _line.Append(' ', column);
            }

            var (before, behind) = Pick(("key", ""), ("'the ", " key'"), ("\"", "\""));
            _line.Append(before).Append(i).Append(behind).Append(':');
            WriteValue(column, depth);
        }
    }

    private void WriteValue(int column, int depth)
    {
        switch (_random.Next(depth > 0 ? 7 : 5))
        {
            case 0:
                WritePlain(column);
                return;
            case 1:
                WriteBlock(column);
                return;
            case 2 or 3:
                _line.Append(' ');
                WriteQuoted(column);
                break;
            case 4:
                _line.Append(' ');
                WriteFlow(column, 2);
                break;
            case 5:
                EndLine(-1);
                _line.Append(' ', column + 2);
                WriteMapping(column + 2, depth - 1);
                return;
            default:
                WriteSequence(column, depth - 1);
                return;
        }

        _line.Append(Pick("", "  ", " # \"no [value"));
        EndLine(-1);
    }

    private void WriteSequence(int column, int depth)
    {
        for (var count = _random.Next(1, 4); count > 0; count--)
        {
            EndIfOpen();
            _line.Append(' ', column + 1).Append("- ");
            if (_random.Next(2) == 0)
            {
                WriteMapping(column + 3, depth);
            }
            else
            {
                WriteQuoted(column + 1);
                EndLine(-1);
            }
        }
    }

    /// <summary>The line of the key itself.</summary>
    private void EndIfOpen()
    {
        if (_line.Length > 0)
        {
            EndLine(-1);
        }
    }

    private void WritePlain(int column)
    {
        _line.Append(' ').Append(Pick(PlainWords));
        while (_random.Next(3) == 0)
        {
            EndLine(-1);
            _line.Append(' ', column + 2).Append(Pick("\"quoted\" first", "[here] it is", "it's", "'"));
        }

        EndLine(-1);
    }

    private void WriteBlock(int column)
    {
        _line.Append(Pick(" |", " >", " |-", " >+", " |2", " >2-", " | # [comment"));
        for (var count = _random.Next(0, 3); count >= 0; count--)
        {
            EndLine(-1);
            _line.Append(' ', column + 2).Append(Pick("\"text", "[ text", "it's", "key: 'x"));
        }

        EndLine(-1);
    }

    private void WriteQuoted(int column)
    {
        var isDouble = _random.Next(2) == 0;
        _line.Append(isDouble ? '"' : '\'').Append("a ");
        for (var count = _random.Next(1, 6); count > 0; count--)
        {
            var word = Pick(Words);
            _line.Append(isDouble ? word.Replace("''", "'", StringComparison.Ordinal) : word);
            if (_random.Next(3) == 0)
            {
                _line.Append(isDouble && !word.EndsWith('\\') ? Pick("", " ", "\\") : "");
                EndLine(column);
                while (_random.Next(4) == 0)
                {
                    EndLine(column);
                }
            }
            else
            {
                _line.Append(' ');
            }
        }

        _line.Append(isDouble ? "z\"" : "z'");
    }

    private void WriteFlow(int column, int depth)
    {
        var isMapping = _random.Next(2) == 0;
        _line.Append(isMapping ? '{' : '[');
        for (var count = _random.Next(0, 4); count > 0; count--)
        {
            BreakFlow(column);
            _line.Append(isMapping ? Pick($"k{count}: ", $"\"k{count}\":", $"'k{count}' : ") : "");
            switch (_random.Next(depth > 0 ? 4 : 2))
            {
                case 0:
                    _line.Append(Pick(PlainWords));
                    break;
                case 1:
                    WriteQuoted(column);
                    break;
                default:
                    WriteFlow(column, depth - 1);
                    break;
            }

            BreakFlow(column);
            _line.Append(count > 1 ? "," : Pick("", ",", ", "));
        }

        BreakFlow(column);
        _line.Append(isMapping ? '}' : ']');
    }

    private void BreakFlow(int column)
    {
        if (_random.Next(3) == 0)
        {
            _line.Append(Pick("", " ", " # it's a [comment"));
            EndLine(column);
        }
    }
}
