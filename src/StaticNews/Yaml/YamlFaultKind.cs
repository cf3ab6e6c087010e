namespace StaticNews.Yaml;

/// <summary>Why a text is not the YAML that this program reads; each has its own words in the catalogue.</summary>
internal enum YamlFaultKind
{
    /// <summary><c>title: War: the end</c>.</summary>
    UnquotedColon,

    /// <summary>A quote opens and nothing closes it.</summary>
    UnclosedQuote,

    /// <summary><c>title: 'it's here'</c>, <c>title: "Flood" in Kent</c>, <c>title: [Update] Flood</c>.</summary>
    TextAfterValue,

    /// <summary>A tab where YAML wants spaces.</summary>
    TabIndent,

    /// <summary>A bracket or brace opens and nothing closes it.</summary>
    UnclosedBracket,

    /// <summary>A value that begins with a character that YAML keeps for itself: <c>@</c>, <c>`</c>, <c>%</c>.</summary>
    ReservedStart,

    /// <summary>A line that is indented to no level that exists.</summary>
    WrongIndent,

    /// <summary>A line without a colon among keys.</summary>
    KeyWithoutColon,

    /// <summary><c>tags: - flood</c>.</summary>
    ListOnKeyLine,

    /// <summary><c>summary: &gt; Text</c>: a block's text begins on the next line.</summary>
    TextOnBlockLine,

    /// <summary>A backslash in double quotes before a character that it cannot escape.</summary>
    BadEscape,

    /// <summary><c>&amp;anchor</c> or <c>*alias</c>: refused, since nested aliases grow without bound.</summary>
    Anchor,

    /// <summary><c>!tag</c>.</summary>
    Tag,

    /// <summary>Deeper than <see cref="YamlTokenizer.MaxDepth"/>.</summary>
    TooDeep,

    /// <summary>More values than the reader takes.</summary>
    TooMany,

    /// <summary>A second document in one file.</summary>
    SecondDocument,

    /// <summary>A NUL, at which the parser would stop and take the rest for nothing.</summary>
    Nul,

    /// <summary>Anything else.</summary>
    Other,
}
