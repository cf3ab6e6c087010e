using System.IO.Compression;
using StaticNews.Configuration;
using StaticNews.Text;

namespace StaticNews.Output;

/// <summary>
/// Compresses whole files, each at its method's slowest and smallest. Same bytes in, same bytes out: no name, no time,
/// no system in any header. Reused by one worker.
/// </summary>
internal sealed class Compressor : IDisposable
{
    private const int GzipLevel = 9;
    private const int ZstdLevel = 19;

    private const int BrotliQuality = 11;

    /// <summary>
    /// 4 MB, which no page or feed exceeds. A larger window saves nothing there, and makes readers' phones set
    /// memory aside.
    /// </summary>
    private const int BrotliWindow = 22;

    /// <summary>
    /// Of the twelve, the last whose time is nothing beside making the page (0.2 ms; 11 takes 15). A page comes out 7
    /// to 18% larger than at 11, and never smaller, so that one within its budget by this quality is within it.
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

    /// <summary>The compressed file, which is valid until the next call.</summary>
    public ReadOnlySpan<byte> Compress(CompressionMethod method, ReadOnlySpan<byte> bytes) =>
        method switch
        {
            CompressionMethod.Gzip => Gzip(bytes),
            CompressionMethod.Brotli => Brotli(bytes, BrotliQuality, BrotliWindow),
            _ => Zstd(bytes),
        };

    /// <summary>
    /// The bytes that a browser loads from a host with the best compression: the bytes of
    /// <see cref="CompressionMethod.Brotli"/>.
    /// </summary>
    public int BrotliBytes(ReadOnlySpan<byte> bytes) => Brotli(bytes, BrotliQuality, BrotliWindow).Length;

    /// <summary>The same at <see cref="QuickBrotliQuality"/>.</summary>
    public int QuickBrotliBytes(ReadOnlySpan<byte> bytes) =>
        Brotli(bytes, QuickBrotliQuality, QuickBrotliWindow).Length;

    public void Dispose()
    {
        _gzip.Dispose();
        _zstd?.Dispose();
    }

    private ReadOnlySpan<byte> Gzip(ReadOnlySpan<byte> bytes)
    {
        _gzip.SetLength(0);
        using (
            var stream = new GZipStream(
                _gzip,
                new ZLibCompressionOptions { CompressionLevel = GzipLevel },
                leaveOpen: true
            )
        )
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

/// <summary>The facts about each method, and which files are worth compressing.</summary>
internal static class CompressionMethods
{
    /// <summary>Below this an answer's head weighs more than what could be saved.</summary>
    public const int LeastBytes = 256;

    /// <summary>Compressing takes as long as it takes; nothing that a newsroom writes is longer.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    /// <summary>A copy that saves less than a tenth is not worth its file.</summary>
    private const double MostOfOriginal = 0.9;

    private static readonly string[] TextEndings =
    [
        ".html",
        ".htm",
        ".xml",
        ".rss",
        ".atom",
        ".txt",
        ".css",
        ".js",
        ".mjs",
        ".json",
        ".jsonld",
        ".geojson",
        ".webmanifest",
        ".map",
        ".svg",
        ".csv",
        ".tsv",
        ".md",
        ".ics",
        ".vtt",
        ".srt",
    ];

    private static readonly CompressionMethod[] All = Enum.GetValues<CompressionMethod>();

    /// <summary>The methods that a site asks for, in their order.</summary>
    public static CompressionMethod[] AskedFor(PrecompressConfig config) =>
        [.. All.Where(method => IsOn(config, method))];

    public static bool IsOn(PrecompressConfig config, CompressionMethod method) =>
        method switch
        {
            CompressionMethod.Gzip => config.Gzip,
            CompressionMethod.Brotli => config.Brotli,
            _ => config.Zstd,
        };

    /// <summary>The end of a copy's name, with its dot.</summary>
    public static string EndingOf(CompressionMethod method) =>
        method switch
        {
            CompressionMethod.Gzip => ".gz",
            CompressionMethod.Brotli => ".br",
            _ => ".zst",
        };

    /// <summary>As site.yml names it.</summary>
    public static string NameOf(CompressionMethod method) => method.ToString().ToLowerInvariant();

    /// <summary>The method and the file that a copy's path tells; null for a path that is no copy's.</summary>
    public static (CompressionMethod Method, string Original)? OfCopy(string path)
    {
        foreach (var method in All)
        {
            var ending = EndingOf(method);
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return (method, path[..^ending.Length]);
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a file holds text, by its name: all else is compressed already, or read by the host alone
    /// (<c>_redirects</c>).
    /// </summary>
    public static bool IsText(string path) =>
        Array.Exists(TextEndings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    public static bool IsWorthTrying(long bytes) => bytes is >= LeastBytes and <= MostBytes;

    public static bool IsWorthKeeping(long bytes, long compressed) => compressed <= bytes * MostOfOriginal;

    /// <summary>
    /// All that decides a copy's bytes, but for the program itself: a log of another program is not read.
    /// </summary>
    public static ulong[] KeyOf(CompressionMethod method, ContentHash original) =>
        [(ulong)(original.Value >> 64), (ulong)original.Value, (ulong)method];
}

/// <summary>Counts compressed copies by method. Safe for many threads.</summary>
internal sealed class CompressionTally
{
    private static readonly CompressionMethod[] All = Enum.GetValues<CompressionMethod>();

    private readonly int[] _files = new int[All.Length];
    private readonly long[] _before = new long[All.Length];
    private readonly long[] _after = new long[All.Length];

    public void Add(CompressionMethod method, long before, long after)
    {
        Interlocked.Increment(ref _files[(int)method]);
        Interlocked.Add(ref _before[(int)method], before);
        Interlocked.Add(ref _after[(int)method], after);
    }

    /// <summary>Methods with a file, in their order.</summary>
    public IReadOnlyList<CompressedFiles> Methods() =>
        [
            .. All.Where(method => _files[(int)method] > 0)
                .Select(method => new CompressedFiles(
                    method,
                    _files[(int)method],
                    _before[(int)method],
                    _after[(int)method]
                )),
        ];
}

/// <summary>The copies that stand in one method's form.</summary>
/// <param name="Before">Bytes of the files that they are copies of.</param>
/// <param name="After">Their own bytes.</param>
internal sealed record CompressedFiles(CompressionMethod Method, int Files, long Before, long After);
