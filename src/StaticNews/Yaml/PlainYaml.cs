using System.Buffers;
using StaticNews.Text;

namespace StaticNews.Yaml;

/// <summary>
/// Reads the YAML that front matter nearly always is: keys with values of one line (plain, quoted, <c>[a, b]</c>),
/// lists of such values, groups of such keys. It gives the very tokens that the library's parser gives, in a fraction
/// of the time; at the first sign of anything else (block texts, texts of several lines, anchors, tags, tabs, a
/// mistake) it gives up, and the library reads the text from its start. A test compares the two. Without it a first
/// build of 10,000 articles takes 18% more processor time (YamlDotNet 18.1, native code, median of 15 pairs, from 12%
/// to 24%).
/// </summary>
internal ref struct PlainYaml
{
    private const int MaxDepth = 8;

    /// <summary>
    /// Characters that no plain line contains: tabs and other controls, the line ends that only YAML has, characters
    /// that YAML does not permit, halves of characters.
    /// </summary>
    private static readonly SearchValues<char> Foreign = SearchValues.Create([
        .. Enumerable.Range(0, 0x20).Select(code => (char)code).Where(c => c is not ('\n' or '\r')),
        .. Enumerable.Range(0x7F, 0x21).Select(code => (char)code),
        '\u2028',
        '\u2029',
        '\uFEFF',
        '\uFFFE',
        '\uFFFF',
        .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code),
    ]);

    /// <summary>
    /// What may not begin a plain value here. YAML permits some of them before a letter; those are left to the library.
    /// </summary>
    private static readonly SearchValues<char> Indicators = SearchValues.Create("-?:,[]{}#&*!|>'\"%@`");

    private static readonly SearchValues<char> FlowIndicators = SearchValues.Create("[]{},:#'\"&*!|>%@`?-");

    private static readonly SearchValues<char> KeyChars = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
    );

    private readonly string _source;
    private readonly int _last;
    private readonly List<YamlToken> _tokens;

    // The current line: its first character that is no blank, its end without blanks, its indent, and where the next
    // line starts.
    private int _start;
    private int _end;
    private int _indent;
    private int _next;

    private int _afterColon;

    private PlainYaml(string source, TextSpan part, List<YamlToken> tokens)
    {
        _source = source;
        _next = part.Start;
        _last = part.End;
        _tokens = tokens;
    }

    /// <summary>
    /// Fills <paramref name="tokens"/>; false, and the tokens mean nothing, where the library must read the part.
    /// </summary>
    public static bool TryRead(string source, TextSpan part, List<YamlToken> tokens)
    {
        tokens.Clear();
        var text = source.AsSpan(part.Start, part.Length);
        if (text.ContainsAny(Foreign) || HasLoneReturn(text))
        {
            return false;
        }

        var reader = new PlainYaml(source, part, tokens);
        return reader.NextLine() && reader._indent == 0 && reader.ReadGroup(0) && !reader.HasLine;
    }

    private readonly bool HasLine => _start >= 0;

    private static bool HasLoneReturn(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('\r') is var found and >= 0)
        {
            if (found + 1 == text.Length || text[found + 1] != '\n')
            {
                return true;
            }

            text = text[(found + 2)..];
        }

        return false;
    }

    /// <summary>Goes on to the next line with more than blanks and a comment; false at the end.</summary>
    private bool NextLine()
    {
        while (_next < _last)
        {
            var rest = _source.AsSpan(_next, _last - _next);
            var length = rest.IndexOf('\n');
            var line = length < 0 ? rest : rest[..length];
            _indent = line.IndexOfAnyExcept(' ');
            _start = _next + _indent;
            _end = _next + line.TrimEnd(" \r").Length;
            _next += length < 0 ? rest.Length : length + 1;
            if (_start < _end && _indent >= 0 && _source[_start] != '#')
            {
                return true;
            }
        }

        _start = -1;
        _indent = -1;
        return false;
    }

    /// <summary>
    /// The keys of one indent, with what belongs to them; the line after them is then the current line.
    /// </summary>
    private bool ReadGroup(int depth)
    {
        var indent = _indent;
        Mark(YamlTokenKind.MapStart, _start);
        while (HasLine && _indent == indent)
        {
            if (!ReadKey() || !ReadValueOfKey(indent, depth))
            {
                return false;
            }
        }

        Mark(YamlTokenKind.MapEnd, _start);
        return _indent < indent && depth < MaxDepth;
    }

    /// <summary>Moves to the text that follows the colon.</summary>
    private bool ReadKey()
    {
        var line = _source.AsSpan(_start, _end - _start);
        var length = line.IndexOfAnyExcept(KeyChars);
        if (
            length <= 0
            || line[0] == '-'
            || line[length] != ':'
            || (length + 1 < line.Length && line[length + 1] != ' ')
        )
        {
            return false;
        }

        AddText(_start, _start + length, isQuoted: false);
        _start += length + 1;
        _afterColon = _start;
        while (_start < _end && _source[_start] == ' ')
        {
            _start++;
        }

        return true;
    }

    private bool ReadValueOfKey(int indent, int depth)
    {
        if (_start < _end && _source[_start] != '#')
        {
            return ReadValue(_start, _end) && (!NextLine() || _indent <= indent);
        }

        var afterColon = _afterColon;
        if (NextLine() && (_indent > indent || (_indent == indent && IsItem())))
        {
            return IsItem() ? ReadList(indent) : ReadGroup(depth + 1);
        }

        // Nothing at all: null.
        _tokens.Add(new YamlToken(YamlTokenKind.Text, "", new TextSpan(afterColon, 0), false));
        return true;
    }

    private readonly bool IsItem() =>
        HasLine && _source[_start] == '-' && (_start + 1 == _end || _source[_start + 1] == ' ');

    private bool ReadList(int indentOfKey)
    {
        var indent = _indent;
        // The library marks the dash only where it stands below its key.
        _tokens.Add(
            new YamlToken(YamlTokenKind.ListStart, "", new TextSpan(_start, indent == indentOfKey ? 1 : 0), false)
        );
        while (_indent == indent && IsItem())
        {
            var start = _start + 1;
            while (start < _end && _source[start] == ' ')
            {
                start++;
            }

            if (start >= _end || !ReadValue(start, _end))
            {
                return false;
            }

            NextLine();
        }

        Mark(YamlTokenKind.ListEnd, _start);
        return _indent < indent || (_indent == indent && indent == indentOfKey);
    }

    /// <summary>A value of one line.</summary>
    private readonly bool ReadValue(int start, int end) =>
        _source[start] switch
        {
            '"' => ReadQuoted(start, end, '\\'),
            '\'' => ReadQuoted(start, end, '\''),
            '[' => ReadBrackets(start, end),
            _ => ReadPlain(start, end),
        };

    private readonly bool ReadPlain(int start, int end)
    {
        var value = _source.AsSpan(start, end - start);
        if (
            Indicators.Contains(value[0])
            || value[^1] == ':'
            || value.Contains(": ", StringComparison.Ordinal)
            || value.Contains(" #", StringComparison.Ordinal)
        )
        {
            return false;
        }

        AddText(start, end, isQuoted: false);
        return true;
    }

    /// <param name="escape">
    /// The character before a quote that belongs to the text: a backslash, or in single quotes a second quote.
    /// </param>
    private readonly bool ReadQuoted(int start, int end, char escape)
    {
        var quote = _source[start];
        var inside = _source.AsSpan(start + 1, end - start - 1);
        if (inside.IsEmpty || inside[^1] != quote)
        {
            return false;
        }

        inside = inside[..^1];
        if (inside.IndexOfAny(quote, escape) < 0)
        {
            _tokens.Add(new YamlToken(YamlTokenKind.Text, inside.ToString(), TextSpan.FromBounds(start, end), true));
            return true;
        }

        if (Unescape(inside, quote, escape) is not { } text)
        {
            return false;
        }

        _tokens.Add(new YamlToken(YamlTokenKind.Text, text, TextSpan.FromBounds(start, end), true));
        return true;
    }

    /// <summary>
    /// Null where the quotes end too early, or something else than a quote or a backslash is escaped.
    /// </summary>
    private static string? Unescape(ReadOnlySpan<char> inside, char quote, char escape)
    {
        var text = inside.Length <= 1024 ? stackalloc char[inside.Length] : new char[inside.Length];
        var length = 0;
        for (var i = 0; i < inside.Length; i++)
        {
            if (inside[i] == escape)
            {
                i++;
                if (i == inside.Length || (inside[i] != quote && inside[i] != escape))
                {
                    return null;
                }
            }
            else if (inside[i] == quote)
            {
                return null;
            }

            text[length++] = inside[i];
        }

        return text[..length].ToString();
    }

    /// <summary><c>[a, "b", c]</c> in one line.</summary>
    private readonly bool ReadBrackets(int start, int end)
    {
        if (_source[end - 1] != ']')
        {
            return false;
        }

        Mark(YamlTokenKind.ListStart, start);
        var at = SkipBlanks(start + 1, end - 1);
        while (at < end - 1)
        {
            if (!ReadItem(ref at, end - 1))
            {
                return false;
            }
        }

        Mark(YamlTokenKind.ListEnd, end - 1);
        return true;
    }

    /// <summary>An item with the comma behind it.</summary>
    private readonly bool ReadItem(ref int at, int end)
    {
        var rest = _source.AsSpan(at, end - at);
        var isQuoted = rest[0] is '"' or '\'';
        var length =
            isQuoted ? rest[1..].IndexOf(rest[0]) + 2
            : rest.IndexOf(',') is var comma and >= 0 ? comma
            : rest.Length;
        if (length < (isQuoted ? 2 : 1))
        {
            return false;
        }

        var item = rest[..length].TrimEnd(' ');
        if (isQuoted ? item[0] == '"' && item.Contains('\\') : item.ContainsAny(FlowIndicators))
        {
            return false;
        }

        if (isQuoted)
        {
            _tokens.Add(new YamlToken(YamlTokenKind.Text, item[1..^1].ToString(), new TextSpan(at, length), true));
        }
        else
        {
            AddText(at, at + item.Length, isQuoted: false);
        }

        at = SkipBlanks(at + length, end);
        if (at == end)
        {
            return true;
        }

        var isComma = _source[at] == ',';
        at = SkipBlanks(at + 1, end);
        return isComma && at < end;
    }

    private readonly int SkipBlanks(int at, int end)
    {
        while (at < end && _source[at] == ' ')
        {
            at++;
        }

        return at;
    }

    private readonly void AddText(int start, int end, bool isQuoted) =>
        _tokens.Add(new YamlToken(YamlTokenKind.Text, _source[start..end], TextSpan.FromBounds(start, end), isQuoted));

    /// <summary>Where a list or group starts or ends.</summary>
    private readonly void Mark(YamlTokenKind kind, int at) =>
        _tokens.Add(new YamlToken(kind, "", new TextSpan(at < 0 ? _last : at, 0), false));
}

/// <summary>Gives a part of a text to the parser without copying it.</summary>
internal sealed class SpanReader(string text, int start, int end) : TextReader
{
    private int _next = start;

    public override int Peek() => _next < end ? text[_next] : -1;

    public override int Read() => _next < end ? text[_next++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        var taken = Math.Min(count, end - _next);
        text.CopyTo(_next, buffer, index, taken);
        _next += taken;
        return taken;
    }
}
