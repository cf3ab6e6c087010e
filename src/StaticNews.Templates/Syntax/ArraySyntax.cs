namespace StaticNews.Templates;

/// <summary><c>[a, b]</c>.</summary>
internal sealed record ArraySyntax(TextSpan Span, int Height, IReadOnlyList<ExpressionSyntax> Items) : ExpressionSyntax(Span, Height);
