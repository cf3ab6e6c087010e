namespace StaticNews.Templates;

/// <summary>Writes the value of an expression.</summary>
internal sealed class PrintStatement(Expression expression) : Statement
{
    public override Flow Execute(RenderState state)
    {
        expression.Write(state);
        return Flow.Next;
    }
}
