namespace StaticNews.Articles;

internal enum FenceKind
{
    Found,

    /// <summary>Nothing but blank lines.</summary>
    NoText,

    /// <summary>The text begins without <c>---</c>.</summary>
    Missing,

    /// <summary>A first <c>---</c> and no second.</summary>
    Unclosed,
}
