using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace StaticNews.Epub;

/// <summary>
/// Writes a ZIP archive as EPUB's container format asks for it (EPUB 3.3, section 4.2: no encryption, no splitting,
/// ASCII names here): entries in the order in which they come, each stored as it is, all dated 1980-01-01, the first
/// day that ZIP can represent.
/// </summary>
/// <remarks>
/// Stored and not deflated, because the same article must give the same bytes on every machine: the framework
/// compresses with zlib-ng, whose output depends on the processor's instructions and on the framework's version, and a
/// book of a closed month would change with either. Text grows to three times by it; pictures are compressed already.
/// Layout: PKWARE's APPNOTE 6.3.9, sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (its end).
/// </remarks>
internal sealed class ZipWriter(IBufferWriter<byte> to)
{
    /// <summary>1.0 is what a stored file needs (APPNOTE 4.4.3.2).</summary>
    private const ushort VersionNeeded = 10;

    /// <summary>Year 1980 in the upper seven bits is 0; month 1, day 1.</summary>
    private const ushort FirstDay = (1 << 5) | 1;

    private readonly List<Entry> _entries = [];
    private uint _offset;

    /// <param name="name">Of ASCII characters, with '/'.</param>
    /// <param name="content">Below 4 GB with all that came before.</param>
    public void Add(string name, ReadOnlySpan<byte> content)
    {
        var entry = new Entry(name, Crc32.HashToUInt32(content), (uint)content.Length, _offset);
        _entries.Add(entry);
        Write(0x04034b50u);
        WriteCommon(entry);
        WriteName(name);
        to.Write(content);
        _offset = checked(_offset + (uint)content.Length);
    }

    /// <summary>Ends the archive.</summary>
    public void Finish()
    {
        var start = _offset;
        foreach (var entry in _entries)
        {
            Write(0x02014b50u);
            Write(VersionNeeded);
            WriteCommon(entry);

            // Comment, disk, internal attributes, external attributes.
            Write((ushort)0);
            Write((ushort)0);
            Write((ushort)0);
            Write(0u);
            Write(entry.Offset);
            WriteName(entry.Name);
        }

        var size = _offset - start;
        Write(0x06054b50u);
        Write((ushort)0);
        Write((ushort)0);
        Write((ushort)_entries.Count);
        Write((ushort)_entries.Count);
        Write(size);
        Write(start);
        Write((ushort)0);
    }

    /// <summary>
    /// What local header and central directory have in common, from the version on to the length of the extra field.
    /// </summary>
    private void WriteCommon(Entry entry)
    {
        Write(VersionNeeded);

        // Flags, method "stored", time.
        Write((ushort)0);
        Write((ushort)0);
        Write((ushort)0);
        Write(FirstDay);
        Write(entry.Crc);
        Write(entry.Size);
        Write(entry.Size);
        Write((ushort)entry.Name.Length);
        Write((ushort)0);
    }

    private void WriteName(string name)
    {
        Encoding.ASCII.GetBytes(name, to);
        _offset += (uint)name.Length;
    }

    private void Write(ushort value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(to.GetSpan(sizeof(ushort)), value);
        to.Advance(sizeof(ushort));
        _offset += sizeof(ushort);
    }

    private void Write(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to.GetSpan(sizeof(uint)), value);
        to.Advance(sizeof(uint));
        _offset += sizeof(uint);
    }

    private readonly record struct Entry(string Name, uint Crc, uint Size, uint Offset);
}
