namespace StaticNews.Templates;

/// <summary>A statement within which functions may be called: what they write is written as its place asks for.</summary>
internal sealed class SpotStatement(Statement statement, MarkupSpot spot) : Statement
{
    public override Flow Execute(RenderState state)
    {
        var outer = state.Spot;
        state.Spot = spot;
        var flow = statement.Execute(state);
        state.Spot = outer;
        return flow;
    }
}
