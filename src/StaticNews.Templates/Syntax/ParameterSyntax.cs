namespace StaticNews.Templates;

/// <summary>A parameter of a function that a template defines.</summary>
internal sealed record ParameterSyntax(TextSpan Span, int Height, string Name, ExpressionSyntax? Default, bool IsVariadic) : SyntaxNode(Span, Height);
