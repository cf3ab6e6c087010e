namespace StaticNews.Templates;

/// <summary>A place in the tokens of a template, and the bounds of nesting.</summary>
/// <param name="source">The text.</param>
/// <param name="tokens">Its tokens.</param>
/// <param name="errors">Where mistakes go.</param>
/// <param name="known">How many mistakes other texts had before this one.</param>
internal sealed class TokenCursor(TemplateSource source, List<Token> tokens, ErrorList errors, int known)
{
    /// <summary>How far ahead a '{{' within the code is looked for: a missing '}}' is mostly close.</summary>
    private const int MaxAhead = 64;


    /// <summary>Parts within parts. Everything that walks a template does so recursively, a few hundred bytes of stack a level.</summary>
    private const int MaxHeight = 250;

    /// <summary>Brackets and blocks within one another while parsing: about ten calls a level.</summary>
    private const int MaxDepth = 120;

    private int _at;
    private int _depth;
    private int _codeStart;

    public TemplateSource Source => source;

    /// <summary>Whether this text has a mistake.</summary>
    public bool HasErrors => errors.Count > known;

    public Token Current => tokens[_at];

    public Token Previous => tokens[Math.Max(_at - 1, 0)];

    public TokenKind Kind => tokens[_at].Kind;

    /// <summary>Whether the current statement has a mistake already; more of them would only be noise.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The indentation of the code block that the cursor is in.</summary>
    public string? Indent { get; private set; }

    public ReadOnlySpan<char> CurrentText => TextOf(Current);

    public ReadOnlySpan<char> TextOf(Token token) => source.Text.AsSpan(token.Span.Start, token.Span.Length);

    public Token Peek(int ahead) => tokens[Math.Min(_at + ahead, tokens.Count - 1)];

    public Token Take()
    {
        var token = tokens[_at];
        if (token.Kind == TokenKind.CodeEnter) (Indent, _codeStart) = (token.Text, token.Span.Start);
        if (_at < tokens.Count - 1) _at++;
        return token;
    }

    public bool TryTake(TokenKind kind)
    {
        if (Kind != kind) return false;
        Take();
        return true;
    }

    public bool IsWord(ReadOnlySpan<char> word) => Kind == TokenKind.Identifier && CurrentText.SequenceEqual(word);

    public void SkipNewLines()
    {
        while (Kind == TokenKind.NewLine) Take();
    }

    /// <summary>Reports a mistake, unless this statement has one already.</summary>
    public void Report(TemplateError error)
    {
        if (!IsBroken) errors.Add(error);
        IsBroken = true;
    }

    /// <summary>Reports that something else was expected here.</summary>
    /// <param name="expected">What was.</param>
    /// <param name="hint">What to do about it, or null.</param>
    public void ReportExpected(string expected, string? hint = null)
    {
        // A broken token was reported where it was scanned.
        if (Kind == TokenKind.Broken) IsBroken = true;
        else Report(TemplateErrors.Expected(source, Current.Span, expected, Describe(Current), CodeWithinCode() ?? hint));
    }

    /// <summary>What to say of a mistake that a missing <c>}}</c> may have made; null when no <c>{{</c> stands in the code from here on.</summary>
    private string? CodeWithinCode()
    {
        for (var i = Math.Max(_at - 1, 0); i < Math.Min(_at + MaxAhead, tokens.Count - 1); i++)
        {
            if (i >= _at && tokens[i].Kind == TokenKind.CodeExit) return null;
            if (tokens[i].Kind != TokenKind.OpenBrace || tokens[i + 1] is not { Kind: TokenKind.OpenBrace, SpaceBefore: false }) continue;
            return TemplateErrors.CodeWithinCode(source.Locate(_codeStart).Line, source.Locate(tokens[i].Span.Start).Line);
        }
        return null;
    }

    /// <summary>Goes on after a mistake: to the end of the statement.</summary>
    public void Recover()
    {
        while (Kind is not (TokenKind.NewLine or TokenKind.Semicolon or TokenKind.CodeExit or TokenKind.EndOfText)) Take();
        IsBroken = false;
    }

    /// <summary>How an editor would call a token.</summary>
    public string Describe(Token token) => token.Kind switch
    {
        TokenKind.EndOfText => "the end of the template",
        TokenKind.NewLine => "the end of the line",
        TokenKind.Text => "text",
        _ => $"'{Shortened(TextOf(token))}'",
    };

    /// <summary>One level more than the highest of the parts.</summary>
    public int Above(int height)
    {
        if (height < MaxHeight) return height + 1;
        Abandon(MaxHeight);
        return 1;
    }

    public bool TryEnter()
    {
        if (_depth == MaxDepth)
        {
            Abandon(MaxDepth);
            return false;
        }
        _depth++;
        return true;
    }

    public void Leave() => _depth--;

    // Nothing after a text that is nested too deeply is worth parsing.
    private void Abandon(int limit)
    {
        if (Kind == TokenKind.EndOfText && IsBroken) return;
        IsBroken = false;
        Report(TemplateErrors.TooDeep(source, Current.Span, limit));
        _at = tokens.Count - 1;
    }

    private static string Shortened(ReadOnlySpan<char> text) => text.Length <= 30 ? text.ToString() : string.Concat(text[..30], "…");
}
