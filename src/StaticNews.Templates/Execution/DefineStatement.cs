namespace StaticNews.Templates;

/// <summary>Gives a function its name.</summary>
internal sealed class DefineStatement(Assignee target, TemplateFunction function) : Statement
{
    public override Flow Execute(RenderState state)
    {
        target.Assign(state, Value.Of(function));
        return Flow.Next;
    }
}
