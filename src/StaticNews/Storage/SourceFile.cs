namespace StaticNews.Storage;

/// <summary>A file below <c>content/</c>, found and not yet read.</summary>
/// <param name="Path">Below content/, with '/': <c>world/2014/flood.md</c>.</param>
/// <param name="Kind">By its place and name.</param>
/// <param name="Stamp">When it was found.</param>
internal readonly record struct SourceFile(string Path, SourceKind Kind, FileStamp Stamp);
