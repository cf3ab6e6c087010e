namespace StaticNews.Templates;

/// <summary>Marks where an address of several parts begins.</summary>
internal sealed class UrlBeginStatement : Statement
{
    public static UrlBeginStatement Instance { get; } = new();

    public override Flow Execute(RenderState state)
    {
        state.Output.UrlMark = state.Output.Length;
        return Flow.Next;
    }
}
