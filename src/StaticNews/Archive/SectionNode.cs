using StaticNews.Articles;

namespace StaticNews.Archive;

/// <summary>A section before its articles are known.</summary>
/// <param name="Parent">Index in the tree's order, or -1.</param>
/// <param name="Children">Indexes in the tree's order.</param>
internal sealed record SectionNode(string Id, string Title, string? Description, Profile? Profile, int Parent, IReadOnlyList<int> Children, bool IsInNavigation);
