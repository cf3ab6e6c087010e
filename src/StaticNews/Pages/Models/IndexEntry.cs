namespace StaticNews.Pages.Models;

/// <summary>A name in an alphabetical index.</summary>
/// <param name="Href">Null for a tag without a page.</param>
/// <param name="Count">Listed articles.</param>
/// <param name="CountText"><paramref name="Count"/> as the language writes it.</param>
internal sealed record IndexEntry(string Title, string? Href, int Count, string CountText);
