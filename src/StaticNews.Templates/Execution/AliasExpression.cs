namespace StaticNews.Templates;

/// <summary><c>@f</c>: the function, not its value.</summary>
internal sealed class AliasExpression(FaultPlace place, Expression operand) : Expression(place)
{
    public override Value Evaluate(RenderState state) => operand.EvaluateUncalled(state);
}
