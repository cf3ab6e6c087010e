namespace StaticNews.Templates;

/// <summary><c>from | to</c>.</summary>
internal sealed record PipeSyntax(TextSpan Span, int Height, ExpressionSyntax From, ExpressionSyntax To) : ExpressionSyntax(Span, Height);
