using Microsoft.Win32.SafeHandles;

namespace StaticNews.Storage;

/// <summary>A piece of the log in memory. Sources were logged in about the order in which they are asked for, so most are in the piece that the one before was in. One a worker.</summary>
internal sealed class LogWindow
{
    // Some two hundred articles; a whole read of the disk's cache costs about as much as asking for it.
    private const int PieceBytes = 1 << 17;

    private byte[] _piece = [];
    private long _start;
    private int _length;

    /// <summary>The bytes, good until the next call; false where the log ends before them.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public bool TryRead(SafeFileHandle log, long offset, int length, out ReadOnlySpan<byte> bytes)
    {
        if (offset < _start || offset + length > _start + _length)
        {
            _piece = _piece.Length < length || _piece.Length == 0 ? new byte[Math.Max(length, PieceBytes)] : _piece;
            _length = 0;
            _length = DiskFile.ReadFully(log, _piece, offset);
            _start = offset;
        }

        var isWhole = offset + length <= _start + _length;
        bytes = isWhole ? _piece.AsSpan((int)(offset - _start), length) : [];
        return isWhole;
    }
}
