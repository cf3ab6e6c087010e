namespace StaticNews.Templates;

/// <summary>A member of the typed model by its plain name.</summary>
internal sealed class ModelMemberExpression(FaultPlace place, MemberAccess access) : Expression(place)
{
    public override Value Evaluate(RenderState state) => access.Get(state.ModelRecord!);
}
