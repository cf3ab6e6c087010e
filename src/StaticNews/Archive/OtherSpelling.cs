namespace StaticNews.Archive;

/// <summary>How the archive spells what a source names in another way.</summary>
/// <param name="Name">The name that is taken.</param>
/// <param name="Second">Another one that could be meant as well; null for none.</param>
internal readonly record struct OtherSpelling(string Name, string? Second);
