namespace StaticNews.Templates;

/// <summary><c>target.name</c>.</summary>
internal sealed class MemberExpression(FaultPlace place, Expression target, string name, FaultPlace namePlace, bool nullConditional, string text) : Expression(place)
{
    public override Value Evaluate(RenderState state)
    {
        var value = EvaluateUncalled(state);
        return value.Kind == ValueKind.Function ? state.CallBare(value, this) : value;
    }

    public override Value EvaluateUncalled(RenderState state)
    {
        var value = target.Evaluate(state);
        if (!value.IsNull) return Members.Read(value, name);
        return nullConditional ? Value.Null : throw TemplateErrors.MemberOfNull(text, name).At(namePlace);
    }
}
