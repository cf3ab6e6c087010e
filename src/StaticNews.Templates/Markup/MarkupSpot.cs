namespace StaticNews.Templates;

/// <summary>How a value is written at its place in the HTML.</summary>
internal enum MarkupSpot
{
    /// <summary>Texts escaped, HTML as it is.</summary>
    Text,

    /// <summary>Within <c>title</c>, <c>textarea</c> and the like: HTML cannot end the element.</summary>
    RawText,

    /// <summary>Within quotes: HTML cannot end the value.</summary>
    Attribute,

    /// <summary>A whole address, or one whose beginning it is.</summary>
    Url,

    /// <summary>A part of an address whose beginning is known or is looked at later.</summary>
    UrlPart,

    Css,

    /// <summary>JSON.</summary>
    Script,

    /// <summary>Within quotes in a script.</summary>
    ScriptText,

    Comment,

    /// <summary>Nothing can be written here.</summary>
    None,
}
