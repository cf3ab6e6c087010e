using System.IO.Compression;

namespace StaticNews.Delivery;

/// <summary>
/// Compresses whole files, each at its method's slowest and smallest. Same bytes in, same bytes out: no name, no time, no system in any header. Reused by one worker.
/// </summary>
internal sealed class Compressor : IDisposable
{
    private const int GzipLevel = 9;
    private const int ZstdLevel = 19;

    private const int BrotliQuality = 11;

    /// <summary>4 MB: what a page or a feed stays below. A larger window saves nothing there, and makes readers' phones set memory aside.</summary>
    private const int BrotliWindow = 22;

    /// <summary>
    /// Of the twelve, the last whose time is nothing beside making the page (0.2 ms; 11 takes 15). A page comes out 7 to 18% larger than at 11, and never smaller, so
    /// that one within its budget by this quality is within it.
    /// </summary>
    public const int QuickBrotliQuality = 5;

    /// <summary>As much as a page has; a larger one would only have to be cleared, which takes as long again.</summary>
    private const int QuickBrotliWindow = 18;

    // Fields of the header of RFC 1952, 2.3: the time, what the compressor was asked for, and the system.
    private const int GzipTimeAt = 4;
    private const int GzipEffortAt = 8;
    private const int GzipSystemAt = 9;
    private const byte GzipSlowest = 2;
    private const byte GzipUnknownSystem = 255;

    private readonly MemoryStream _gzip = new();
    private byte[] _buffer = new byte[64 * 1024];
    private ZstdSharp.Compressor? _zstd;

    /// <summary>The compressed file; it stands until the next call.</summary>
    public ReadOnlySpan<byte> Compress(CompressionMethod method, ReadOnlySpan<byte> bytes) => method switch
    {
        CompressionMethod.Gzip => Gzip(bytes),
        CompressionMethod.Brotli => Brotli(bytes, BrotliQuality, BrotliWindow),
        _ => Zstd(bytes),
    };

    /// <summary>What a reader's browser fetches where the host compresses at its best: the bytes of <see cref="CompressionMethod.Brotli"/>.</summary>
    public int BrotliBytes(ReadOnlySpan<byte> bytes) => Brotli(bytes, BrotliQuality, BrotliWindow).Length;

    /// <summary>The same at <see cref="QuickBrotliQuality"/>.</summary>
    public int QuickBrotliBytes(ReadOnlySpan<byte> bytes) => Brotli(bytes, QuickBrotliQuality, QuickBrotliWindow).Length;

    public void Dispose()
    {
        _gzip.Dispose();
        _zstd?.Dispose();
    }

    private ReadOnlySpan<byte> Gzip(ReadOnlySpan<byte> bytes)
    {
        _gzip.SetLength(0);
        using (var stream = new GZipStream(_gzip, new ZLibCompressionOptions { CompressionLevel = GzipLevel }, leaveOpen: true))
        {
            stream.Write(bytes);
        }

        var file = _gzip.GetBuffer().AsSpan(0, (int)_gzip.Length);
        file[GzipTimeAt..GzipEffortAt].Clear();
        file[GzipEffortAt] = GzipSlowest;
        file[GzipSystemAt] = GzipUnknownSystem;
        return file;
    }

    private ReadOnlySpan<byte> Brotli(ReadOnlySpan<byte> bytes, int quality, int window)
    {
        Reserve(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        return BrotliEncoder.TryCompress(bytes, _buffer, out var written, quality, window)
            ? _buffer.AsSpan(0, written)
            : throw new InvalidOperationException("brotli did not fit where it must.");
    }

    private ReadOnlySpan<byte> Zstd(ReadOnlySpan<byte> bytes)
    {
        _zstd ??= new ZstdSharp.Compressor(ZstdLevel);
        Reserve(ZstdSharp.Compressor.GetCompressBound(bytes.Length));
        return _buffer.AsSpan(0, _zstd.Wrap(bytes, _buffer));
    }

    private void Reserve(int bytes)
    {
        if (_buffer.Length < bytes)
        {
            _buffer = new byte[bytes];
        }
    }
}
