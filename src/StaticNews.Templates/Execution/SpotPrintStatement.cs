namespace StaticNews.Templates;

/// <summary>Writes the value of an expression where it is not simply text between tags.</summary>
internal sealed class SpotPrintStatement(Expression expression, MarkupSpot spot) : Statement
{
    public override Flow Execute(RenderState state)
    {
        var outer = state.Spot;
        state.Spot = spot;
        var value = expression.Evaluate(state);
        state.Spot = outer;
        if (spot == MarkupSpot.Attribute && value.Kind == ValueKind.String) state.Output.WriteEscaped(value.AsText());
        else Write(state, value);
        return Flow.Next;
    }

    private void Write(RenderState state, in Value value)
    {
        try
        {
            SpotWriter.Write(state, value, spot);
            if (state.IsDoubtful) state.TellDoubt(expression);
        }
        catch (RenderFault fault) when (fault.Place is null)
        {
            throw fault.At(expression.Place);
        }
    }
}
