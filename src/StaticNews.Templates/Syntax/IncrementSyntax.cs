namespace StaticNews.Templates;

/// <summary><c>x++</c>, <c>--x</c> and their siblings.</summary>
internal sealed record IncrementSyntax(TextSpan Span, int Height, ExpressionSyntax Target, int Step, bool IsPrefix) : ExpressionSyntax(Span, Height);
