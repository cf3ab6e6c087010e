namespace StaticNews.Templates;

/// <summary><c>target.name</c>.</summary>
internal sealed class MemberAssignee(Expression target, string name, FaultPlace namePlace, string text) : Assignee
{
    public override void Assign(RenderState state, in Value value)
    {
        var owner = target.Evaluate(state);
        if (owner.IsNull) throw TemplateErrors.AssignedMemberOfNull(text, name).At(namePlace);
        try
        {
            Members.Write(owner, name, value);
        }
        catch (RenderFault fault) when (fault.Place is null)
        {
            throw fault.At(namePlace);
        }
    }
}
