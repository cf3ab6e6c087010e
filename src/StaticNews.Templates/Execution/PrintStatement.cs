namespace StaticNews.Templates;

/// <summary>Writes the value of an expression.</summary>
internal sealed class PrintStatement(Expression expression) : Statement
{
    public override Flow Execute(RenderState state)
    {
        try
        {
            expression.Write(state);
            if (state.IsDoubtful) state.TellDoubt(expression);
        }
        catch (RenderFault fault) when (fault.Place is null)
        {
            throw fault.At(expression.Place);
        }
        return Flow.Next;
    }
}
