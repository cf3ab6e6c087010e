namespace StaticNews.Templates;

/// <summary>Looks at an address of several parts when it is complete.</summary>
internal sealed class UrlEndStatement : Statement
{
    public static UrlEndStatement Instance { get; } = new();

    public override Flow Execute(RenderState state)
    {
        SpotWriter.CheckUrl(state.Output);
        return Flow.Next;
    }
}
