namespace StaticNews.Templates;

/// <summary><c>$name</c>.</summary>
internal sealed class LocalAssignee(int index) : Assignee
{
    public override void Assign(RenderState state, in Value value) => state.Frame.SetLocal(index, value);
}
