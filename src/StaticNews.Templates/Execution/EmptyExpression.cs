namespace StaticNews.Templates;

/// <summary><c>empty</c>: equal to an array or object without members; prints nothing.</summary>
internal sealed class EmptyExpression(FaultPlace place) : Expression(place)
{
    private static readonly TemplateMap Nothing = new();

    public static bool IsEmpty(in Value value) => value.Kind switch
    {
        ValueKind.Array => value.AsArray()!.Count == 0,
        ValueKind.Object => value.AsObject()!.Count == 0,
        _ => false,
    };

    public override Value Evaluate(RenderState state) => Value.Of(Nothing);

    public override void Write(RenderState state)
    {
        // It stands for nothing, so there is nothing to write.
    }
}
