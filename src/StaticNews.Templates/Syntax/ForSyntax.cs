namespace StaticNews.Templates;

/// <summary><c>for</c> or <c>tablerow</c>.</summary>
internal sealed record ForSyntax(
    TextSpan Span,
    int Height,
    bool IsTable,
    ExpressionSyntax Variable,
    ExpressionSyntax Items,
    IReadOnlyList<ArgumentSyntax> Options,
    BlockSyntax Body,
    BlockSyntax? Otherwise) : StatementSyntax(Span, Height);
