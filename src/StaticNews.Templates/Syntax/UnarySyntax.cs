namespace StaticNews.Templates;

/// <summary>An expression with an operator before it.</summary>
internal sealed record UnarySyntax(TextSpan Span, int Height, UnaryOperator Operator, ExpressionSyntax Operand) : ExpressionSyntax(Span, Height);
