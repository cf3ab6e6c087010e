namespace StaticNews.Templates;

/// <summary>An expression whose value is written.</summary>
internal sealed record PrintSyntax(TextSpan Span, int Height, ExpressionSyntax Expression) : StatementSyntax(Span, Height);
