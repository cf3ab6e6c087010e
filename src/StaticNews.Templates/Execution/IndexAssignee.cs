namespace StaticNews.Templates;

/// <summary><c>target[index]</c>.</summary>
internal sealed class IndexAssignee(FaultPlace place, Expression target, Expression index, string text) : Assignee
{
    public override void Assign(RenderState state, in Value value)
    {
        var owner = target.Evaluate(state);
        if (owner.IsNull) throw TemplateErrors.IndexOfNull(text).At(place);
        try
        {
            Members.WriteIndex(state, owner, index.Evaluate(state), value);
        }
        catch (RenderFault fault) when (fault.Place is null)
        {
            throw fault.At(index.Place);
        }
    }
}
