namespace StaticNews.Configuration;

/// <summary>Which compressed copies stand beside the files of the site.</summary>
internal sealed record PrecompressConfig(bool Gzip = false, bool Brotli = false, bool Zstd = false);
