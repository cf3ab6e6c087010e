namespace StaticNews.Templates;

/// <summary><c>target = value</c>.</summary>
internal sealed class AssignStatement(Assignee target, Expression value) : Statement
{
    public override Flow Execute(RenderState state)
    {
        var result = value.Evaluate(state);
        try
        {
            target.Assign(state, result);
        }
        catch (RenderFault fault) when (fault.Place is null)
        {
            throw fault.At(value.Place);
        }
        return Flow.Next;
    }
}
