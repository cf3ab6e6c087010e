namespace StaticNews.Articles.Prose;

/// <summary>What a written link means to this site.</summary>
internal enum LinkKind
{
    /// <summary>A place on the same page (<c>#note</c>, <c>?print</c>); kept as written.</summary>
    OnPage,

    /// <summary>Another site, a mail address, a telephone number.</summary>
    External,

    /// <summary>A Markdown file of this archive.</summary>
    Article,

    /// <summary>A picture or another file of this archive.</summary>
    File,

    /// <summary>A URL of this site, from its root.</summary>
    Root,

    /// <summary>A scheme that a reader must never be led to (<c>javascript:</c>), or one that is not on the list.</summary>
    Refused,

    /// <summary>Nothing is written.</summary>
    Empty,
}
