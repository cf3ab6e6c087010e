namespace StaticNews.Templates;

/// <summary><c>condition ? then : otherwise</c>.</summary>
internal sealed class ConditionalExpression(FaultPlace place, Expression condition, Expression then, Expression otherwise) : Expression(place)
{
    public Expression Then => then;

    public Expression Otherwise => otherwise;

    public override Value Evaluate(RenderState state) => condition.Test(state) ? then.Evaluate(state) : otherwise.Evaluate(state);

    public override bool Test(RenderState state) => condition.Test(state) ? then.Test(state) : otherwise.Test(state);

    public override void Write(RenderState state)
    {
        if (condition.Test(state)) then.Write(state);
        else otherwise.Write(state);
    }
}
