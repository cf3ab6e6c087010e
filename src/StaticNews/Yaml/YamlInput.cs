using System.Buffers;
using System.Text;
using StaticNews.Text;

namespace StaticNews.Yaml;

/// <summary>
/// What the library's parser is given for a part of a text, and the way back from its positions and values. It is the
/// part itself, without a copy, unless
/// <list type="bullet">
/// <item>the part holds U+0085, U+2028 or U+2029. They are line breaks to the library (YAML 1.1) and ordinary
/// characters in YAML 1.2 (section 5.4), so the parser sees characters of the private use area instead, one for one,
/// which the part does not hold.</item>
/// <item>continuation lines need spaces before them (<see cref="ContinuationLineScanner"/>).</item>
/// </list>
/// </summary>
internal sealed class YamlInput
{
    private const string Separators = "\u0085\u2028\u2029";
    private const char FirstPrivate = '\uE000';
    private const char LastPrivate = '\uF8FF';

    private static readonly SearchValues<char> SeparatorChars = SearchValues.Create(Separators);

    private readonly TextSpan _part;
    private readonly string _text;
    private readonly TextSpan _read;
    private readonly string _substitutes;

    // Of each insertion: where it starts for the parser, where its line starts in the part, and how many spaces there
    // are up to its end.
    private readonly List<(int Start, int LineStart, int Total)> _insertions = [];

    /// <param name="substitutes">
    /// What stands for each of <see cref="Separators"/>; empty if nothing is substituted.
    /// </param>
    private YamlInput(TextSpan part, string text, TextSpan read, string substitutes) =>
        (_part, _text, _read, _substitutes) = (part, text, read, substitutes);

    public static YamlInput Of(string source, TextSpan part)
    {
        var text = source.AsSpan(part.Start, part.Length);
        if (text.ContainsAny(SeparatorChars) && FreeCharacters(text) is { } substitutes)
        {
            var exchanged = Exchange(text, Separators, substitutes);
            return new YamlInput(part, exchanged, new TextSpan(0, part.Length), substitutes);
        }

        return new YamlInput(part, source, part, "");
    }

    private ReadOnlySpan<char> Text => _text.AsSpan(_read.Start, _read.Length);

    /// <summary>The same with spaces at the starts of lines.</summary>
    public YamlInput WithSpaces(List<(int LineStart, int Spaces)> insertions)
    {
        var text = new StringBuilder(_read.Length + (4 * insertions.Count));
        var marks = new List<(int Start, int LineStart, int Total)>(insertions.Count);
        var copied = 0;
        foreach (var (lineStart, spaces) in insertions)
        {
            text.Append(Text[copied..lineStart]);
            var start = text.Length;
            text.Append(' ', spaces);
            copied = lineStart;
            marks.Add((start, lineStart, text.Length - lineStart));
        }

        text.Append(Text[copied..]);
        var input = new YamlInput(_part, text.ToString(), new TextSpan(0, text.Length), _substitutes);
        input._insertions.AddRange(marks);
        return input;
    }

    public TextReader Open() => new SpanReader(_text, _read.Start, _read.End);

    /// <summary>Where a position of the parser lies in the whole source.</summary>
    public int SourceOffset(long position)
    {
        var at = (int)Math.Clamp(position, 0, _read.Length);
        var (low, high) = (0, _insertions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _insertions[middle].Start <= at ? (middle + 1, high) : (low, middle);
        }

        if (low > 0)
        {
            var (_, lineStart, total) = _insertions[low - 1];
            at = Math.Max(lineStart, at - total);
        }

        return _part.Start + at;
    }

    /// <summary>A value of the parser with the source's own characters.</summary>
    public string SourceValue(string value) =>
        _substitutes.Length > 0 && value.AsSpan().IndexOfAny(_substitutes) >= 0
            ? Exchange(value, _substitutes, Separators)
            : value;

    private static string Exchange(ReadOnlySpan<char> text, string old, string replacement)
    {
        var exchanged = text.ToArray();
        for (var i = 0; i < old.Length; i++)
        {
            exchanged.AsSpan().Replace(old[i], replacement[i]);
        }

        return new string(exchanged);
    }

    /// <summary>
    /// As many characters of the private use area as there are separators; null if the text holds nearly all of them
    /// itself.
    /// </summary>
    private static string? FreeCharacters(ReadOnlySpan<char> text)
    {
        var isTaken = new bool[LastPrivate - FirstPrivate + 1];
        foreach (var character in text)
        {
            if (character is >= FirstPrivate and <= LastPrivate)
            {
                isTaken[character - FirstPrivate] = true;
            }
        }

        Span<char> free = stackalloc char[Separators.Length];
        var count = 0;
        for (var i = 0; i < isTaken.Length && count < free.Length; i++)
        {
            if (!isTaken[i])
            {
                free[count++] = (char)(FirstPrivate + i);
            }
        }

        return count == free.Length ? free.ToString() : null;
    }
}
