namespace StaticNews.Templates;

/// <summary>Turns the text of a template into its syntax tree; mistakes are reported, and there is always a tree.</summary>
internal static class TemplateParser
{
    public static BlockSyntax Parse(TemplateSource source, ErrorList errors)
    {
        var known = errors.Count;
        var tokens = Lexer.Scan(source, errors);
        var cursor = new TokenCursor(source, tokens, errors, known);
        var parser = new StatementParser(cursor);
        var page = parser.ParsePage();
        // A string or a brace that is not closed takes the end of the block with it; that mistake was reported.
        var lastCode = tokens.FindLastIndex(token => token.Kind is TokenKind.CodeEnter or TokenKind.CodeExit);
        if ((parser.LacksEnds || !cursor.HasErrors) && lastCode >= 0 && tokens[lastCode].Kind == TokenKind.CodeEnter)
        {
            errors.Add(TemplateErrors.CodeBlockNotClosed(source, tokens[lastCode].Span) with { IsSecondary = parser.LacksEnds });
        }
        return page;
    }

    /// <summary>Parses a text that is all code.</summary>
    public static BlockSyntax ParseCode(TemplateSource source, ErrorList errors)
    {
        var known = errors.Count;
        return new StatementParser(new TokenCursor(source, Lexer.ScanCode(source, errors), errors, known)).ParsePage();
    }
}
