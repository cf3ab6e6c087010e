namespace StaticNews.Configuration;

/// <summary>A section as site.yml names it.</summary>
/// <param name="Id">The id path from the top: <c>world/us-news</c>.</param>
/// <param name="Description">One or two sentences for the section's page, or null.</param>
/// <param name="Sections">Nested sections, in navigation order.</param>
internal sealed record SectionConfig(string Id, string Title, string? Description, IReadOnlyList<SectionConfig> Sections)
{
    /// <summary>BCP 47; null: that of the section around it, or the site's.</summary>
    public string? Language { get; init; }

    /// <summary><c>ltr</c> or <c>rtl</c>; null: as its own language is written, else that of the section around it.</summary>
    public string? Direction { get; init; }

    /// <summary>False keeps it out of the navigation; its page is made all the same.</summary>
    public bool IsInNavigation { get; init; } = true;
}
