namespace StaticNews.Templates;

/// <summary>How tightly the operators between two expressions bind.</summary>
internal static class BinaryTable
{
    /// <summary>Above <c>||</c>, which separates the values of <c>when</c>.</summary>
    public const int AboveOr = 2;

    /// <summary>The operator of a token.</summary>
    /// <param name="kind">The token.</param>
    /// <param name="operation">The operator, when it is one.</param>
    /// <param name="precedence">0 for the loosest; all of them take their left operand first.</param>
    public static bool TryFind(TokenKind kind, out BinaryOperator operation, out int precedence)
    {
        (operation, precedence) = kind switch
        {
            TokenKind.QuestionQuestion => (BinaryOperator.Coalesce, 0),
            TokenKind.QuestionBang => (BinaryOperator.NotNull, 0),
            TokenKind.PipePipe => (BinaryOperator.Or, 1),
            TokenKind.AmpersandAmpersand => (BinaryOperator.And, 2),
            TokenKind.EqualEqual => (BinaryOperator.Equal, 3),
            TokenKind.BangEqual => (BinaryOperator.NotEqual, 3),
            TokenKind.Less => (BinaryOperator.Less, 4),
            TokenKind.LessEqual => (BinaryOperator.LessOrEqual, 4),
            TokenKind.Greater => (BinaryOperator.Greater, 4),
            TokenKind.GreaterEqual => (BinaryOperator.GreaterOrEqual, 4),
            TokenKind.LessLess => (BinaryOperator.ShiftLeft, 5),
            TokenKind.GreaterGreater => (BinaryOperator.ShiftRight, 5),
            TokenKind.Plus => (BinaryOperator.Add, 6),
            TokenKind.Minus => (BinaryOperator.Subtract, 6),
            TokenKind.Star => (BinaryOperator.Multiply, 7),
            TokenKind.Slash => (BinaryOperator.Divide, 7),
            TokenKind.SlashSlash => (BinaryOperator.FloorDivide, 7),
            TokenKind.Percent => (BinaryOperator.Modulo, 7),
            TokenKind.DotDot => (BinaryOperator.Range, 8),
            TokenKind.DotDotLess => (BinaryOperator.RangeExclusive, 8),
            _ => (default, -1),
        };
        return precedence >= 0;
    }
}
