namespace StaticNews.Templates;

/// <summary>What stands on the left of an assignment.</summary>
internal abstract class Assignee
{
    /// <summary>Sets it. A fault has its place, unless it is about the value.</summary>
    public abstract void Assign(RenderState state, in Value value);

    /// <summary>Sets it for the time of a loop.</summary>
    /// <returns>What <see cref="Leave"/> needs to undo that.</returns>
    public virtual VariableSlot Enter(RenderState state) => default;

    /// <summary>Gives it the value of one iteration.</summary>
    public virtual void Step(RenderState state, in Value value) => Assign(state, value);

    /// <summary>Undoes <see cref="Enter"/>.</summary>
    public virtual void Leave(RenderState state, in VariableSlot before) => Assign(state, Value.Null);
}
