using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace StaticNews.Output;

/// <summary>
/// The file of the build log:
///
/// <code>
/// log    = header block*
/// header = "StaticNews log" LF, format version (4 bytes), length (2) and UTF-8 of the renderer version,
///          code of all this (16)
/// block  = length of its records (4), their code (16), record+
/// record = length of body (4), body
/// body   = kind (1), hash of the path (16), data of the kind (<see cref="LogRecordKind"/>)
/// </code>
///
/// All numbers are little-endian. A code is an <see cref="AuthenticationChain"/>'s: what decides the bytes of a site
/// may not come from a person who can write into a checkout.
/// </summary>
internal static class LogFile
{
    /// <summary>Raised with every change of the layout above, and of what records hold.</summary>
    private const uint FormatVersion = 6;

    /// <summary>Length and code.</summary>
    private const int BlockHeadBytes = 4 + AuthenticationChain.CodeBytes;

    /// <summary>A record more than is flushed; a longer block is damage.</summary>
    private const int BlockMaxBytes = LogRecord.BodyMaxBytes + (2 * BuildLog.FlushBytes);

    private const int ScanBytes = 1 << 20;

    /// <param name="chain">Positioned behind the header afterwards.</param>
    public static byte[] Header(string rendererVersion, AuthenticationChain chain)
    {
        var version = Encoding.UTF8.GetBytes(rendererVersion);
        var magic = "StaticNews log\n"u8;
        var header = new byte[magic.Length + 4 + 2 + version.Length + AuthenticationChain.CodeBytes];
        magic.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(magic.Length), FormatVersion);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(magic.Length + 4), checked((ushort)version.Length));
        version.CopyTo(header.AsSpan(magic.Length + 6));
        chain.Reset();
        BinaryPrimitives.WriteUInt128LittleEndian(
            header.AsSpan(header.Length - AuthenticationChain.CodeBytes),
            chain.Append(header.AsSpan(..^AuthenticationChain.CodeBytes))
        );
        return header;
    }

    /// <summary>Takes in every block up to the first bad one; returns where that is.</summary>
    /// <param name="start">Where the first block begins.</param>
    /// <param name="chain">Positioned behind the header, and then behind the last valid block.</param>
    public static long Scan(SafeFileHandle file, long start, LogIndex index, AuthenticationChain chain)
    {
        var offset = start;
        var buffer = new byte[ScanBytes];
        var filled = 0;
        while (true)
        {
            var read = RandomAccess.Read(file, buffer.AsSpan(filled), offset + filled);
            filled += read;
            var used = TakeBlocks(buffer.AsSpan(0, filled), offset, index, chain, out var wanted);
            if (wanted < 0 || read == 0)
            {
                return offset + used;
            }

            buffer.AsSpan(used, filled - used).CopyTo(buffer);
            (filled, offset) = (filled - used, offset + used);
            if (wanted > buffer.Length)
            {
                Array.Resize(ref buffer, wanted);
            }
        }
    }

    /// <param name="wanted">Bytes of the block that is not yet whole; -1 where it is none of ours.</param>
    /// <returns>Bytes of the blocks that were taken in.</returns>
    private static int TakeBlocks(
        ReadOnlySpan<byte> bytes,
        long offset,
        LogIndex index,
        AuthenticationChain chain,
        out int wanted
    )
    {
        var used = 0;
        while (true)
        {
            var rest = bytes[used..];
            wanted =
                rest.Length < BlockHeadBytes ? 0
                : BinaryPrimitives.ReadUInt32LittleEndian(rest) is var length and > 0 and <= BlockMaxBytes
                    ? BlockHeadBytes + (int)length
                : -1;
            if (wanted <= 0 || wanted > rest.Length)
            {
                return used;
            }

            var records = rest[BlockHeadBytes..wanted];
            if (
                !chain.TryAppend(records, BinaryPrimitives.ReadUInt128LittleEndian(rest[4..]))
                || !TakeRecords(records, offset + used + BlockHeadBytes, index)
            )
            {
                wanted = -1;
                return used;
            }

            used += wanted;
        }
    }

    /// <summary>False where one is of no known kind: our own mistake, for they are authentic.</summary>
    private static bool TakeRecords(ReadOnlySpan<byte> records, long offset, LogIndex index)
    {
        while (!records.IsEmpty)
        {
            var length = LogRecord.Measure(records);
            if (length <= 0 || length > records.Length || !index.Take(records[..length], offset))
            {
                return false;
            }

            offset += length;
            records = records[length..];
        }

        return true;
    }

    /// <returns>Bytes that were written.</returns>
    public static long WriteBlock(
        SafeFileHandle file,
        ReadOnlyMemory<byte> records,
        AuthenticationChain chain,
        long offset
    )
    {
        var head = new byte[BlockHeadBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(head, (uint)records.Length);
        BinaryPrimitives.WriteUInt128LittleEndian(head.AsSpan(4), chain.Append(records.Span));
        RandomAccess.Write(file, [head, records], offset);
        return head.Length + records.Length;
    }
}
