using System.Globalization;
using System.Text;

namespace StaticNews.Images.Svg;

/// <summary>
/// Splits a style into tokens as browsers do (CSS Syntax 3, section 4), so that an escape (<c>\75rl(</c>) or a comment
/// (<c>u/**/rl(</c>) means here what it means there.
/// </summary>
internal sealed class CssTokenizer(string text)
{
    /// <summary>
    /// A style of a drawing has some thousands; one made to exhaust memory is broken off here, and so does not stay.
    /// </summary>
    private const int TokensMax = 1_000_000;

    private const char End = '\0';

    private readonly List<CssToken> _tokens = [];
    private int _at;

    public static List<CssToken> Read(string text)
    {
        var tokenizer = new CssTokenizer(text);
        while (tokenizer._at < text.Length)
        {
            var start = tokenizer._at;
            if (tokenizer._tokens.Count == TokensMax)
            {
                tokenizer._tokens.Add(new CssToken(CssTokenKind.Broken, start, text.Length, ""));
                break;
            }

            var (kind, value) = tokenizer.Next();

            // An escape that the style's end breaks off.
            tokenizer._at = Math.Min(tokenizer._at, text.Length);
            tokenizer._tokens.Add(new CssToken(kind, start, tokenizer._at, value));
        }

        return tokenizer._tokens;
    }

    private (CssTokenKind Kind, string Value) Next()
    {
        var c = text[_at];
        switch (c)
        {
            case '/' when Peek(1) == '*':
                return SkipComment();
            case '"' or '\'':
                return ReadString(c);
            case '(' or '[' or '{':
                return Single(CssTokenKind.Open);
            case ')' or ']' or '}':
                return Single(CssTokenKind.Close);
            case ':':
                return Single(CssTokenKind.Colon);
            case ';':
                return Single(CssTokenKind.Semicolon);
            case '@' when StartsName(_at + 1):
                _at++;
                return (CssTokenKind.AtKeyword, ReadName());
            case '#' when IsNamePart(_at + 1):
                _at++;
                ReadName();
                return (CssTokenKind.Other, "");
            case '<' when text.AsSpan(_at).StartsWith("<!--"):
                _at += 4;
                return (CssTokenKind.Blank, "");
            case '-' when text.AsSpan(_at).StartsWith("-->"):
                _at += 3;
                return (CssTokenKind.Blank, "");
            default:
                return NextName(c);
        }
    }

    private (CssTokenKind Kind, string Value) NextName(char c)
    {
        if (IsBlank(c))
        {
            while (IsBlank(Peek(0)))
            {
                _at++;
            }

            return (CssTokenKind.Blank, "");
        }

        if (StartsNumber())
        {
            ReadNumber();
            return (CssTokenKind.Other, "");
        }

        if (StartsName(_at))
        {
            return ReadIdentLike();
        }

        _at++;
        return (CssTokenKind.Other, "");
    }

    private (CssTokenKind Kind, string Value) Single(CssTokenKind kind) => (kind, text[_at++].ToString());

    /// <summary>A comment that does not end is the rest of the style.</summary>
    private (CssTokenKind Kind, string Value) SkipComment()
    {
        var end = text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        _at = end < 0 ? text.Length : end + 2;
        return (CssTokenKind.Blank, "");
    }

    private (CssTokenKind Kind, string Value) ReadString(char quote)
    {
        var value = new StringBuilder();
        for (_at++; _at < text.Length; _at++)
        {
            var c = text[_at];
            if (c == quote)
            {
                _at++;
                return (CssTokenKind.String, value.ToString());
            }

            if (IsLineEnd(c))
            {
                return (CssTokenKind.Broken, "");
            }

            if (c != '\\')
            {
                value.Append(c);
            }
            else if (_at + 1 < text.Length && IsLineEnd(text[_at + 1]))
            {
                _at += text.AsSpan(_at + 1).StartsWith("\r\n") ? 2 : 1;
            }
            else
            {
                ReadEscape(value);
                _at--;
            }
        }

        return (CssTokenKind.Broken, "");
    }

    /// <summary>A name, a function, or an address without quotes (section 4.3.4).</summary>
    private (CssTokenKind Kind, string Value) ReadIdentLike()
    {
        var name = ReadName();
        if (Peek(0) != '(')
        {
            return (CssTokenKind.Ident, name);
        }

        _at++;
        if (name is not "url")
        {
            return (CssTokenKind.Function, name);
        }

        var first = _at;
        while (IsBlank(At(first)))
        {
            first++;
        }

        return At(first) is '"' or '\'' ? (CssTokenKind.Function, name) : ReadUrl(first);
    }

    private (CssTokenKind Kind, string Value) ReadUrl(int start)
    {
        var value = new StringBuilder();
        for (_at = start; _at < text.Length; )
        {
            var c = text[_at];
            if (c == ')')
            {
                _at++;
                return (CssTokenKind.Url, value.ToString());
            }

            if (IsBlank(c) && IsOnlyBlankBeforeEnd())
            {
                continue;
            }

            if (IsBlank(c) || c is '"' or '\'' or '(' or < ' ' or '\x7f' || (c == '\\' && !IsEscape(_at)))
            {
                return SkipBrokenUrl();
            }

            if (c == '\\')
            {
                ReadEscape(value);
            }
            else
            {
                value.Append(c);
                _at++;
            }
        }

        return (CssTokenKind.Broken, "");
    }

    /// <summary>Goes on to the closing parenthesis, if there are only blanks before it.</summary>
    private bool IsOnlyBlankBeforeEnd()
    {
        var end = _at;
        while (IsBlank(At(end)))
        {
            end++;
        }

        if (At(end) != ')')
        {
            return false;
        }

        _at = end;
        return true;
    }

    private (CssTokenKind Kind, string Value) SkipBrokenUrl()
    {
        for (; _at < text.Length; _at++)
        {
            if (text[_at] == ')')
            {
                _at++;
                break;
            }

            _at += IsEscape(_at) ? 1 : 0;
        }

        _at = Math.Min(_at, text.Length);
        return (CssTokenKind.Broken, "");
    }

    /// <summary>With the unit behind it: <c>1url(</c> is a number and a parenthesis.</summary>
    private void ReadNumber()
    {
        _at += text[_at] is '+' or '-' ? 1 : 0;
        SkipDigits();
        if (Peek(0) == '.' && char.IsAsciiDigit(Peek(1)))
        {
            _at++;
            SkipDigits();
        }

        if (
            Peek(0) is 'e' or 'E'
            && (char.IsAsciiDigit(Peek(1)) || (Peek(1) is '+' or '-' && char.IsAsciiDigit(Peek(2))))
        )
        {
            _at += 2;
            SkipDigits();
        }

        if (StartsName(_at))
        {
            ReadName();
        }
        else if (Peek(0) == '%')
        {
            _at++;
        }
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Peek(0)))
        {
            _at++;
        }
    }

    private string ReadName()
    {
        var name = new StringBuilder();
        while (IsNamePart(_at))
        {
            if (text[_at] == '\\')
            {
                ReadEscape(name);
            }
            else
            {
                name.Append(text[_at++]);
            }
        }

        return name.ToString().ToLowerInvariant();
    }

    /// <summary>Up to six hexadecimal digits and one blank, or one character (section 4.3.7).</summary>
    private void ReadEscape(StringBuilder into)
    {
        _at++;
        var digits = 0;
        while (digits < 6 && char.IsAsciiHexDigit(At(_at + digits)))
        {
            digits++;
        }

        if (digits == 0)
        {
            into.Append(Peek(0));
            _at++;
            return;
        }

        var code = int.Parse(text.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        into.Append(code > 0 && Rune.IsValid(code) ? new Rune(code).ToString() : "\ufffd");
        _at += digits;
        if (IsBlank(Peek(0)))
        {
            _at += text.AsSpan(_at).StartsWith("\r\n") ? 2 : 1;
        }
    }

    private bool StartsNumber()
    {
        var sign = Peek(0) is '+' or '-' ? 1 : 0;
        return char.IsAsciiDigit(Peek(sign)) || (Peek(sign) == '.' && char.IsAsciiDigit(Peek(sign + 1)));
    }

    private bool StartsName(int at) =>
        At(at) == '-'
            ? At(at + 1) == '-' || IsNameStart(At(at + 1)) || IsEscape(at + 1)
            : IsNameStart(At(at)) || IsEscape(at);

    private bool IsNamePart(int at) =>
        At(at) is var c && (IsNameStart(c) || char.IsAsciiDigit(c) || c == '-' || IsEscape(at));

    private bool IsEscape(int at) => At(at) == '\\' && at + 1 < text.Length && !IsLineEnd(text[at + 1]);

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_' or >= '\x80';

    private static bool IsBlank(char c) => c is ' ' or '\t' || IsLineEnd(c);

    private static bool IsLineEnd(char c) => c is '\n' or '\r' or '\f';

    private char Peek(int ahead) => At(_at + ahead);

    private char At(int at) => at < text.Length ? text[at] : End;
}

/// <param name="Start">In the style's text, UTF-16 units.</param>
/// <param name="End">Behind the last one.</param>
/// <param name="Value">
/// A name, string or address without its escapes, names in lower case; a bracket as it is; else empty.
/// </param>
internal readonly record struct CssToken(CssTokenKind Kind, int Start, int End, string Value);

/// <summary>The tokens of CSS Syntax 3, as far as they must be distinguished here.</summary>
internal enum CssTokenKind
{
    /// <summary>White space and comments.</summary>
    Blank,
    Ident,
    Function,
    AtKeyword,
    String,
    Url,

    /// <summary>
    /// A string or an address that is broken off: what follows it is read differently by different programs.
    /// </summary>
    Broken,
    Colon,
    Semicolon,
    Open,
    Close,

    /// <summary>Numbers, commas, operators, hashes.</summary>
    Other,
}
