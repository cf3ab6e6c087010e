namespace StaticNews.Articles.Prose;

/// <summary>What a body can have too much of; see <see cref="BodyLimits"/>.</summary>
internal enum BodyLimit
{
    /// <summary>Steps of the parsers and of what comes after them.</summary>
    Steps,

    /// <summary>Characters of HTML.</summary>
    Output,

    /// <summary>Cells that a table's shorter rows are filled up with.</summary>
    Cells,

    /// <summary>Characters of the addresses and titles that reference links take from their definitions.</summary>
    References,

    /// <summary>Links, pictures and shortcodes.</summary>
    Links,

    /// <summary>Elements of raw HTML, as a browser makes them.</summary>
    Elements,

    /// <summary>Blocks or elements within one another.</summary>
    Nesting,
}
