namespace StaticNews.Templates;

/// <summary><c>$name</c>.</summary>
internal sealed class LocalExpression(FaultPlace place, int index) : Expression(place)
{
    public override Value Evaluate(RenderState state)
    {
        var value = state.Frame.LocalAt(index);
        return value.Kind == ValueKind.Function ? state.CallBare(value, this) : value;
    }

    public override Value EvaluateUncalled(RenderState state) => state.Frame.LocalAt(index);
}
