namespace StaticNews.Templates;

/// <summary><c>&amp;&amp;</c> and <c>||</c>: a boolean; the right side counts only when the left does not decide.</summary>
internal sealed class LogicExpression(FaultPlace place, bool isAnd, Expression left, Expression right) : Expression(place)
{
    public override Value Evaluate(RenderState state) => Value.Of(Test(state));

    public override bool Test(RenderState state) => isAnd ? left.Test(state) && right.Test(state) : left.Test(state) || right.Test(state);
}
