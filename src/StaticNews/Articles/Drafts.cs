namespace StaticNews.Articles;

/// <summary>What becomes of articles that say <c>draft: true</c>.</summary>
internal enum Drafts
{
    /// <summary>They are left out, and nothing but broken YAML is said about them.</summary>
    Skip,

    /// <summary>They are built like any other (<c>--drafts</c>).</summary>
    Build,
}
