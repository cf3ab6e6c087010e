namespace StaticNews.Templates;

/// <summary>A plain name.</summary>
internal sealed class VariableAssignee(FaultPlace place, int slot, string name) : Assignee
{
    public override void Assign(RenderState state, in Value value)
    {
        if (!state.TryAssign(slot, name, value)) throw TemplateErrors.ReadOnlyVariable(name).At(place);
    }

    public override VariableSlot Enter(RenderState state) => state.Bind(slot, Value.Null);

    public override void Step(RenderState state, in Value value) => state.SetBound(slot, value);

    public override void Leave(RenderState state, in VariableSlot before) => state.Restore(slot, before);
}
