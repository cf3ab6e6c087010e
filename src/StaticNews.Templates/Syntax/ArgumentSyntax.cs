namespace StaticNews.Templates;

/// <summary>An argument of a call; its name is null when it has none.</summary>
internal sealed record ArgumentSyntax(TextSpan Span, int Height, string? Name, ExpressionSyntax Value) : SyntaxNode(Span, Height);
