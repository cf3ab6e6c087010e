namespace StaticNews.Templates;

/// <summary><c>readonly name</c>.</summary>
internal sealed class ReadOnlyStatement(int slot, string name) : Statement
{
    public override Flow Execute(RenderState state)
    {
        state.MakeReadOnly(slot, name);
        return Flow.Next;
    }
}
