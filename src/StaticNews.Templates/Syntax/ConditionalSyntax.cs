namespace StaticNews.Templates;

/// <summary><c>condition ? then : otherwise</c>.</summary>
internal sealed record ConditionalSyntax(TextSpan Span, int Height, ExpressionSyntax Condition, ExpressionSyntax Then, ExpressionSyntax Otherwise)
    : ExpressionSyntax(Span, Height);
