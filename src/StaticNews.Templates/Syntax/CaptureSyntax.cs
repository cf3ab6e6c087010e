namespace StaticNews.Templates;

/// <summary><c>capture target … end</c>.</summary>
internal sealed record CaptureSyntax(TextSpan Span, int Height, ExpressionSyntax Target, BlockSyntax Body) : StatementSyntax(Span, Height);
