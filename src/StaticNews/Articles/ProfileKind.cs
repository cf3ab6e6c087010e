namespace StaticNews.Articles;

internal enum ProfileKind
{
    /// <summary><c>_index.md</c> in a section's folder; at the top: the front page's own text.</summary>
    Section,

    /// <summary><c>_pages/</c>: About, Contact.</summary>
    Page,

    /// <summary><c>_authors/</c>.</summary>
    Author,

    /// <summary><c>_tags/</c>.</summary>
    Tag,
}
