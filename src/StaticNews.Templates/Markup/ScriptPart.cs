namespace StaticNews.Templates;

/// <summary>Where a place is in the script around it.</summary>
internal enum ScriptPart
{
    /// <summary>Code where '/' begins a regular expression.</summary>
    Code,

    /// <summary>Code after a name, a number or a text, where '/' divides.</summary>
    AfterValue,

    /// <summary>Code after '(…)', a block or a printed value: '/' may be either.</summary>
    Either,

    DoubleQuoted,
    SingleQuoted,
    Backquoted,
    LineComment,
    BlockComment,
    Regex,
    RegexClass,

    /// <summary>Nobody can tell without reading the script as a browser does.</summary>
    Unsure,
}
