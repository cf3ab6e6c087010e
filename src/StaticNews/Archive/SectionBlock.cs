namespace StaticNews.Archive;

/// <param name="Section">Index in <see cref="Catalog.Sections"/>.</param>
/// <param name="Articles">Indexes, newest first.</param>
internal sealed record SectionBlock(int Section, int[] Articles);
