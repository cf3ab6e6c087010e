namespace StaticNews.Templates;

/// <summary><c>a ?? b</c>: a unless it is null; <c>a ?! b</c>: b unless a is null.</summary>
internal sealed class CoalesceExpression(FaultPlace place, bool onNull, Expression left, Expression right) : Expression(place)
{
    public override Value Evaluate(RenderState state)
    {
        var value = left.Evaluate(state);
        if (onNull) return value.IsNull ? right.Evaluate(state) : value;
        return value.IsNull ? value : right.Evaluate(state);
    }
}
