namespace StaticNews.Templates;

/// <summary><c>capture target</c>: what its block writes becomes a text, or HTML on pages.</summary>
internal sealed class CaptureStatement(Assignee target, Statement body) : Statement
{
    public override Flow Execute(RenderState state)
    {
        state.PushOutput(state.Output.Indent);
        var flow = body.Execute(state);
        target.Assign(state, state.PopOutput());
        return flow;
    }
}
