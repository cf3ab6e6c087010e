namespace StaticNews.Templates;

/// <summary><c>while</c>.</summary>
internal sealed class WhileStatement(FaultPlace place, Expression condition, Statement body) : Statement
{
    public override Flow Execute(RenderState state)
    {
        var outer = state.While;
        state.EnterLoop();
        var flow = Flow.Next;
        for (var index = 0; ; index++)
        {
            state.While = new LoopState { Index = index, Length = -1 };
            if (!condition.Test(state)) break;
            state.CountIteration(place);
            flow = body.Execute(state);
            if (flow is Flow.Break or Flow.Return) break;
        }
        state.LeaveLoop();
        state.While = outer;
        return flow == Flow.Return ? Flow.Return : Flow.Next;
    }
}
