namespace StaticNews.Pages;

/// <summary>What is not closed in a style sheet, or closes nothing.</summary>
internal enum StyleFault
{
    /// <summary><c>{</c>.</summary>
    Brace,

    /// <summary><c>/*</c>.</summary>
    Comment,

    /// <summary><c>}</c> without <c>{</c>.</summary>
    Stray,
}
