using System.Buffers.Binary;
using System.Security.Cryptography;

namespace StaticNews.Storage;

/// <summary>
/// Authentication codes for records that are only ever appended: each is an HMAC-SHA256 (RFC 2104) over the code before it and the record, so that none can be forged, changed,
/// left out or put elsewhere without the key. What a chain cannot show is that records are missing at its end. Not safe for many threads.
/// </summary>
internal sealed class AuthenticationChain : IDisposable
{
    /// <summary>The first half of SHA-256's output: as RFC 2104, section 5, allows it, and as long as no one can try.</summary>
    public const int CodeBytes = 16;

    private readonly IncrementalHash _hash;

    public AuthenticationChain(byte[] key) => _hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);

    /// <summary>The code of the last record; 0 before the first.</summary>
    public UInt128 Last { get; private set; }

    /// <summary>Appends a record.</summary>
    public UInt128 Append(ReadOnlySpan<byte> record) => Last = CodeOf(record);

    /// <summary>Appends a record that was read, if this is its code.</summary>
    public bool TryAppend(ReadOnlySpan<byte> record, UInt128 code)
    {
        if (CodeOf(record) != code)
        {
            return false;
        }

        Last = code;
        return true;
    }

    /// <summary>Goes back to an earlier record's code, or to the beginning.</summary>
    public void Reset(UInt128 last = default) => Last = last;

    public void Dispose() => _hash.Dispose();

    private UInt128 CodeOf(ReadOnlySpan<byte> record)
    {
        Span<byte> before = stackalloc byte[CodeBytes];
        BinaryPrimitives.WriteUInt128LittleEndian(before, Last);
        _hash.AppendData(before);
        _hash.AppendData(record);
        Span<byte> code = stackalloc byte[SHA256.HashSizeInBytes];
        _hash.GetHashAndReset(code);
        return BinaryPrimitives.ReadUInt128LittleEndian(code);
    }
}
