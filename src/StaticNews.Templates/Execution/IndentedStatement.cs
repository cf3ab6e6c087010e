namespace StaticNews.Templates;

/// <summary>A statement whose output repeats the blanks before its code block after each line end; null bytes stand for none.</summary>
internal sealed class IndentedStatement(Statement statement, byte[]? indent) : Statement
{
    public override Flow Execute(RenderState state)
    {
        var output = state.Output;
        var before = output.Indent;
        output.Indent = indent;
        var flow = statement.Execute(state);
        output.Indent = before;
        return flow;
    }
}
