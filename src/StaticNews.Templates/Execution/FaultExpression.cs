namespace StaticNews.Templates;

/// <summary>A mistake known when the template was compiled that, with a dynamic model, shows only where it is reached.</summary>
internal sealed class FaultExpression(FaultPlace place, RenderFault fault) : Expression(place)
{
    public override Value Evaluate(RenderState state) => throw new RenderFault(fault.Code, fault.Message, fault.Hint, fault.Argument).At(Place);
}
