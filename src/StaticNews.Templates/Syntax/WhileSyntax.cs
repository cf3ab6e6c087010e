namespace StaticNews.Templates;

/// <summary><c>while … end</c>.</summary>
internal sealed record WhileSyntax(TextSpan Span, int Height, ExpressionSyntax Condition, BlockSyntax Body) : StatementSyntax(Span, Height);
