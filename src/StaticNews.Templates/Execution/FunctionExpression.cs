namespace StaticNews.Templates;

/// <summary>A function as a value: <c>do … end</c>.</summary>
internal sealed class FunctionExpression(FaultPlace place, TemplateFunction function) : Expression(place)
{
    public override Value Evaluate(RenderState state) => Value.Of(function);
}
