namespace StaticNews.Templates;

/// <summary><c>case … when … else</c>.</summary>
internal sealed class CaseStatement(Expression subject, Expression[][] values, Statement[] blocks, Statement? otherwise) : Statement
{
    public override Flow Execute(RenderState state)
    {
        var value = subject.Evaluate(state);
        for (var i = 0; i < values.Length; i++)
        {
            foreach (var candidate in values[i])
            {
                if (ValueOrder.AreEqual(value, candidate.Evaluate(state))) return blocks[i].Execute(state);
            }
        }
        return otherwise?.Execute(state) ?? Flow.Next;
    }
}
