namespace StaticNews.Templates;

/// <summary><c>if … else if … else</c>.</summary>
internal sealed class IfStatement(Expression[] conditions, Statement[] blocks, Statement? otherwise) : Statement
{
    public override Flow Execute(RenderState state)
    {
        for (var i = 0; i < conditions.Length; i++)
        {
            if (conditions[i].Test(state)) return blocks[i].Execute(state);
        }
        return otherwise?.Execute(state) ?? Flow.Next;
    }
}
