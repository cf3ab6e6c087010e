using System.Buffers;
using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;
using StaticNews.FileSystem;
using StaticNews.Text;

namespace StaticNews.Output;

/// <summary>
/// The bytes of one record of the build log; the layout is explained at <see cref="BuildLog"/> and
/// <see cref="LogRecordKind"/>.
/// </summary>
internal static class LogRecord
{
    /// <summary>The length of the body.</summary>
    public const int FrameBytes = 4;

    /// <summary>Kind and hash of the path.</summary>
    public const int HeadBytes = 1 + 16;

    /// <summary>A longer one is damage: no facts are longer than what was read.</summary>
    public const int BodyMaxBytes = SourceTree.TextMaxBytes;

    public const int OutputFixedBytes = 1 + 16 + FileStamp.StoredBytes;

    public const int FactsFixedBytes = FileStamp.StoredBytes + 16;

    public static void AppendPath(ArrayBufferWriter<byte> log, LogRecordKind kind, TextHash path)
    {
        Begin(log, kind, path, 0, out _);
    }

    public static void AppendClock(ArrayBufferWriter<byte> log, long ticks)
    {
        Begin(log, LogRecordKind.Clock, default, sizeof(long), out var rest);
        BinaryPrimitives.WriteInt64LittleEndian(rest, ticks);
    }

    public static void AppendOutput(
        ArrayBufferWriter<byte> log,
        TextHash path,
        ReadOnlySpan<ulong> key,
        ContentHash content,
        FileStamp stamp
    )
    {
        Begin(log, LogRecordKind.Output, path, OutputFixedBytes + (key.Length * sizeof(ulong)), out var rest);
        rest[0] = checked((byte)key.Length);
        rest = rest[1..];
        foreach (var part in key)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(rest, part);
            rest = rest[sizeof(ulong)..];
        }

        BinaryPrimitives.WriteUInt128LittleEndian(rest, content.Value);
        WriteStamp(rest[16..], stamp);
    }

    public static void AppendNote(ArrayBufferWriter<byte> log, TextHash path, ReadOnlySpan<byte> note)
    {
        Begin(log, LogRecordKind.Note, path, note.Length, out var rest);
        note.CopyTo(rest);
    }

    public static void AppendFacts(
        ArrayBufferWriter<byte> log,
        TextHash path,
        FileStamp stamp,
        ContentHash content,
        ReadOnlySpan<byte> payload
    )
    {
        Begin(log, LogRecordKind.Facts, path, FactsFixedBytes + payload.Length, out var rest);
        WriteStamp(rest, stamp);
        BinaryPrimitives.WriteUInt128LittleEndian(rest[FileStamp.StoredBytes..], content.Value);
        payload.CopyTo(rest[FactsFixedBytes..]);
    }

    public static FileStamp ReadStamp(ReadOnlySpan<byte> bytes) =>
        new(
            BinaryPrimitives.ReadInt64LittleEndian(bytes),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]),
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..])
        );

    public static ContentHash ReadHash(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt128LittleEndian(bytes));

    /// <summary>
    /// Bytes of the record at the start of <paramref name="bytes"/>; not above 0 where this is no record.
    /// </summary>
    public static int Measure(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < FrameBytes)
        {
            return 0;
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        return length is < HeadBytes or > BodyMaxBytes ? -1 : FrameBytes + (int)length;
    }

    /// <summary>Takes a sound record apart.</summary>
    public static LogRecordKind Split(ReadOnlySpan<byte> record, out TextHash path, out ReadOnlySpan<byte> rest)
    {
        var body = record[FrameBytes..];
        path = new TextHash(
            BinaryPrimitives.ReadUInt64LittleEndian(body[1..]),
            BinaryPrimitives.ReadUInt64LittleEndian(body[9..])
        );
        rest = body[HeadBytes..];
        return (LogRecordKind)body[0];
    }

    private static void Begin(
        ArrayBufferWriter<byte> log,
        LogRecordKind kind,
        TextHash path,
        int restBytes,
        out Span<byte> rest
    )
    {
        var length = HeadBytes + restBytes;
        var record = log.GetSpan(FrameBytes + length)[..(FrameBytes + length)];
        BinaryPrimitives.WriteUInt32LittleEndian(record, (uint)length);
        record[FrameBytes] = (byte)kind;
        BinaryPrimitives.WriteUInt64LittleEndian(record[(FrameBytes + 1)..], path.High);
        BinaryPrimitives.WriteUInt64LittleEndian(record[(FrameBytes + 9)..], path.Low);
        rest = record[(FrameBytes + HeadBytes)..];
        log.Advance(record.Length);
    }

    private static void WriteStamp(Span<byte> to, FileStamp stamp)
    {
        BinaryPrimitives.WriteInt64LittleEndian(to, stamp.Size);
        BinaryPrimitives.WriteInt64LittleEndian(to[8..], stamp.ModifiedTicks);
        BinaryPrimitives.WriteInt64LittleEndian(to[16..], stamp.ChangedTicks);
        BinaryPrimitives.WriteUInt64LittleEndian(to[24..], stamp.Inode);
    }
}

/// <summary>First byte of a record's body in the build log; the numbers are part of the format.</summary>
internal enum LogRecordKind : byte
{
    /// <summary>Hash of the id of the output folder that the output records after it are about.</summary>
    Folder = 1,

    /// <summary>
    /// Hash of the path; count of key parts (1 byte); the parts (8 each); content hash (16); stamp (size, modified
    /// ticks, changed ticks, inode; 8 each).
    /// </summary>
    Output = 2,

    /// <summary>Hash of the path: the output was removed.</summary>
    OutputGone = 3,

    /// <summary>Hash of the path; stamp (32); content hash (16); payload (the rest).</summary>
    Facts = 4,

    /// <summary>Hash of the path: the source is gone.</summary>
    FactsGone = 5,

    /// <summary>
    /// Zeros in the place of a hash; the disk's clock in ticks (8) when all records before it were in place.
    /// </summary>
    Clock = 6,

    /// <summary>
    /// Hash of the path; what was found out of the output of that path as the last record about it describes it (the
    /// rest).
    /// </summary>
    Note = 7,
}

/// <summary>
/// A piece of the log in memory. Sources were logged in about the order in which they are asked for, so most are in the
/// piece that the one before was in. One per worker.
/// </summary>
internal sealed class LogBuffer
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

/// <summary>The record in the log of a file that a build put in place.</summary>
/// <param name="Key">Hashes of the parts that decided its bytes, as the caller gave them.</param>
/// <param name="Content">Of its bytes.</param>
/// <param name="Stamp">As the disk gave it when the file was in place.</param>
/// <param name="IsSettled">Whether an equal stamp proves that the file is untouched.</param>
internal readonly record struct OutputRecord(
    ReadOnlyMemory<ulong> Key,
    ContentHash Content,
    FileStamp Stamp,
    bool IsSettled
);
