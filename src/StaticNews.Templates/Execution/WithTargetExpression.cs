namespace StaticNews.Templates;

/// <summary>The object of a <c>with</c> around this place; 0 is the innermost.</summary>
internal sealed class WithTargetExpression(FaultPlace place, int outward) : Expression(place)
{
    public override Value Evaluate(RenderState state) => state.WithTarget(outward);
}
