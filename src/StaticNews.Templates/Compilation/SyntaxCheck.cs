using Scriban;
using Scriban.Parsing;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>
/// Reports the faults of the text of a template: what Scriban's parser found, and what it lets pass, such as code and
/// blocks that are never closed.
/// </summary>
internal sealed class SyntaxCheck(TemplateSource source, ErrorList errors)
{
    private static readonly string[] FirstWords =
    [
        "break",
        "capture",
        "case",
        "continue",
        "else",
        "end",
        "for",
        "func",
        "if",
        "import",
        "include",
        "readonly",
        "ret",
        "tablerow",
        "when",
        "while",
        "with",
        "wrap",
    ];

    private static readonly string[] BlockWords =
    [
        "capture",
        "case",
        "for",
        "func",
        "if",
        "tablerow",
        "while",
        "with",
        "wrap",
    ];

    private readonly Stack<(string Word, TemplateSpan At)> _open = new();
    private readonly List<int> _codeStarts = [];
    private TemplateSpan? _delimiter;
    private TemplateSpan _lastExit;
    private bool _isEscape;

    /// <summary>The first word of a statement that someone may have meant, one slip away; null for none.</summary>
    public static string? NearestKeyword(string word) =>
        word.Length < 3 || FirstWords.Contains(word, StringComparer.Ordinal)
            ? null
            : Spelling.Nearest(word, FirstWords, most: 1);

    /// <summary>Code with a mistake, from its '{{' on: what is read of it may be read wrongly.</summary>
    public List<TemplateSpan> Broken { get; } = [];

    public void Report(Template template)
    {
        ReadTokens();
        var isWithinCode = false;
        foreach (var message in template.Messages.Where(static message => message.Type == ParserMessageType.Error))
        {
            var at =
                message.Span.Start.Offset < 0
                    ? new TemplateSpan(source.Text.Length, source.Text.Length)
                    : TemplateSpan.Of(message.Span);
            // What 'for' and 'while' have is checked with the other names; blocks that are not closed are found among
            // the tokens.
            if (message.Message.StartsWith("The loop variable <", StringComparison.Ordinal))
                continue;
            if (message.Message.Contains("<end> statement", StringComparison.Ordinal))
                continue;
            // One mistake makes others in the code behind it.
            if (Broken.Exists(code => code.Start <= at.Start && at.Start < code.End))
                continue;
            if (errors.IsFull)
                break;
            var hint = HintAt(at);
            isWithinCode |= hint is not null;
            Broken.Add(CodeAround(at));
            errors.Add(source.Error(at, ContentOf(message.Message, hint)));
        }
        if (!isWithinCode)
            ReportDelimiter();
        ReportOpenBlocks(isWithinCode);
    }

    private static TemplateMessage ContentOf(string message, string? hint) =>
        message.Contains("Expecting 'in' word", StringComparison.Ordinal)
            ? TemplateErrors.ForWithoutIn()
            : TemplateErrors.Syntax(RenderErrors.InPlainWords(message), hint);

    private TemplateSpan CodeAround(TemplateSpan at)
    {
        var end = source.Text.IndexOf("}}", Math.Min(at.Start, source.Text.Length), StringComparison.Ordinal);
        return new TemplateSpan(
            Math.Max(0, _codeStarts.FindLast(offset => offset <= at.Start)),
            end < 0 ? source.Text.Length + 1 : end + 2
        );
    }

    private void ReadTokens()
    {
        var isFirst = false;
        var afterElse = false;
        var isAfterOpen = false;
        foreach (var token in new Lexer(source.Text, source.Name))
        {
            var word = token.Type == TokenType.Identifier ? token.GetText(source.Text) : "";
            switch (token.Type)
            {
                case TokenType.CodeEnter or TokenType.EscapeEnter:
                    Enter(token);
                    break;
                case TokenType.CodeExit or TokenType.EscapeExit:
                    _delimiter = null;
                    _lastExit = new TemplateSpan(token.Start.Offset, token.End.Offset + 1);
                    break;
                case TokenType.Identifier
                    when word is "do"
                        || (
                            isFirst && BlockWords.Contains(word, StringComparer.Ordinal) && !(afterElse && word is "if")
                        ):
                    Open(word, token);
                    break;
                case TokenType.Identifier when isFirst && word is "end":
                    Close(token);
                    break;
                // 'for.index' is a value.
                case TokenType.Dot when isAfterOpen:
                    _open.Pop();
                    break;
            }
            isAfterOpen = _open.TryPeek(out var last) && last.At.End == token.End.Offset + 1;
            afterElse = word is "else" && isFirst;
            isFirst =
                afterElse
                || token.Type is TokenType.CodeEnter or TokenType.NewLine or TokenType.SemiColon
                || (isFirst && token.Type is TokenType.Whitespace or TokenType.WhitespaceFull);
        }
    }

    private void Enter(Token token)
    {
        _delimiter = new TemplateSpan(token.Start.Offset, token.End.Offset + 1);
        _isEscape = token.Type == TokenType.EscapeEnter;
        if (!_isEscape)
            _codeStarts.Add(token.Start.Offset);
    }

    private void Open(string word, Token token)
    {
        // 'func f(x) = x + 1' has no end.
        if (word is not "func" || !IsShortFunction(token.End.Offset + 1))
        {
            _open.Push((word, new TemplateSpan(token.Start.Offset, token.End.Offset + 1)));
        }
    }

    private bool IsShortFunction(int from)
    {
        var rest = source.Text.AsSpan(from);
        var end = rest.IndexOfAny("\r\n;}");
        if (end >= 0)
            rest = rest[..end];
        var close = rest.LastIndexOf(')');
        return close >= 0 && rest[(close + 1)..].TrimStart() is ['=', ..];
    }

    private void Close(Token token)
    {
        if (_open.TryPop(out _) || errors.IsFull)
            return;
        errors.Add(
            source.Error(new TemplateSpan(token.Start.Offset, token.End.Offset + 1), TemplateErrors.StrayWord("end"))
        );
    }

    private void ReportDelimiter()
    {
        // Of code with a mistake the end may have been taken for something else.
        if (_delimiter is not { } at || Broken.Exists(code => code.Start <= at.Start && at.Start < code.End))
            return;
        errors.Add(
            source.Error(
                at,
                _isEscape ? TemplateErrors.EscapeBlockNotClosed(ClosingOf(at)) : TemplateErrors.CodeBlockNotClosed()
            )
        );
    }

    private string ClosingOf(TemplateSpan opening) =>
        new(source.Text[opening.Start..opening.End].Reverse().Select(static c => c == '{' ? '}' : c).ToArray());

    /// <summary>The innermost is missed at the end of the text; those around it go with it.</summary>
    private void ReportOpenBlocks(bool isWithinCode)
    {
        var isInner = true;
        while (!errors.IsFull && _open.TryPop(out var block))
        {
            // A block whose first line has a mistake, or whose 'end' was taken for something else.
            if (isWithinCode || Broken.Exists(code => code.Start <= block.At.Start && block.At.Start < code.End))
                continue;
            var (line, _) = source.Locate(block.At.Start);
            var error = source.Error(
                isInner ? EndAfter(block.At) : block.At,
                TemplateErrors.EndMissing(block.Word, line)
            );
            errors.Add(error with { IsSecondary = !isInner });
            isInner = false;
        }
    }

    private TemplateSpan EndAfter(TemplateSpan word)
    {
        if (_delimiter is null)
            return _lastExit;
        var rest = source.Text.AsSpan(word.End);
        return new TemplateSpan(word.End + rest.Length - rest.TrimStart().Length, source.Text.Length);
    }

    /// <summary>Code that begins within other code: the '}}' before it is missing.</summary>
    private string? HintAt(TemplateSpan at)
    {
        var start = _codeStarts.FindLast(offset => offset <= at.Start);
        if (_codeStarts.Count == 0 || start > at.Start)
            return null;
        var code = source.Text.AsSpan(start + 2);
        var (next, end) = (code.IndexOf("{{", StringComparison.Ordinal), code.IndexOf("}}", StringComparison.Ordinal));
        if (next < 0 || (end >= 0 && end < next))
            return null;
        return TemplateErrors.CodeWithinCode(source.Locate(start).Line, source.Locate(start + 2 + next).Line);
    }
}
