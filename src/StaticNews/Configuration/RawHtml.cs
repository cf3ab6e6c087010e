namespace StaticNews.Configuration;

/// <summary>What becomes of HTML that an article's Markdown contains.</summary>
internal enum RawHtml
{
    /// <summary>Elements and attributes of the allow-list stay, the rest goes.</summary>
    Sanitize,

    /// <summary>It is passed on as written: for archives whose sources are trusted.</summary>
    Allow,

    /// <summary>It is shown as text.</summary>
    Escape,
}
