namespace StaticNews.Templates;

/// <summary><c>$"text {hole}"</c>.</summary>
internal sealed record InterpolatedSyntax(TextSpan Span, int Height, IReadOnlyList<ExpressionSyntax> Parts) : ExpressionSyntax(Span, Height);
