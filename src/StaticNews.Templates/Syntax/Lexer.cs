using System.Buffers;

namespace StaticNews.Templates;

/// <summary>
/// Cuts a template into tokens. Text and code alternate; <c>-</c> beside a bracket of a code or escape block takes all white space on that side,
/// <c>~</c> takes it up to the line end: on the left without it, on the right with it.
/// </summary>
internal sealed class Lexer
{
    private static readonly SearchValues<char> NewLines = SearchValues.Create("\r\n");

    private readonly TemplateSource _source;
    private readonly string _text;
    private readonly ErrorList _errors;
    private readonly List<Token> _tokens = [];

    private Lexer(TemplateSource source, ErrorList errors)
    {
        _source = source;
        _text = source.Text;
        _errors = errors;
    }

    /// <summary>The tokens of a template, the last one being <see cref="TokenKind.EndOfText"/>.</summary>
    public static List<Token> Scan(TemplateSource source, ErrorList errors)
    {
        var lexer = new Lexer(source, errors);
        lexer.ScanTemplate();
        return lexer._tokens;
    }

    /// <summary>The tokens of a text that is all code, as for <c>object.eval</c>.</summary>
    public static List<Token> ScanCode(TemplateSource source, ErrorList errors)
    {
        var lexer = new Lexer(source, errors);
        lexer._tokens.Add(new Token(TokenKind.CodeEnter, new TextSpan(0, 0), false));
        new CodeLexer(source, errors, lexer._tokens).Scan(0);
        lexer.AddEnd();
        return lexer._tokens;
    }

    private void ScanTemplate()
    {
        var at = 0;
        while (at < _text.Length)
        {
            var open = FindOpening(at, out var percents);
            if (open < 0)
            {
                AddText(at, _text.Length);
                break;
            }
            var inside = open + 2 + percents;
            var strip = MarkAt(inside);
            AddText(at, strip is '-' or '~' ? StripLeft(at, open, strip) : open);
            if (strip is '-' or '~') inside++;
            at = percents > 0 ? ScanEscapeBlock(open, inside, percents - 1) : ScanCodeBlock(at, open, inside, strip);
        }
        AddEnd();
    }

    private void AddEnd() => _tokens.Add(new Token(TokenKind.EndOfText, new TextSpan(_text.Length, _text.Length), false));

    /// <summary>The next <c>{{</c>, or <c>{%{</c> with its number of characters between and including the second brace, less one.</summary>
    private int FindOpening(int from, out int percents)
    {
        percents = 0;
        for (var at = from; at < _text.Length; at++)
        {
            var next = _text.AsSpan(at).IndexOf('{');
            if (next < 0) return -1;
            at += next;
            var end = at + 1;
            while (end < _text.Length && _text[end] == '%') end++;
            if (end >= _text.Length || _text[end] != '{') continue;
            percents = end - at - 1;
            return at;
        }
        return -1;
    }

    private char MarkAt(int at) => at < _text.Length && _text[at] is '-' or '~' ? _text[at] : '\0';

    private int ScanEscapeBlock(int open, int inside, int percentsLessOne)
    {
        var closing = "}" + new string('%', percentsLessOne + 1) + "}";
        var close = _text.IndexOf(closing, inside, StringComparison.Ordinal);
        if (close < 0)
        {
            _errors.Add(TemplateErrors.EscapeBlockNotClosed(_source, new TextSpan(open, inside), closing));
            return _text.Length;
        }
        var strip = close > inside && _text[close - 1] is '-' or '~' ? _text[close - 1] : '\0';
        AddText(inside, strip == '\0' ? close : close - 1);
        return StripRight(close + closing.Length, strip);
    }

    private int ScanCodeBlock(int textStart, int open, int inside, char strip)
    {
        var indent = strip == '\0' ? IndentBefore(textStart, open) : null;
        _tokens.Add(new Token(TokenKind.CodeEnter, new TextSpan(open, inside), false, indent));
        var end = new CodeLexer(_source, _errors, _tokens).Scan(inside);
        if (_tokens[^1].Kind != TokenKind.CodeExit) return end;
        return StripRight(end, MarkAt(_tokens[^1].Span.Start));
    }

    /// <summary>The blanks between the start of the line and a code block, when there is nothing else.</summary>
    private string? IndentBefore(int textStart, int open)
    {
        var start = open;
        while (start > textStart && _text[start - 1] is ' ' or '\t') start--;
        var startsLine = start == 0 || _text[start - 1] is '\n' or '\r';
        return startsLine && start < open ? _text[start..open] : null;
    }

    private int StripLeft(int from, int to, char strip)
    {
        while (to > from && char.IsWhiteSpace(_text[to - 1]) && (strip == '-' || _text[to - 1] is not ('\n' or '\r'))) to--;
        return to;
    }

    private int StripRight(int from, char strip)
    {
        if (strip == '\0') return from;
        while (from < _text.Length && char.IsWhiteSpace(_text[from]))
        {
            var c = _text[from++];
            if (strip == '-' || !NewLines.Contains(c)) continue;
            return c == '\r' && from < _text.Length && _text[from] == '\n' ? from + 1 : from;
        }
        return from;
    }

    private void AddText(int from, int to)
    {
        if (to > from) _tokens.Add(new Token(TokenKind.Text, new TextSpan(from, to), false));
    }
}
