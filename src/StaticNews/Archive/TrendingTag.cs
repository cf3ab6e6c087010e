namespace StaticNews.Archive;

/// <summary>A tag among the trends of some month.</summary>
/// <param name="Tag">Index in <see cref="Catalog.Tags"/>.</param>
/// <param name="Name">As it is shown there.</param>
internal readonly record struct TrendingTag(int Tag, string Name);
