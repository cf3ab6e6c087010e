namespace StaticNews.Templates;

/// <summary><c>$$</c>: writes the block that was handed over with <c>wrap</c>.</summary>
internal sealed class WrappedExpression(FaultPlace place) : Expression(place)
{
    public override Value Evaluate(RenderState state)
    {
        var frame = state.Frame;
        var wrapped = frame.Wrapped;
        if (wrapped is null) return Value.Null;
        // Within the block, '$$' is what it was around the 'wrap'.
        frame.Wrapped = frame.OuterWrapped;
        if (state.Spot == MarkupSpot.Text) wrapped.Execute(state);
        else WriteApart(state, wrapped);
        frame.Wrapped = wrapped;
        return Value.Null;
    }

    private static void WriteApart(RenderState state, Statement wrapped)
    {
        state.PushOutput(indent: null);
        wrapped.Execute(state);
        var written = state.PopOutput();
        SpotWriter.Write(state, written, state.Spot);
    }
}
