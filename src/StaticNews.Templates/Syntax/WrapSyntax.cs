namespace StaticNews.Templates;

/// <summary><c>wrap function arguments … end</c>.</summary>
internal sealed record WrapSyntax(TextSpan Span, int Height, ExpressionSyntax Target, BlockSyntax Body) : StatementSyntax(Span, Height);
