namespace StaticNews.Templates;

/// <summary><c>!a</c>.</summary>
internal sealed class NotExpression(FaultPlace place, Expression operand) : Expression(place)
{
    public override Value Evaluate(RenderState state) => Value.Of(!operand.Test(state));

    public override bool Test(RenderState state) => !operand.Test(state);
}
