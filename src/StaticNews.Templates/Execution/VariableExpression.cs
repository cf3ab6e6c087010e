namespace StaticNews.Templates;

/// <summary>A plain name.</summary>
internal sealed class VariableExpression(FaultPlace place, int slot, string name) : Expression(place)
{
    public string Name => name;

    public override Value Evaluate(RenderState state)
    {
        var value = state.Read(slot, name);
        return value.Kind == ValueKind.Function ? state.CallBare(value, this) : value;
    }

    public override Value EvaluateUncalled(RenderState state) => state.Read(slot, name);
}
