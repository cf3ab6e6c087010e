namespace StaticNews.Delivery;

/// <summary>What a browser fetches to show a page: the HTML, and each picture of its own site once, be it in sight or not.</summary>
/// <param name="Path">Below the output folder.</param>
/// <param name="Html">Bytes in brotli.</param>
/// <param name="Pictures">With the bytes of each file; the heaviest first, then ordinal.</param>
internal sealed record PageWeight(string Path, int Html, IReadOnlyList<(string Path, long Bytes)> Pictures)
{
    /// <summary>In bytes.</summary>
    public long Total { get; } = Html + Pictures.Sum(static picture => picture.Bytes);
}
