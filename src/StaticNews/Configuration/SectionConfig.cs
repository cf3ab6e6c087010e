namespace StaticNews.Configuration;

/// <summary>A section as site.yml names it.</summary>
/// <param name="Id">The id path from the top: <c>world/us-news</c>.</param>
/// <param name="Description">One or two sentences for the section's page, or null.</param>
/// <param name="Sections">Nested sections, in navigation order.</param>
internal sealed record SectionConfig(string Id, string Title, string? Description, IReadOnlyList<SectionConfig> Sections);
