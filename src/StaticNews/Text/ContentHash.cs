using System.Buffers.Binary;
using System.Security.Cryptography;

namespace StaticNews.Text;

/// <summary>The first 128 bits of SHA-256 (FIPS 180-4): equal means equal bytes, on every machine and in every year.</summary>
internal readonly record struct ContentHash(UInt128 Value)
{
    public static ContentHash Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        return FromDigest(digest);
    }

    /// <summary>From the whole SHA-256 of bytes that were hashed piece by piece.</summary>
    public static ContentHash FromDigest(ReadOnlySpan<byte> digest) => new(BinaryPrimitives.ReadUInt128LittleEndian(digest));

    public override string ToString() => Value.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
}
