namespace StaticNews.Templates;

/// <summary>Stands where an expression is missing; the mistake has been reported.</summary>
internal sealed record BrokenSyntax(TextSpan Span) : ExpressionSyntax(Span, 1);
