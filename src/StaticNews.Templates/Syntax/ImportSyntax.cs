namespace StaticNews.Templates;

/// <summary><c>import object</c>.</summary>
internal sealed record ImportSyntax(TextSpan Span, int Height, ExpressionSyntax Value) : StatementSyntax(Span, Height);
