namespace StaticNews.Templates;

/// <summary><c>target = value</c>, or <c>target += value</c> with its operator.</summary>
internal sealed record AssignSyntax(TextSpan Span, int Height, ExpressionSyntax Target, BinaryOperator? Operator, TextSpan OperatorSpan, ExpressionSyntax Value)
    : StatementSyntax(Span, Height);
