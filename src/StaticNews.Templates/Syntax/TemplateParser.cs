namespace StaticNews.Templates;

/// <summary>Turns the text of a template into its syntax tree; mistakes are reported, and there is always a tree.</summary>
internal static class TemplateParser
{
    public static BlockSyntax Parse(TemplateSource source, ErrorList errors) =>
        new StatementParser(new TokenCursor(source, Lexer.Scan(source, errors), errors)).ParsePage();

    /// <summary>Parses a text that is all code.</summary>
    public static BlockSyntax ParseCode(TemplateSource source, ErrorList errors) =>
        new StatementParser(new TokenCursor(source, Lexer.ScanCode(source, errors), errors)).ParsePage();
}
