using System.Globalization;
using System.Text;

namespace StaticNews.Templates;

/// <summary>Cuts the inside of one code block into tokens.</summary>
internal sealed class CodeLexer(TemplateSource source, ErrorList errors, List<Token> tokens)
{
    /// <summary>Interpolated strings within holes of interpolated strings.</summary>
    private const int MaxHoles = 16;

    private readonly string _text = source.Text;
    private int _at;
    private int _holes;

    /// <summary>Scans from just after <c>{{</c>.</summary>
    /// <returns>The offset after <c>}}</c>, or the end of the text.</returns>
    public int Scan(int from)
    {
        _at = from;
        ScanCode(inHole: false);
        return _at;
    }

    private void ScanCode(bool inHole)
    {
        var braces = 0;
        while (true)
        {
            var space = SkipBlanks();
            if (_at >= _text.Length) return;
            var start = _at;
            var c = _text[start];
            if (braces == 0 && !inHole && IsExit(start, out var exitLength))
            {
                _at += exitLength;
                Add(TokenKind.CodeExit, start, space);
                return;
            }
            if (inHole && braces == 0 && c == '}')
            {
                _at++;
                Add(TokenKind.HoleClose, start, space);
                return;
            }
            switch (c)
            {
                case '\n' or '\r': AddNewLine(space); break;
                case '#': SkipComment(); break;
                case '"' or '\'': ScanString(c, space); break;
                case '`': ScanVerbatim(space); break;
                case '$' when Peek(1) is '"' or '\'': ScanInterpolated(space); break;
                case '$': ScanLocal(space); break;
                case '_': ScanIdentifier(space); break;
                // Nothing that is right has '{{' here: the end of the code before it is missing, and what closes this one closes that.
                case '{' when !inHole && Peek(1) == '{':
                    braces = 0;
                    AddBrace(space);
                    AddBrace(space: false);
                    break;
                case '{' or '}':
                    braces += c == '{' ? 1 : braces > 0 ? -1 : 0;
                    _at++;
                    Add(c == '{' ? TokenKind.OpenBrace : TokenKind.CloseBrace, start, space);
                    break;
                default: ScanOther(c, space); break;
            }
        }
    }

    private void ScanOther(char c, bool space)
    {
        if (char.IsLetter(c)) ScanIdentifier(space);
        else if (char.IsAsciiDigit(c)) ScanNumber(space);
        else ScanOperator(space);
    }

    private bool IsExit(int at, out int length)
    {
        length = _text[at] is '-' or '~' ? 3 : 2;
        return string.CompareOrdinal(_text, at + length - 2, "}}", 0, 2) == 0;
    }

    private char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private bool SkipBlanks()
    {
        var start = _at;
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]) && _text[_at] is not ('\n' or '\r')) _at++;
        return _at > start;
    }

    private void Add(TokenKind kind, int start, bool space, string? text = null) =>
        tokens.Add(new Token(kind, new TextSpan(start, _at), space, text));

    private void AddBrace(bool space)
    {
        _at++;
        Add(TokenKind.OpenBrace, _at - 1, space);
    }

    private void AddNewLine(bool space)
    {
        var start = _at;
        _at += _text[_at] == '\r' && Peek(1) == '\n' ? 2 : 1;
        Add(TokenKind.NewLine, start, space);
    }

    /// <summary>
    /// <c># …</c> ends with its line, <c>## … ##</c> with its second mark; both end at the end of the code block. A backslash in the latter keeps the
    /// character after it from ending anything.
    /// </summary>
    private void SkipComment()
    {
        var isBlock = Peek(1) == '#';
        _at += isBlock ? 2 : 1;
        while (_at < _text.Length && !IsExit(_at, out _))
        {
            if (isBlock && _text[_at] == '#' && Peek(1) == '#')
            {
                _at += 2;
                return;
            }
            if (!isBlock && _text[_at] is '\n' or '\r') return;
            _at += isBlock && _text[_at] == '\\' && _at + 1 < _text.Length ? 2 : 1;
        }
    }

    private void ScanIdentifier(bool space)
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] == '_')) _at++;
        Add(TokenKind.Identifier, start, space);
    }

    private void ScanLocal(bool space)
    {
        var start = _at++;
        if (Peek(0) == '$')
        {
            _at++;
            Add(TokenKind.Identifier, start, space);
            return;
        }
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] == '_')) _at++;
        Add(TokenKind.Identifier, start, space);
    }

    private void ScanNumber(bool space)
    {
        var start = _at;
        if (_text[_at] == '0' && Peek(1) is 'x' or 'X' or 'b' or 'B')
        {
            ScanPrefixedNumber(start, space);
            return;
        }
        SkipDigits();
        if (Peek(0) == '.' && Peek(1) != '.' && !char.IsLetter(Peek(1)))
        {
            _at++;
            SkipDigits();
        }
        if (Peek(0) is 'e' or 'E' && (char.IsAsciiDigit(Peek(1)) || (Peek(1) is '+' or '-' && char.IsAsciiDigit(Peek(2)))))
        {
            _at += 2;
            SkipDigits();
        }
        if (Peek(0) is 'f' or 'F' or 'd' or 'D' or 'm' or 'M' && !char.IsLetterOrDigit(Peek(1))) _at++;
        Add(TokenKind.Number, start, space);
    }

    private void ScanPrefixedNumber(int start, bool space)
    {
        var isHex = Peek(1) is 'x' or 'X';
        _at += 2;
        var digits = _at;
        while (isHex ? char.IsAsciiHexDigit(Peek(0)) : Peek(0) is '0' or '1') _at++;
        if (_at == digits)
        {
            errors.Add(TemplateErrors.NumberWithoutDigits(source, new TextSpan(start, _at)));
            Add(TokenKind.Broken, start, space);
            return;
        }
        if (Peek(0) is 'u' or 'U') _at++;
        Add(TokenKind.Number, start, space);
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Peek(0))) _at++;
    }

    private void ScanVerbatim(bool space)
    {
        var start = _at++;
        var value = new StringBuilder();
        while (true)
        {
            var close = _at < _text.Length ? _text.IndexOf('`', _at) : -1;
            if (close < 0)
            {
                ReportUnclosed(start, space);
                return;
            }
            value.Append(_text, _at, close - _at);
            _at = close + 1;
            if (Peek(0) != '`') break;
            value.Append('`');
            _at++;
        }
        Add(TokenKind.String, start, space, value.ToString());
    }

    private void ScanString(char quote, bool space)
    {
        var start = _at++;
        var value = new StringBuilder();
        var sound = true;
        while (_at < _text.Length && _text[_at] != quote)
        {
            if (_text[_at] != '\\') value.Append(_text[_at++]);
            else sound &= ScanEscape(start, value, inHoles: false);
        }
        if (_at >= _text.Length)
        {
            ReportUnclosed(start, space);
            return;
        }
        _at++;
        Add(sound ? TokenKind.String : TokenKind.Broken, start, space, value.ToString());
    }

    private void ReportUnclosed(int start, bool space)
    {
        // The end of the text is where the closing quote is missing; where the string began is in the message.
        _at = _text.Length;
        errors.Add(TemplateErrors.StringNotClosed(source, new TextSpan(_text.Length - 1, _text.Length), source.Locate(start).Line));
        Add(TokenKind.Broken, start, space);
    }

    private bool ScanEscape(int stringStart, StringBuilder value, bool inHoles)
    {
        var c = Peek(1);
        _at = Math.Min(_at + 2, _text.Length);
        switch (c)
        {
            case 'n': value.Append('\n'); return true;
            case 'r': value.Append('\r'); return true;
            case 't': value.Append('\t'); return true;
            case 'b': value.Append('\b'); return true;
            case 'f': value.Append('\f'); return true;
            case 'v': value.Append('\v'); return true;
            case '0': value.Append('\0'); return true;
            case '\\' or '"' or '\'': value.Append(c); return true;
            case '{' or '}' when inHoles: value.Append(c); return true;
            case '\n': return true;
            case '\r':
                if (Peek(0) == '\n') _at++;
                return true;
            case 'x' when ScanHex(2, value): return true;
            case 'u' when ScanHex(4, value): return true;
        }
        errors.Add(TemplateErrors.UnknownEscape(source, new TextSpan(stringStart, _at), c));
        return false;
    }

    private bool ScanHex(int digits, StringBuilder value)
    {
        if (_at + digits > _text.Length) return false;
        if (!ushort.TryParse(_text.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)) return false;
        value.Append((char)unit);
        _at += digits;
        return true;
    }

    private void ScanInterpolated(bool space)
    {
        var start = _at;
        var quote = Peek(1);
        _at += 2;
        Add(TokenKind.InterpolationStart, start, space);
        var part = new StringBuilder();
        var partStart = _at;
        while (_at < _text.Length && _text[_at] != quote)
        {
            if (_text[_at] == '\\')
            {
                ScanEscape(start, part, inHoles: true);
                continue;
            }
            if (_text[_at] != '{')
            {
                part.Append(_text[_at++]);
                continue;
            }
            AddPart(part, partStart);
            if (!ScanHole(start)) return;
            partStart = _at;
        }
        if (_at >= _text.Length)
        {
            ReportUnclosed(start, space);
            return;
        }
        AddPart(part, partStart);
        _at++;
        Add(TokenKind.InterpolationEnd, _at - 1, false);
    }

    private bool ScanHole(int stringStart)
    {
        var start = _at++;
        Add(TokenKind.HoleOpen, start, false);
        if (_holes == MaxHoles)
        {
            errors.Add(TemplateErrors.TooDeep(source, new TextSpan(stringStart, _at), MaxHoles));
            _at = _text.Length;
            return false;
        }
        _holes++;
        ScanCode(inHole: true);
        _holes--;
        if (tokens[^1].Kind == TokenKind.HoleClose) return true;
        errors.Add(TemplateErrors.StringNotClosed(source, new TextSpan(_text.Length - 1, _text.Length), source.Locate(stringStart).Line));
        return false;
    }

    private void AddPart(StringBuilder part, int start)
    {
        if (part.Length == 0) return;
        Add(TokenKind.String, start, false, part.ToString());
        part.Clear();
    }

    private void ScanOperator(bool space)
    {
        var start = _at;
        var (kind, length) = OperatorAt(_text[_at], Peek(1), Peek(2));
        _at += length;
        Add(kind, start, space);
    }

    private static (TokenKind Kind, int Length) OperatorAt(char first, char second, char third) => (first, second, third) switch
    {
        ('.', '.', '<') => (TokenKind.DotDotLess, 3),
        ('.', '.', '.') => (TokenKind.Ellipsis, 3),
        ('/', '/', '=') => (TokenKind.SlashSlashEqual, 3),
        ('.', '.', _) => (TokenKind.DotDot, 2),
        ('?', '.', _) => (TokenKind.QuestionDot, 2),
        ('?', '?', _) => (TokenKind.QuestionQuestion, 2),
        ('?', '!', _) => (TokenKind.QuestionBang, 2),
        ('|', '|', _) => (TokenKind.PipePipe, 2),
        ('|', '>', _) => (TokenKind.Pipe, 2),
        ('&', '&', _) => (TokenKind.AmpersandAmpersand, 2),
        ('=', '=', _) => (TokenKind.EqualEqual, 2),
        ('!', '=', _) => (TokenKind.BangEqual, 2),
        ('<', '=', _) => (TokenKind.LessEqual, 2),
        ('>', '=', _) => (TokenKind.GreaterEqual, 2),
        ('<', '<', _) => (TokenKind.LessLess, 2),
        ('>', '>', _) => (TokenKind.GreaterGreater, 2),
        ('+', '+', _) => (TokenKind.PlusPlus, 2),
        ('-', '-', _) => (TokenKind.MinusMinus, 2),
        ('+', '=', _) => (TokenKind.PlusEqual, 2),
        ('-', '=', _) => (TokenKind.MinusEqual, 2),
        ('*', '=', _) => (TokenKind.StarEqual, 2),
        ('/', '=', _) => (TokenKind.SlashEqual, 2),
        ('%', '=', _) => (TokenKind.PercentEqual, 2),
        ('/', '/', _) => (TokenKind.SlashSlash, 2),
        _ => (SingleOperator(first), 1),
    };

    private static TokenKind SingleOperator(char c) => c switch
    {
        '.' => TokenKind.Dot,
        '?' => TokenKind.Question,
        '|' => TokenKind.Pipe,
        '!' => TokenKind.Bang,
        '=' => TokenKind.Equal,
        '<' => TokenKind.Less,
        '>' => TokenKind.Greater,
        '+' => TokenKind.Plus,
        '-' => TokenKind.Minus,
        '*' => TokenKind.Star,
        '/' => TokenKind.Slash,
        '%' => TokenKind.Percent,
        '@' => TokenKind.At,
        '^' => TokenKind.Caret,
        '(' => TokenKind.OpenParen,
        ')' => TokenKind.CloseParen,
        '[' => TokenKind.OpenBracket,
        ']' => TokenKind.CloseBracket,
        ',' => TokenKind.Comma,
        ':' => TokenKind.Colon,
        ';' => TokenKind.Semicolon,
        _ => TokenKind.Unknown,
    };
}
