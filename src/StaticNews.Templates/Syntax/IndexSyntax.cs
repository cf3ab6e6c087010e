namespace StaticNews.Templates;

/// <summary><c>target[index]</c>.</summary>
internal sealed record IndexSyntax(TextSpan Span, int Height, ExpressionSyntax Target, ExpressionSyntax Index) : ExpressionSyntax(Span, Height);
