namespace StaticNews.Templates;

/// <summary><c>readonly variable</c>.</summary>
internal sealed record ReadOnlySyntax(TextSpan Span, int Height, VariableSyntax Variable) : StatementSyntax(Span, Height);
