namespace StaticNews.Archive;

/// <summary>A calendar month by the articles' own local dates.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Articles">Indexes of its listed articles, newest first.</param>
internal sealed record ArchiveMonth(int Year, int Month, int[] Articles);
