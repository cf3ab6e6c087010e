namespace StaticNews.Pages.Models;

/// <summary>Names that begin alike.</summary>
/// <param name="Letter">The first letter, upper-case; "#" for digits and signs.</param>
internal sealed record IndexGroup(string Letter, IReadOnlyList<IndexEntry> Entries);
