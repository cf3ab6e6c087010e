namespace StaticNews.Templates;

/// <summary><c>{name: value}</c>.</summary>
internal sealed class ObjectExpression(FaultPlace place, KeyValuePair<string, Expression>[] members) : Expression(place)
{
    public override Value Evaluate(RenderState state)
    {
        var map = new TemplateMap();
        foreach (var (name, member) in members) map.Set(name, member.Evaluate(state));
        return Value.Of(map);
    }
}
