namespace StaticNews.Templates;

/// <summary><c>(expression)</c>.</summary>
internal sealed record NestedSyntax(TextSpan Span, int Height, ExpressionSyntax Inner) : ExpressionSyntax(Span, Height);
