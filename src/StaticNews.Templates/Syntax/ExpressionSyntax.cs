namespace StaticNews.Templates;

/// <summary>Something that has a value.</summary>
internal abstract record ExpressionSyntax(TextSpan Span, int Height) : SyntaxNode(Span, Height);
