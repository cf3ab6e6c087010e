namespace StaticNews.Templates;

/// <summary><c>f a b</c> or <c>f(a, b)</c>.</summary>
internal sealed record CallSyntax(TextSpan Span, int Height, ExpressionSyntax Target, IReadOnlyList<ArgumentSyntax> Arguments, bool InParentheses)
    : ExpressionSyntax(Span, Height);
