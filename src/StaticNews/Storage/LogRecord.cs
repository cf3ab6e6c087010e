using System.Buffers;
using System.Buffers.Binary;
using StaticNews.Text;

namespace StaticNews.Storage;

/// <summary>The bytes of one record of the build log; the layout is explained at <see cref="BuildLog"/> and <see cref="LogRecordKind"/>.</summary>
internal static class LogRecord
{
    /// <summary>Length and checksum.</summary>
    public const int FrameBytes = 8;

    /// <summary>Kind and hash of the path.</summary>
    public const int HeadBytes = 1 + 16;

    /// <summary>A longer one is damage: no facts are longer than what was read.</summary>
    public const int BodyMaxBytes = SourceTree.TextMaxBytes;

    public const int OutputFixedBytes = 1 + 16 + 16;

    public const int FactsFixedBytes = 16 + 16;

    public static void AppendPath(ArrayBufferWriter<byte> log, LogRecordKind kind, TextHash path)
    {
        var record = Begin(log, kind, path, 0, out _);
        End(log, record);
    }

    public static void AppendClock(ArrayBufferWriter<byte> log, long ticks)
    {
        var record = Begin(log, LogRecordKind.Clock, default, sizeof(long), out var rest);
        BinaryPrimitives.WriteInt64LittleEndian(rest, ticks);
        End(log, record);
    }

    public static void AppendOutput(ArrayBufferWriter<byte> log, TextHash path, ReadOnlySpan<ulong> key, ContentHash content, FileStamp stamp)
    {
        var record = Begin(log, LogRecordKind.Output, path, OutputFixedBytes + (key.Length * sizeof(ulong)), out var rest);
        rest[0] = checked((byte)key.Length);
        rest = rest[1..];
        foreach (var part in key)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(rest, part);
            rest = rest[sizeof(ulong)..];
        }

        BinaryPrimitives.WriteUInt128LittleEndian(rest, content.Value);
        WriteStamp(rest[16..], stamp);
        End(log, record);
    }

    public static void AppendNote(ArrayBufferWriter<byte> log, TextHash path, ReadOnlySpan<byte> note)
    {
        var record = Begin(log, LogRecordKind.Note, path, note.Length, out var rest);
        note.CopyTo(rest);
        End(log, record);
    }

    public static void AppendFacts(ArrayBufferWriter<byte> log, TextHash path, FileStamp stamp, ContentHash content, ReadOnlySpan<byte> payload)
    {
        var record = Begin(log, LogRecordKind.Facts, path, FactsFixedBytes + payload.Length, out var rest);
        WriteStamp(rest, stamp);
        BinaryPrimitives.WriteUInt128LittleEndian(rest[16..], content.Value);
        payload.CopyTo(rest[FactsFixedBytes..]);
        End(log, record);
    }

    public static FileStamp ReadStamp(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]));

    public static ContentHash ReadHash(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt128LittleEndian(bytes));

    /// <summary>Bytes of the record at the start of <paramref name="bytes"/>; 0 when more are needed; -1 when this is no record.</summary>
    public static int Measure(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < FrameBytes)
        {
            return 0;
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        return length is < HeadBytes or > BodyMaxBytes ? -1 : FrameBytes + (int)length;
    }

    /// <summary>Whether a whole record is undamaged.</summary>
    public static bool IsSound(ReadOnlySpan<byte> record) => BinaryPrimitives.ReadUInt32LittleEndian(record[4..]) == Crc32C.Of(record[FrameBytes..]);

    /// <summary>Takes a sound record apart.</summary>
    public static LogRecordKind Split(ReadOnlySpan<byte> record, out TextHash path, out ReadOnlySpan<byte> rest)
    {
        var body = record[FrameBytes..];
        path = new TextHash(BinaryPrimitives.ReadUInt64LittleEndian(body[1..]), BinaryPrimitives.ReadUInt64LittleEndian(body[9..]));
        rest = body[HeadBytes..];
        return (LogRecordKind)body[0];
    }

    private static Span<byte> Begin(ArrayBufferWriter<byte> log, LogRecordKind kind, TextHash path, int restBytes, out Span<byte> rest)
    {
        var length = HeadBytes + restBytes;
        var record = log.GetSpan(FrameBytes + length)[..(FrameBytes + length)];
        BinaryPrimitives.WriteUInt32LittleEndian(record, (uint)length);
        record[FrameBytes] = (byte)kind;
        BinaryPrimitives.WriteUInt64LittleEndian(record[(FrameBytes + 1)..], path.High);
        BinaryPrimitives.WriteUInt64LittleEndian(record[(FrameBytes + 9)..], path.Low);
        rest = record[(FrameBytes + HeadBytes)..];
        return record;
    }

    private static void End(ArrayBufferWriter<byte> log, Span<byte> record)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(record[4..], Crc32C.Of(record[FrameBytes..]));
        log.Advance(record.Length);
    }

    private static void WriteStamp(Span<byte> to, FileStamp stamp)
    {
        BinaryPrimitives.WriteInt64LittleEndian(to, stamp.Size);
        BinaryPrimitives.WriteInt64LittleEndian(to[8..], stamp.ModifiedTicks);
    }
}
