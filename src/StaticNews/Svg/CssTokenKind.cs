namespace StaticNews.Svg;

/// <summary>The tokens of CSS Syntax 3, as far as they must be told apart here.</summary>
internal enum CssTokenKind
{
    /// <summary>White space and comments.</summary>
    Blank,
    Ident,
    Function,
    AtKeyword,
    String,
    Url,

    /// <summary>A string or an address that is broken off: what follows it is read differently by different programs.</summary>
    Broken,
    Colon,
    Semicolon,
    Open,
    Close,

    /// <summary>Numbers, commas, operators, hashes.</summary>
    Other,
}
