namespace StaticNews.Templates;

/// <summary><c>target[index]</c>.</summary>
internal sealed class IndexExpression(FaultPlace place, Expression target, Expression index, string text) : Expression(place)
{
    public override Value Evaluate(RenderState state)
    {
        var value = EvaluateUncalled(state);
        return value.Kind == ValueKind.Function ? state.CallBare(value, this) : value;
    }

    public override Value EvaluateUncalled(RenderState state)
    {
        var value = target.Evaluate(state);
        if (value.IsNull) throw TemplateErrors.IndexOfNull(text).At(Place);
        try
        {
            return Members.ReadIndex(value, index.Evaluate(state));
        }
        catch (RenderFault fault) when (fault.Place is null)
        {
            throw fault.At(index.Place);
        }
    }
}
