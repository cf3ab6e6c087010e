using System.Buffers;
using System.Globalization;
using System.Text;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Yaml;

/// <summary>
/// Walks the tokens of one document by what the caller expects to find. A value of another kind is reported and
/// skipped, so one wrong value never hides the next. Keys of a mapping come once; the second of two is reported, and
/// comes again only where a fault costs no more than its field (<see cref="YamlDiagnostics.LeavesFieldOut"/>): then the
/// last one counts. Reused by one worker.
/// </summary>
/// <param name="catalogue">Whose codes the diagnostics carry.</param>
internal sealed class YamlReader(YamlDiagnostics catalogue)
{
    private readonly List<Dictionary<string, TextSpan>> _keysByDepth = [];
    private List<Diagnostic> _found = [];
    private IReadOnlyList<YamlToken> _tokens = [];
    private SourceText _source = new("", "");
    private int _next;
    private int _depth;

    public SourceText Source => _source;

    public YamlToken Current =>
        _next < _tokens.Count
            ? _tokens[_next]
            : new YamlToken(YamlTokenKind.End, "", new TextSpan(_source.Text.Length, 0), false);

    /// <summary>Index of <see cref="Current"/> among the tokens.</summary>
    public int Position => _next;

    /// <summary>The token at a position, or null behind the last one.</summary>
    public YamlToken? TokenAt(int position) => position < _tokens.Count ? _tokens[position] : null;

    /// <param name="source">The file that the tokens' spans lie in.</param>
    /// <param name="found">Where diagnostics go from now on.</param>
    public void Open(SourceText source, IReadOnlyList<YamlToken> tokens, List<Diagnostic> found) =>
        (_source, _tokens, _found, _next, _depth) = (source, tokens, found, 0, 0);

    public SourceLocation At(TextSpan span) => _source.LocationOf(span);

    public void Report(Diagnostic diagnostic) => _found.Add(diagnostic);

    /// <summary>
    /// Steps into the mapping at the current position; another kind of value is reported and skipped, null silently.
    /// </summary>
    public bool StartMapping(string name)
    {
        if (Current.Kind != YamlTokenKind.MapStart)
        {
            RefuseUnlessNull(name, "a group of keys");
            return false;
        }

        _next++;
        _depth++;
        if (_keysByDepth.Count < _depth)
        {
            _keysByDepth.Add(new Dictionary<string, TextSpan>(StringComparer.Ordinal));
        }

        _keysByDepth[_depth - 1].Clear();
        return true;
    }

    /// <summary>
    /// Steps over the next key of the mapping to its value; false, and behind the mapping, where there is no other key.
    /// </summary>
    public bool NextKey(out YamlToken key)
    {
        while (true)
        {
            key = Current;
            if (key.Kind is YamlTokenKind.MapEnd or YamlTokenKind.End)
            {
                _next += key.Kind == YamlTokenKind.MapEnd ? 1 : 0;
                _depth--;
                return false;
            }

            if (key.Kind != YamlTokenKind.Text)
            {
                Report(catalogue.KeyNotText(At(key.Span)));
                Skip();
                Skip();
                continue;
            }

            _next++;
            if (_keysByDepth[_depth - 1].TryAdd(key.Value, key.Span))
            {
                Duplicate = null;
                return true;
            }

            var firstLine = At(_keysByDepth[_depth - 1][key.Value]).Line;
            if (catalogue.LeavesFieldOut && !Current.IsNull)
            {
                Duplicate = new Duplicate(_found.Count, key, firstLine);
                Report(catalogue.DuplicateKey(At(key.Span), key.Value, firstLine));
                _keysByDepth[_depth - 1][key.Value] = key.Span;
                return true;
            }

            Report(catalogue.DuplicateKey(At(key.Span), key.Value, firstLine, DuplicateUse.EarlierThanEmpty));
            Skip();
        }
    }

    /// <summary>
    /// Of the key that <see cref="NextKey"/> gave: that it occurs a second time; null where it does not.
    /// </summary>
    public Duplicate? Duplicate { get; private set; }

    /// <summary>How many diagnostics there are so far.</summary>
    public int Reported => _found.Count;

    /// <summary>Records which value counts of a key that occurs twice, where it is not simply the last one.</summary>
    public void Settle(Duplicate? duplicate, DuplicateUse use)
    {
        if (duplicate is var (index, key, firstLine))
        {
            _found[index] = catalogue.DuplicateKey(At(key.Span), key.Value, firstLine, use);
        }
    }

    /// <summary>Lets the key come again in this mapping: for keys that are not read.</summary>
    public void Forget(YamlToken key) => _keysByDepth[_depth - 1].Remove(key.Value);

    /// <summary>
    /// Steps into the list at the current position; another kind of value is reported and skipped, null silently.
    /// </summary>
    public bool StartList(string name)
    {
        if (Current.Kind != YamlTokenKind.ListStart)
        {
            RefuseUnlessNull(name, "a list");
            return false;
        }

        _next++;
        return true;
    }

    /// <summary>
    /// True while an item of the list is at the current position; steps behind the list where there is none.
    /// </summary>
    public bool NextItem()
    {
        if (Current.Kind is not (YamlTokenKind.ListEnd or YamlTokenKind.End))
        {
            WarnOfMissingComma(Current);
            return true;
        }

        _next++;
        return false;
    }

    /// <summary>Between brackets, a plain item that goes on over a line's end may be two.</summary>
    private void WarnOfMissingComma(YamlToken item)
    {
        if (item is not { Kind: YamlTokenKind.Text, IsQuoted: false })
        {
            return;
        }

        var text = _source.Text.AsSpan();
        if (
            text.Slice(item.Span.Start, item.Span.Length).ContainsAny('\r', '\n')
            && text[item.Span.End..].TrimStart(" \t\r\n") is [',' or ']', ..]
        )
        {
            Report(catalogue.ItemGoesOn(At(item.Span), item.Value));
        }
    }

    /// <summary>
    /// A single value that is not null. Numbers and dates are text here: what a key means decides, not what its value
    /// looks like.
    /// </summary>
    public bool TryText(string name, out YamlToken text)
    {
        text = Current;
        if (text.Kind != YamlTokenKind.Text)
        {
            RefuseUnlessNull(name, "a text");
            return false;
        }

        _next++;
        if (!text.IsQuoted && text.Span.Length > 0 && _source.Text[text.Span.Start] == '&')
        {
            Report(catalogue.AnchorPassedOver(At(text.Span), text.Value));
        }

        return !text.IsNull;
    }

    /// <summary>
    /// A whole number from <paramref name="min"/> to <paramref name="max"/>, or null (reported unless the value is
    /// null).
    /// </summary>
    public int? Whole(string name, int min, int max)
    {
        if (!TryText(name, out var text))
        {
            return null;
        }

        if (TryParseWhole(text.Value, min, max, out var value))
        {
            return value;
        }

        Report(catalogue.NumberRefused(At(text.Span), name, text.Value, min, max));
        return null;
    }

    /// <summary>Yes or no, or null (reported unless the value is null).</summary>
    public bool? YesNo(string name)
    {
        if (!TryText(name, out var text))
        {
            return null;
        }

        if (ParseYesNo(text.Value) is { } value)
        {
            return value;
        }

        Report(catalogue.YesNoRefused(At(text.Span), name, text.Value));
        return null;
    }

    /// <summary>Steps over one whole value.</summary>
    public void Skip()
    {
        var open = 0;
        do
        {
            open += Current.Kind switch
            {
                YamlTokenKind.ListStart or YamlTokenKind.MapStart => 1,
                YamlTokenKind.ListEnd or YamlTokenKind.MapEnd => -1,
                _ => 0,
            };
            _next++;
        } while (open > 0 && _next < _tokens.Count);
    }

    /// <summary>
    /// Reports the value at the current position as of the wrong kind, unless it is null, and steps over it.
    /// </summary>
    public void RefuseUnlessNull(string name, string expected)
    {
        var value = Current;
        if (!value.IsNull && value.Kind != YamlTokenKind.End)
        {
            var line = At(value.Span);
            Report(catalogue.WrongKind(line, name, expected, value.Kind));
        }

        Skip();
    }

    /// <summary>
    /// Digits with an optional minus; YAML's octal, hexadecimal and underscored numbers are not numbers to an editor.
    /// </summary>
    public static bool TryParseWhole(string text, int min, int max, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
        && value >= min
        && value <= max;

    /// <summary>
    /// The words of YAML 1.1 and 1.2, and 1 and 0: a draft marked <c>yes</c> by an older tool must not go out by
    /// mistake. Null for other words.
    /// </summary>
    public static bool? ParseYesNo(string text) =>
        text.Length > 7
            ? null
            : text.Trim().ToLowerInvariant() switch
            {
                "true" or "yes" or "on" or "y" or "t" or "1" => true,
                "false" or "no" or "off" or "n" or "f" or "0" => false,
                _ => null,
            };
}

/// <summary>A key that occurs a second time in its mapping.</summary>
/// <param name="Index">Of its diagnostic.</param>
/// <param name="FirstLine">Line of the key before it, from 1.</param>
internal readonly record struct Duplicate(int Index, YamlToken Key, int FirstLine);

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

    /// <summary>The same with more or, where the number is negative, fewer spaces at the starts of lines.</summary>
    public YamlInput WithSpaces(List<(int LineStart, int Spaces)> insertions)
    {
        var text = new StringBuilder(_read.Length + (4 * insertions.Count));
        var marks = new List<(int Start, int LineStart, int Total)>(insertions.Count);
        var copied = 0;
        foreach (var (lineStart, spaces) in insertions)
        {
            text.Append(Text[copied..lineStart]);
            var start = text.Length;
            text.Append(' ', Math.Max(spaces, 0));
            copied = lineStart + Math.Max(-spaces, 0);
            marks.Add((start, lineStart, text.Length - copied));
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
