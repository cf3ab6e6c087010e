namespace StaticNews.Templates;

/// <summary><c>wrap function arguments … end</c>.</summary>
internal sealed class WrapStatement(CallExpression call) : Statement
{
    public override Flow Execute(RenderState state)
    {
        state.Write(call.Evaluate(state));
        return Flow.Next;
    }
}
