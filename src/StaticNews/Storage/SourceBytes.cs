using System.Buffers;
using StaticNews.Diagnostics;

namespace StaticNews.Storage;

/// <summary>A file's bytes in a borrowed buffer, or why there are none. Dispose it when the bytes are no longer needed.</summary>
internal sealed class SourceBytes : IDisposable
{
    // A buffer above this is left to the collector: a pool that keeps what one giant article needed would keep it for ever.
    private const int PooledMaxBytes = 1 << 20;

    private readonly int _length;
    private byte[]? _buffer;

    private SourceBytes(byte[] buffer, int length, Diagnostic? problem)
    {
        _buffer = buffer;
        _length = length;
        Problem = problem;
    }

    /// <summary>Exactly the file; empty where <see cref="Problem"/> is set.</summary>
    public ReadOnlySpan<byte> Span => _buffer.AsSpan(0, _length);

    /// <summary>Null when the file was read.</summary>
    public Diagnostic? Problem { get; }

    public static SourceBytes Failed(Diagnostic problem) => new([], 0, problem);

    public static SourceBytes Of(byte[] buffer, int length) => new(buffer, length, null);

    public static byte[] Rent(int length) =>
        length > PooledMaxBytes ? GC.AllocateUninitializedArray<byte>(length) : ArrayPool<byte>.Shared.Rent(length);

    public void Dispose()
    {
        if (_buffer is { Length: > 0 and <= PooledMaxBytes } buffer)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        _buffer = [];
    }
}
