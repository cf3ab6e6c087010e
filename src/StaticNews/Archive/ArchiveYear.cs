namespace StaticNews.Archive;

/// <param name="Months">Months with articles, oldest first.</param>
/// <param name="Undated">Articles of which only the year is known, newest first.</param>
internal sealed record ArchiveYear(int Year, IReadOnlyList<ArchiveMonth> Months, int[] Undated);
