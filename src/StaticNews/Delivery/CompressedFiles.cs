namespace StaticNews.Delivery;

/// <summary>The copies that stand in one method's form.</summary>
/// <param name="Before">Bytes of the files that they are copies of.</param>
/// <param name="After">Their own bytes.</param>
internal sealed record CompressedFiles(CompressionMethod Method, int Files, long Before, long After);
