namespace StaticNews.Templates;

/// <summary>What the value of an attribute is read as.</summary>
internal enum AttributeKind
{
    Text,

    /// <summary>An address.</summary>
    Url,

    /// <summary>Addresses with widths or densities, between commas.</summary>
    UrlList,

    /// <summary><c>content</c> of <c>meta http-equiv="refresh"</c>: seconds, then <c>url=</c> and an address.</summary>
    Refresh,

    /// <summary><c>style</c>.</summary>
    Css,

    /// <summary><c>onclick</c> and its kind, and <c>srcdoc</c>: code or a page of its own.</summary>
    Code,
}
