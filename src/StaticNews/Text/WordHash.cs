using System.Buffers.Binary;

namespace StaticNews.Text;

/// <summary>
/// A quick hash of 64 bits over bytes, equal on every machine and in every year: eight bytes at a time are multiplied to 128 bits and folded. Good enough to see
/// that something changed (two texts meet once in 10¹⁹); whoever needs to know that bytes are equal takes <see cref="ContentHash"/>.
/// </summary>
internal static class WordHash
{
    // Odd numbers with about half of their bits set: the golden ratio, and √2 and √3 behind the point.
    private const ulong First = 0x9E37_79B9_7F4A_7C15;
    private const ulong Second = 0x6A09_E667_F3BC_C909;
    private const ulong Third = 0xBB67_AE85_84CA_A73B;

    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var hash = First ^ (ulong)bytes.Length;
        while (bytes.Length >= sizeof(ulong))
        {
            hash = Fold(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes), Second);
            bytes = bytes[sizeof(ulong)..];
        }

        var rest = 0UL;
        foreach (var one in bytes)
        {
            rest = (rest << 8) | one;
        }

        return Fold(Fold(hash ^ rest, Third), First);
    }

    /// <summary>One hash of two, whose order counts.</summary>
    public static ulong Join(ulong first, ulong second) => Fold(Fold(first ^ First, Second) ^ second, Third);

    private static ulong Fold(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }
}
