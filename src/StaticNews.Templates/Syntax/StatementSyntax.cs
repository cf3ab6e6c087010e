namespace StaticNews.Templates;

/// <summary>Something that a template does.</summary>
internal abstract record StatementSyntax(TextSpan Span, int Height) : SyntaxNode(Span, Height)
{
    /// <summary>The blanks before the code block in which it begins, when nothing else is before it on its line; null otherwise.</summary>
    public string? Indent { get; init; }
}
