namespace StaticNews.Archive;

/// <summary>Which articles one book holds.</summary>
/// <param name="Section">Index of a top-level section; -1 for the articles that lie in none.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Part">From 1.</param>
/// <param name="Url">Of the file: <c>/world/2014/11.epub</c>.</param>
/// <param name="Articles">Indexes, oldest first; at least one, at most <see cref="Bookshelf.ArticlesMax"/>.</param>
internal sealed record BookVolume(int Section, int Year, int Month, int Part, string Url, int[] Articles);
