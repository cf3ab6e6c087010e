using System.Buffers;
using StaticNews.Text;

namespace StaticNews.Yaml;

/// <summary>
/// Finds the continuation lines of quoted scalars and flow collections that are not indented deeper than the node that
/// holds them. YAML 1.2.2 (sections 7.3 and 7.4, s-flow-line-prefix) asks for that indentation, and the library insists
/// on it; libyaml, PyYAML and js-yaml do not, and tools that wrap long values leave it out. Blanks at the start of such
/// a line are folded away, so spaces inserted there change no value.
/// <para>
/// The scanner follows the block structure as far as it must to tell a quote or bracket that opens a value from one
/// that is an ordinary character: in a plain scalar, a block scalar or a comment. On the way it finds empty lines with
/// a tab, which need spaces, too. It goes over the part once, from start to end, and stops where the library stops:
/// behind a value that has text after it on its line, at a value that nothing closes. It runs on every part that
/// <see cref="PlainYaml"/> leaves to the library.
/// </para>
/// </summary>
internal ref struct ContinuationLineScanner
{
    /// <summary>
    /// Real front matter is not nested deeper than this many columns; without a limit, one far indented key would make
    /// every line as long.
    /// </summary>
    private const int MaxIndent = 4 * YamlTokenizer.MaxDepth;

    private static readonly SearchValues<char> PlainEnds = SearchValues.Create(":#\r\n");
    private static readonly SearchValues<char> SingleQuotedEnds = SearchValues.Create("'\r\n");
    private static readonly SearchValues<char> DoubleQuotedEnds = SearchValues.Create("\"\\\r\n");
    private static readonly SearchValues<char> FlowPlainEnds = SearchValues.Create(",[]{}:#\r\n");
    private static readonly SearchValues<char> PropertyEnds = SearchValues.Create(",[]{} \t\r\n");

    private readonly ReadOnlySpan<char> _text;
    private readonly ContinuationLines _found = new();

    // As in the library: columns of the block collections that are open around the current position; -1 outside of all.
    private readonly Stack<int> _outerIndents = new();
    private readonly Stack<int> _openBrackets = new();
    private int _indent = -1;

    /// <summary>Whether an item or key of the innermost flow collection may begin at the current position.</summary>
    private bool _isItemStart;
    private int _lineStart;
    private int _at;

    private ContinuationLineScanner(ReadOnlySpan<char> text) => _text = text;

    public static ContinuationLines Scan(ReadOnlySpan<char> part)
    {
        var scanner = new ContinuationLineScanner(part);
        while (scanner.SkipToToken() && scanner.ScanToken()) { }

        return scanner._found;
    }

    private readonly bool IsEnd => _at >= _text.Length;

    /// <summary>Steps over blanks, comments and line breaks; false at the end.</summary>
    private bool SkipToToken()
    {
        while (!IsEnd)
        {
            switch (_text[_at])
            {
                case ' ' or '\t':
                    _at++;
                    break;
                case '#':
                    SkipLine();
                    break;
                case '\r' or '\n':
                    SkipBreak();
                    AllowTab();
                    break;
                default:
                    return true;
            }
        }

        return false;
    }

    /// <summary>One token in the block context; false where the library stops.</summary>
    private bool ScanToken()
    {
        var column = _at - _lineStart;
        if (column == 0 && (IsDocumentMarker(_at) || _text[_at] == '%'))
        {
            LeaveBlocks(-1);
            _at += _text[_at] == '%' ? 1 : 3;
            return true;
        }

        LeaveBlocks(column);
        switch (_text[_at])
        {
            case '-' or '?' or ':' when IsBlankOrEnd(_at + 1):
                EnterBlock(column);
                _at++;
                return true;
            case '&' or '*' or '!':
                SkipProperty();
                return true;
            case '|' or '>':
                SkipBlockScalar();
                return true;
            case '"' or '\'':
                return ScanQuoted() && ScanAfterValue(column);
            case '[' or '{':
                return ScanFlowCollection() && ScanAfterValue(column);
            default:
                SkipPlain(column);
                return true;
        }
    }

    private void EnterBlock(int column)
    {
        if (_indent < column)
        {
            _outerIndents.Push(_indent);
            _indent = column;
        }
    }

    private void LeaveBlocks(int column)
    {
        while (_indent > column)
        {
            _indent = _outerIndents.Pop();
        }
    }

    /// <summary>
    /// Behind a quoted scalar or flow collection: a colon makes it a key, a comment or the line's end may follow; false
    /// for anything else.
    /// </summary>
    private bool ScanAfterValue(int column)
    {
        var end = _at;
        SkipBlanks();
        if (IsEnd || _text[_at] is '\r' or '\n' || (_text[_at] == '#' && _at > end))
        {
            return true;
        }

        if (_text[_at] != ':' || !IsBlankOrEnd(_at + 1))
        {
            return false;
        }

        EnterBlock(column);
        _at++;
        return true;
    }

    /// <summary>
    /// A plain scalar with its continuation lines, where quotes and brackets are ordinary characters; a key ends behind
    /// its colon.
    /// </summary>
    private void SkipPlain(int column)
    {
        while (!IsEnd)
        {
            var found = _text[_at..].IndexOfAny(PlainEnds);
            _at = found < 0 ? _text.Length : _at + found;
            if (IsEnd)
            {
                return;
            }

            switch (_text[_at])
            {
                case ':' when IsBlankOrEnd(_at + 1):
                    EnterBlock(column);
                    _at++;
                    return;
                case '#' when IsBlank(_at - 1):
                    return;
                case '\r' or '\n' when !ContinuesPlain():
                    return;
                case ':' or '#':
                    _at++;
                    break;
            }
        }
    }

    /// <summary>Goes to the next line that is not empty; true if the plain scalar goes on there.</summary>
    private bool ContinuesPlain()
    {
        do
        {
            SkipBreak();
            AllowTab();
            SkipBlanks();
        } while (!IsEnd && _text[_at] is '\r' or '\n');
        return !IsEnd
            && _at - _lineStart > _indent
            && _text[_at] != '#'
            && !(_at == _lineStart && IsDocumentMarker(_at));
    }

    /// <summary>
    /// A block scalar: header, then all lines that are indented as its first one, or as its indentation
    /// indicator says.
    /// </summary>
    private void SkipBlockScalar()
    {
        var indent = 0;
        while (++_at < _text.Length && (_text[_at] is '+' or '-' || char.IsAsciiDigit(_text[_at])))
        {
            indent = char.IsAsciiDigit(_text[_at]) ? Math.Max(_indent, 0) + _text[_at] - '0' : indent;
        }

        SkipLine();
        var firstEmpty = _found.Insertions.Count;
        while (!IsEnd)
        {
            SkipBreak();
            var spaces = CountSpaces();
            if (_at + spaces == _text.Length || _text[_at + spaces] is '\r' or '\n')
            {
                Empty(spaces, indent);
                _at += spaces;
                continue;
            }

            if (spaces < Math.Max(indent, Math.Max(_indent + 1, 1)))
            {
                return;
            }

            if (indent == 0)
            {
                indent = spaces;
                KeepDeeperThan(indent, firstEmpty);
            }

            SkipLine();
        }
    }

    /// <summary>
    /// Notes that an empty line of a block scalar loses its blanks, for which the library refuses some. Blanks behind
    /// the scalar's indentation are text and stay.
    /// </summary>
    /// <param name="indent">0: not known yet, because no line with text has come.</param>
    private readonly void Empty(int spaces, int indent)
    {
        if (spaces > 0 && (indent == 0 || spaces <= indent))
        {
            _found.Insertions.Add((_lineStart, -spaces));
        }
    }

    /// <summary>
    /// Empty lines with more blanks than the first line of text are a mistake, which the library tells.
    /// </summary>
    private readonly void KeepDeeperThan(int indent, int firstEmpty)
    {
        for (var i = _found.Insertions.Count - 1; i >= firstEmpty; i--)
        {
            if (-_found.Insertions[i].Spaces > indent)
            {
                _found.Insertions.RemoveAt(i);
            }
        }
    }

    /// <summary>A quoted scalar; false where nothing closes it.</summary>
    private bool ScanQuoted()
    {
        var start = _at++;
        var insertions = _found.Insertions.Count;
        var quote = _text[start];
        var ends = quote == '"' ? DoubleQuotedEnds : SingleQuotedEnds;
        while (true)
        {
            var found = IsEnd ? -1 : _text[_at..].IndexOfAny(ends);
            if (found < 0)
            {
                return LeaveOpen(start);
            }

            _at += found;
            switch (_text[_at])
            {
                case '\r' or '\n':
                    if (!ContinueLine(start, isFlowKey: false))
                    {
                        return LeaveOpen(start);
                    }

                    break;
                case '\\':
                    SkipEscape(start);
                    break;
                case '\'' when _at + 1 < _text.Length && _text[_at + 1] == '\'':
                    _at += 2;
                    break;
                default:
                    _at++;
                    if (_found.Insertions.Count > insertions)
                    {
                        _found.UnindentedQuotes.Add(TextSpan.FromBounds(start, _at));
                    }

                    return true;
            }
        }
    }

    /// <summary>
    /// A flow collection with all that is in it; false where nothing closes it, or the wrong bracket does.
    /// </summary>
    private bool ScanFlowCollection()
    {
        var start = _at;
        do
        {
            SkipBlanks();
            if (IsEnd || !ScanFlowToken())
            {
                return LeaveOpen(start);
            }
        } while (_openBrackets.Count > 0);
        _found.FlowCollections.Add(TextSpan.FromBounds(start, _at));
        return true;
    }

    private bool ScanFlowToken()
    {
        switch (_text[_at])
        {
            case '\r' or '\n':
                return ContinueFlowLine();
            case '#':
                SkipLine();
                return true;
            case '[' or '{':
                _isItemStart = true;
                _openBrackets.Push(_at++);
                return true;
            case ',':
                _isItemStart = true;
                _at++;
                return true;
        }

        _isItemStart = false;
        switch (_text[_at])
        {
            case ']' or '}':
                return CloseBracket();
            case ':':
            case '?' when IsBlankOrEnd(_at + 1):
                _at++;
                return true;
            case '"' or '\'':
                return ScanQuoted();
            case '&' or '*' or '!':
                SkipProperty();
                return true;
            default:
                return ScanFlowPlain();
        }
    }

    /// <summary>
    /// A line end between the parts of a flow collection; the first bracket has been read by then.
    /// </summary>
    private bool ContinueFlowLine()
    {
        var bracket = _openBrackets.Peek();
        return ContinueLine(bracket, _isItemStart && _text[bracket] == '{');
    }

    private bool CloseBracket()
    {
        if (_text[_openBrackets.Peek()] != (_text[_at] == ']' ? '[' : '{'))
        {
            // One that closes a bracket further out shows that the innermost is not closed.
            var isOfNone = true;
            foreach (var open in _openBrackets)
            {
                isOfNone &= _text[open] != (_text[_at] == ']' ? '[' : '{');
            }

            _found.WrongBracket = isOfNone ? _at : null;
            return false;
        }

        _openBrackets.Pop();
        _at++;
        return true;
    }

    /// <summary>
    /// A plain scalar in a flow collection; it goes on over line ends, and quotes in it are ordinary
    /// characters.
    /// </summary>
    private bool ScanFlowPlain()
    {
        while (!IsEnd)
        {
            var found = _text[_at..].IndexOfAny(FlowPlainEnds);
            _at = found < 0 ? _text.Length : _at + found;
            if (IsEnd)
            {
                return true;
            }

            switch (_text[_at])
            {
                case '\r' or '\n':
                    if (!ContinueLine(_openBrackets.Peek(), isFlowKey: false))
                    {
                        return false;
                    }

                    break;
                case ':' when !IsBlankOrEnd(_at + 1) && _text[_at + 1] != ',':
                case '#' when !IsBlank(_at - 1):
                    _at++;
                    break;
                default:
                    return true;
            }
        }

        return true;
    }

    /// <summary>Notes the innermost value that is open; the first call is the innermost one's.</summary>
    private readonly bool LeaveOpen(int start)
    {
        _found.Unclosed ??= _openBrackets.Count > 0 && _text[start] is '[' or '{' ? _openBrackets.Peek() : start;
        _found.UnclosedFrom = start;
        return false;
    }

    /// <summary>
    /// From a line's end to the next line with more than blanks, for which it notes the spaces that the library misses.
    /// False at the end, and at a line that begins with <c>---</c> or <c>...</c>: that ends the document wherever it
    /// stands (section 9.1.2, c-forbidden).
    /// </summary>
    private bool ContinueLine(int opening, bool isFlowKey)
    {
        int spaces;
        do
        {
            SkipBreak();
            spaces = CountSpaces();
            SkipBlanks();
        } while (!IsEnd && _text[_at] is '\r' or '\n');

        if (IsEnd || (_at == _lineStart && IsDocumentMarker(_at)))
        {
            return false;
        }

        if (Indent(spaces))
        {
            _found.Continued.Add(new ContinuedLine(opening, _lineStart, isFlowKey));
        }

        return true;
    }

    /// <summary>
    /// A line of blanks, or of blanks and a comment, may hold tabs anywhere (section 6.6). The library takes a tab only
    /// behind the spaces of the block.
    /// </summary>
    private readonly void AllowTab()
    {
        var spaces = CountSpaces();
        var rest = _text[(_at + spaces)..];
        if (rest is ['\t', ..] && rest.TrimStart(" \t") is [] or ['\r' or '\n' or '#', ..])
        {
            Indent(spaces);
        }
    }

    /// <summary>Notes the spaces that the current line misses; false where it misses none.</summary>
    private readonly bool Indent(int spaces)
    {
        if (spaces > _indent || _indent > MaxIndent)
        {
            return false;
        }

        _found.Insertions.Add((_lineStart, _indent + 1 - spaces));
        return true;
    }

    /// <summary>An escape sequence of a double-quoted scalar.</summary>
    private void SkipEscape(int quote)
    {
        var backslash = _at++;
        if (IsEnd || _text[_at] is '\r' or '\n')
        {
            return;
        }

        var length = EscapeSequence.LengthOf(_text[_at..]);
        if (length == 0)
        {
            _found.BadEscape ??= (quote, backslash);
        }

        _at += Math.Max(length, 1);
    }

    private void SkipProperty()
    {
        var length = _text[_at..].IndexOfAny(PropertyEnds);
        _at = length < 0 ? _text.Length : _at + Math.Max(length, 1);
    }

    private void SkipLine()
    {
        var length = _text[_at..].IndexOfAny('\r', '\n');
        _at = length < 0 ? _text.Length : _at + length;
    }

    /// <summary>A line break, CR LF being one, if one is at the current position.</summary>
    private void SkipBreak()
    {
        if (IsEnd)
        {
            return;
        }

        _at += _text[_at] == '\r' && _at + 1 < _text.Length && _text[_at + 1] == '\n' ? 2 : 1;
        _lineStart = _at;
    }

    private void SkipBlanks()
    {
        while (!IsEnd && _text[_at] is ' ' or '\t')
        {
            _at++;
        }
    }

    private readonly int CountSpaces()
    {
        var spaces = _text[_at..].IndexOfAnyExcept(' ');
        return spaces < 0 ? _text.Length - _at : spaces;
    }

    private readonly bool IsBlank(int at) => at < 0 || _text[at] is ' ' or '\t' or '\r' or '\n';

    private readonly bool IsBlankOrEnd(int at) => at >= _text.Length || IsBlank(at);

    private readonly bool IsDocumentMarker(int at) =>
        _text[at..] is ['-', '-', '-', ..] or ['.', '.', '.', ..] && IsBlankOrEnd(at + 3);
}
