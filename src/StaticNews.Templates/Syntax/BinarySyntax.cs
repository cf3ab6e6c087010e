namespace StaticNews.Templates;

/// <summary>Two expressions with an operator between them.</summary>
internal sealed record BinarySyntax(TextSpan Span, int Height, BinaryOperator Operator, TextSpan OperatorSpan, ExpressionSyntax Left, ExpressionSyntax Right)
    : ExpressionSyntax(Span, Height);
