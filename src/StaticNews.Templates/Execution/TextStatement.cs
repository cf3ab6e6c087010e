namespace StaticNews.Templates;

/// <summary>Text as it is.</summary>
internal sealed class TextStatement(byte[] utf8) : Statement
{
    public override Flow Execute(RenderState state)
    {
        state.Output.WriteUtf8(utf8);
        return Flow.Next;
    }
}
