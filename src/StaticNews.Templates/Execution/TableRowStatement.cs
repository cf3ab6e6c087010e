namespace StaticNews.Templates;

/// <summary><c>tablerow item in items cols:3</c>: the rows of an HTML table. Of an empty list it is its <c>else</c>, or one empty row where there is none.</summary>
internal sealed class TableRowStatement(FaultPlace place, Assignee variable, Expression items, LoopRange range, Expression? columns, Statement body, Statement? otherwise) : Statement
{
    public override Flow Execute(RenderState state)
    {
        var value = items.Evaluate(state);
        if (value.IsNull) return Flow.Next;
        var list = LoopItems.Of(value, items.Place);
        var all = list.Count;
        var count = range.Measure(state, all, out var skipped);
        if (count == 0 && otherwise is not null) return otherwise.Execute(state);
        var width = columns is null ? 1 : Math.Max(1, Width(state));

        var outer = state.For;
        var before = variable.Enter(state);
        state.EnterLoop();
        state.For = new LoopState { Length = count };
        state.Output.WriteUtf8("<tr class=\"row1\">"u8);
        var flow = Flow.Next;
        for (var i = 0; i < count; i++)
        {
            state.CountIteration(place);
            if (i > 0 && i % width == 0) Tag(state, "</tr>\n<tr class=\"row", (i / width) + 1);
            var item = list[range.ItemIndex(i, skipped, all)];
            state.For.Step(i, item);
            variable.Step(state, item);
            Tag(state, "<td class=\"col", (i % width) + 1);
            flow = body.Execute(state);
            state.Output.WriteUtf8("</td>"u8);
            if (flow is Flow.Break or Flow.Return) break;
        }
        state.Output.WriteUtf8("</tr>\n"u8);
        state.LeaveLoop();
        variable.Leave(state, before);
        state.For = outer;
        return flow == Flow.Return ? Flow.Return : Flow.Next;
    }

    private int Width(RenderState state)
    {
        try
        {
            return ArgumentBinder.ToInt(columns!.Evaluate(state), 0);
        }
        catch (RenderFault fault) when (fault.Place is null)
        {
            throw fault.At(columns!.Place);
        }
    }

    private static void Tag(RenderState state, string opening, int number)
    {
        state.Output.Write(opening);
        state.Output.WriteFormatted(number);
        state.Output.WriteUtf8("\">"u8);
    }
}
