namespace StaticNews.Templates;

/// <summary>How a statement ended.</summary>
internal enum Flow
{
    Next,
    Break,
    Continue,

    /// <summary><c>ret</c>: the value is in <see cref="RenderState.Returned"/>.</summary>
    Return,
}
