namespace StaticNews.Templates;

/// <summary>A number, string, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed record LiteralSyntax(TextSpan Span, Value Value) : ExpressionSyntax(Span, 1);
