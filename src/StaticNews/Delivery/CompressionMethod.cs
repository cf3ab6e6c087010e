namespace StaticNews.Delivery;

/// <summary>How a copy is compressed; the numbers are part of the build log.</summary>
internal enum CompressionMethod
{
    /// <summary>RFC 1952.</summary>
    Gzip,

    /// <summary>RFC 7932.</summary>
    Brotli,

    /// <summary>RFC 8878.</summary>
    Zstd,
}
