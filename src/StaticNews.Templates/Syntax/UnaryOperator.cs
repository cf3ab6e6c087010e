namespace StaticNews.Templates;

/// <summary>The operators before one expression.</summary>
internal enum UnaryOperator
{
    Not,
    Negate,
    Plus,

    /// <summary><c>@f</c>: the function itself, not its value.</summary>
    Alias,

    /// <summary><c>^xs</c>: an array as arguments.</summary>
    Spread,
}
