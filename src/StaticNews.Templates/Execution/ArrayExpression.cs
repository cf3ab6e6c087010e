namespace StaticNews.Templates;

/// <summary><c>[a, b]</c>.</summary>
internal sealed class ArrayExpression(FaultPlace place, Expression[] items) : Expression(place)
{
    public override Value Evaluate(RenderState state)
    {
        var list = new TemplateList(items.Length);
        foreach (var item in items) list.Add(item.Evaluate(state));
        return Value.Of(list);
    }
}
