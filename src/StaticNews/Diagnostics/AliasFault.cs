namespace StaticNews.Diagnostics;

/// <summary>Why a text cannot be an old URL of an article.</summary>
internal enum AliasFault : byte
{
    None,

    /// <summary><c>/?p=123</c>: a static host looks for a file and passes over the query.</summary>
    Query,

    /// <summary><c>/flood.html#top</c>: browsers do not send the fragment.</summary>
    Fragment,

    /// <summary>An address with another host, or with this host and outside of the base URL's path.</summary>
    OtherSite,

    /// <summary><c>/</c>.</summary>
    SiteRoot,

    /// <summary><c>/a/../b</c>, <c>/con/x</c>, <c>/a|b</c>, a part that is too long.</summary>
    NotAFileName,
}
