namespace StaticNews.Templates;

/// <summary><c>{name: value}</c>.</summary>
internal sealed record ObjectSyntax(TextSpan Span, int Height, IReadOnlyList<KeyValuePair<string, ExpressionSyntax>> Members) : ExpressionSyntax(Span, Height);
