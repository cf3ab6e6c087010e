using StaticNews.Text;

namespace StaticNews.Tests.Oracle;

/// <param name="Content">Of all its bytes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Ticks">When it was last written, UTC.</param>
internal readonly record struct PublishedFile(ContentHash Content, long Length, long Ticks);
