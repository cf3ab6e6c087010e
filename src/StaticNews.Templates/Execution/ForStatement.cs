namespace StaticNews.Templates;

/// <summary><c>for item in items</c>. Over null it does nothing at all, not even its <c>else</c>.</summary>
internal sealed class ForStatement(FaultPlace place, Assignee variable, Expression items, LoopRange range, Statement body, Statement? otherwise) : Statement
{
    public override Flow Execute(RenderState state)
    {
        var value = items.Evaluate(state);
        if (value.IsNull) return Flow.Next;
        var list = LoopItems.Of(value, items.Place);
        var all = list.Count;
        var count = range.Measure(state, all, out var skipped);
        if (count == 0) return otherwise?.Execute(state) ?? Flow.Next;

        var outer = state.For;
        var before = variable.Enter(state);
        state.EnterLoop();
        state.For = new LoopState { Length = count };
        var flow = Flow.Next;
        for (var i = 0; i < count; i++)
        {
            state.CountIteration(place);
            var item = list[range.ItemIndex(i, skipped, all)];
            state.For.Step(i, item);
            variable.Step(state, item);
            flow = body.Execute(state);
            if (flow is Flow.Break or Flow.Return) break;
        }
        state.LeaveLoop();
        variable.Leave(state, before);
        state.For = outer;
        return flow == Flow.Return ? Flow.Return : Flow.Next;
    }
}
