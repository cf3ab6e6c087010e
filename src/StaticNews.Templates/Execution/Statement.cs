namespace StaticNews.Templates;

/// <summary>A compiled statement. Immutable: one template renders on many threads.</summary>
internal abstract class Statement
{
    public abstract Flow Execute(RenderState state);
}
