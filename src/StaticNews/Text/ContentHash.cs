using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace StaticNews.Text;

/// <summary>
/// The first 128 bits of SHA-256 (FIPS 180-4): equal means equal bytes, on every machine and in every year.
/// </summary>
internal readonly record struct ContentHash(UInt128 Value)
{
    public static ContentHash Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        return FromDigest(digest);
    }

    /// <summary>From the whole SHA-256 of bytes that were hashed piece by piece.</summary>
    public static ContentHash FromDigest(ReadOnlySpan<byte> digest) =>
        new(BinaryPrimitives.ReadUInt128LittleEndian(digest));

    public override string ToString() => Value.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>
/// Collects the values that decide an output and hashes them at once. Each value is written with its length or as a
/// fixed width, so that ("ab", "c") and ("a", "bc") differ. Reused by one worker; not shared.
/// </summary>
internal sealed class FingerprintBuilder
{
    private readonly ArrayBufferWriter<byte> _values = new(512);

    public FingerprintBuilder Add(string? value)
    {
        if (value is null)
        {
            return Add(-1L);
        }

        Add((long)value.Length);
        Encoding.UTF8.GetBytes(value, _values);
        return this;
    }

    public FingerprintBuilder AddUtf8(ReadOnlySpan<byte> text)
    {
        Add((long)text.Length);
        _values.Write(text);
        return this;
    }

    public FingerprintBuilder Add(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_values.GetSpan(sizeof(long)), value);
        _values.Advance(sizeof(long));
        return this;
    }

    public FingerprintBuilder Add(bool value) => Add(value ? 1L : 0L);

    public FingerprintBuilder Add(ContentHash value)
    {
        BinaryPrimitives.WriteUInt128LittleEndian(_values.GetSpan(16), value.Value);
        _values.Advance(16);
        return this;
    }

    /// <summary>The hash of all values since the last call; the builder is empty afterwards.</summary>
    public ContentHash Finish()
    {
        var hash = ContentHash.Of(_values.WrittenSpan);
        _values.ResetWrittenCount();
        return hash;
    }

    /// <summary>
    /// The XxHash3 of all values since the last call: 64 bits in a fraction of the time, to distinguish what changed
    /// from what did not. Two fingerprints are equal by accident once in 10¹⁹ pairs, and it is no guard against
    /// forgery.
    /// </summary>
    public ulong FinishQuickly()
    {
        var hash = XxHash3.HashToUInt64(_values.WrittenSpan);
        _values.ResetWrittenCount();
        return hash;
    }

    /// <summary>One hash of two, whose order counts.</summary>
    public static ulong Combine(ulong first, ulong second) =>
        XxHash3.HashToUInt64(MemoryMarshal.AsBytes<ulong>([first, second]));
}

/// <summary>
/// The XxHash128 of a text's UTF-16 code units, in the place of a path where there are millions of paths: a string has
/// a hundred bytes, this has sixteen. Among a million paths the chance that two have the same hash is below 10⁻²⁶. It
/// is no guard against forgery; for that there is <see cref="ContentHash"/>. Kept in the build log.
/// </summary>
internal readonly record struct TextHash(ulong High, ulong Low)
{
    /// <summary>The same on every machine whose numbers are little-endian.</summary>
    public static TextHash Of(ReadOnlySpan<char> text)
    {
        var hash = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(text));
        return new TextHash((ulong)(hash >> 64), (ulong)hash);
    }
}
