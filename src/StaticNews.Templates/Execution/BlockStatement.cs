namespace StaticNews.Templates;

/// <summary>Statements one after another.</summary>
internal sealed class BlockStatement(Statement[] statements) : Statement
{
    public static BlockStatement Empty { get; } = new([]);

    public override Flow Execute(RenderState state)
    {
        foreach (var statement in statements)
        {
            var flow = statement.Execute(state);
            if (flow != Flow.Next) return flow;
        }
        return Flow.Next;
    }
}
