namespace StaticNews.Templates;

/// <summary>A function: <c>func</c>, <c>do</c> (without a name) or <c>f(x) = …</c>. Parameters are null when it has no list of them.</summary>
internal sealed record FunctionSyntax(TextSpan Span, int Height, string? Name, IReadOnlyList<ParameterSyntax>? Parameters, BlockSyntax Body)
    : ExpressionSyntax(Span, Height);
