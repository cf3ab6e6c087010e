namespace StaticNews.Archive;

/// <summary>Two tags that an editor may well mean as two, and that are one because their slugs are: <c>C#</c> and <c>C++</c>.</summary>
/// <param name="FirstName">The spelling of the oldest article.</param>
/// <param name="FirstPath">That article.</param>
/// <param name="OtherName">Another spelling.</param>
/// <param name="OtherPath">The oldest article with that one.</param>
internal sealed record TagClash(string Slug, string FirstName, string FirstPath, string OtherName, string OtherPath);
