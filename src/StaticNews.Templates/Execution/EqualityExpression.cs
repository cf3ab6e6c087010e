namespace StaticNews.Templates;

/// <summary><c>==</c> and <c>!=</c>.</summary>
internal sealed class EqualityExpression(FaultPlace place, bool negated, Expression left, Expression right) : Expression(place)
{
    public override Value Evaluate(RenderState state) => Value.Of(Test(state));

    public override bool Test(RenderState state)
    {
        var a = left.Evaluate(state);
        var b = right.Evaluate(state);
        if (right is EmptyExpression) return EmptyExpression.IsEmpty(a) != negated;
        if (left is EmptyExpression) return EmptyExpression.IsEmpty(b) != negated;
        return ValueOrder.AreEqual(a, b) != negated;
    }
}
