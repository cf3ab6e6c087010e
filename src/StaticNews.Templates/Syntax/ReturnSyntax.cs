namespace StaticNews.Templates;

/// <summary><c>ret value</c>; without a value it is null.</summary>
internal sealed record ReturnSyntax(TextSpan Span, int Height, ExpressionSyntax? Value) : StatementSyntax(Span, Height);
