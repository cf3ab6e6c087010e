namespace StaticNews.Templates;

/// <summary><c>$</c>: the arguments of the function or include.</summary>
internal sealed class ArgumentsExpression(FaultPlace place) : Expression(place)
{
    public override Value Evaluate(RenderState state) => Value.Of(state.Frame.Arguments);
}
