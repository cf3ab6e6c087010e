namespace StaticNews.Templates;

/// <summary><c>&lt;</c> and its siblings; false where there is no order.</summary>
internal sealed class OrderExpression(FaultPlace place, BinaryOperator operation, Expression left, Expression right) : Expression(place)
{
    public override Value Evaluate(RenderState state) => Value.Of(Test(state));

    public override bool Test(RenderState state)
    {
        if (ValueOrder.Compare(left.Evaluate(state), right.Evaluate(state)) is not { } order) return false;
        return operation switch
        {
            BinaryOperator.Less => order < 0,
            BinaryOperator.LessOrEqual => order <= 0,
            BinaryOperator.Greater => order > 0,
            _ => order >= 0,
        };
    }
}
