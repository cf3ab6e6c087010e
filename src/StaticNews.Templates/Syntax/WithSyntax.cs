namespace StaticNews.Templates;

/// <summary><c>with object … end</c>.</summary>
internal sealed record WithSyntax(TextSpan Span, int Height, ExpressionSyntax Target, BlockSyntax Body) : StatementSyntax(Span, Height);
