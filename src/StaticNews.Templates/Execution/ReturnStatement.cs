namespace StaticNews.Templates;

/// <summary><c>ret value</c>.</summary>
internal sealed class ReturnStatement(Expression? value) : Statement
{
    public override Flow Execute(RenderState state)
    {
        state.Returned = value?.Evaluate(state) ?? Value.Null;
        return Flow.Return;
    }
}
