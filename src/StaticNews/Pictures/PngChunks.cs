using System.Buffers.Binary;

namespace StaticNews.Pictures;

/// <summary>The compressed pixels of a PNG file, which lie in one <c>IDAT</c> chunk after the other (PNG specification, 11.2.3), as one stream.</summary>
/// <param name="file">The whole file.</param>
/// <param name="offset">Where the first of them begins.</param>
internal sealed class PngChunks(ReadOnlyMemory<byte> file, int offset) : Stream
{
    /// <summary>Length, name, checksum.</summary>
    public const int FrameBytes = 12;

    private int _at = offset;
    private int _left;
    private bool _isInside;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>A chunk's content, cut off where the file ends.</summary>
    /// <param name="chunk">From the chunk's length on; at least <see cref="FrameBytes"/> long.</param>
    public static ReadOnlySpan<byte> ContentOf(ReadOnlySpan<byte> chunk) => chunk.Slice(8, (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(chunk), chunk.Length - 8));

    public override int Read(Span<byte> buffer)
    {
        if (_left == 0 && !Next())
        {
            return 0;
        }

        var count = Math.Min(buffer.Length, _left);
        file.Span.Slice(_at, count).CopyTo(buffer);
        _at += count;
        _left -= count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Goes on to the next chunk that holds something, past the checksum of the one before.</summary>
    private bool Next()
    {
        while (true)
        {
            _at += _isInside ? 4 : 0;
            _isInside = false;
            var rest = file.Span[Math.Min(_at, file.Length)..];
            if (rest.Length < FrameBytes || !rest[4..].StartsWith("IDAT"u8))
            {
                return false;
            }

            (_left, _isInside) = (ContentOf(rest).Length, true);
            _at += 8;
            if (_left > 0)
            {
                return true;
            }
        }
    }
}
