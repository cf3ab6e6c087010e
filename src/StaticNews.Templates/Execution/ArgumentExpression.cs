namespace StaticNews.Templates;

/// <summary><c>$0</c>, <c>$1</c> and so on.</summary>
internal sealed class ArgumentExpression(FaultPlace place, int index) : Expression(place)
{
    public override Value Evaluate(RenderState state)
    {
        var value = EvaluateUncalled(state);
        return value.Kind == ValueKind.Function ? state.CallBare(value, this) : value;
    }

    public override Value EvaluateUncalled(RenderState state) =>
        state.Frame.Arguments is { } arguments && index < arguments.Count ? arguments[index] : Value.Null;
}
