namespace StaticNews.Templates;

/// <summary><c>this</c>: the model with what the template assigned, or the object of the innermost <c>with</c>.</summary>
internal sealed class ThisExpression(FaultPlace place) : Expression(place)
{
    public override Value Evaluate(RenderState state) => state.This();
}
