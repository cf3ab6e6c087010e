using System.Runtime.InteropServices;

namespace StaticNews.Text;

/// <summary>
/// 128 bits in the place of a path where there are millions of paths: a string has a hundred bytes. At a million paths the chance that two different
/// ones meet is below 10⁻²⁶. Fast and no guard against forgery; for that there is <see cref="ContentHash"/>.
/// </summary>
internal readonly record struct TextHash(ulong High, ulong Low)
{
    // Odd numbers with about half of their bits set: the golden ratio, and √2, √3 and √5 behind the point.
    private const ulong First = 0x9E37_79B9_7F4A_7C15;
    private const ulong Second = 0x6A09_E667_F3BC_C909;
    private const ulong Third = 0xBB67_AE85_84CA_A73B;
    private const ulong Fourth = 0x3C6E_F372_FE94_F82B;

    /// <summary>Two lanes of multiply-and-fold over eight bytes at a time. The same on every machine whose numbers are little-endian.</summary>
    public static TextHash Of(ReadOnlySpan<char> text)
    {
        var high = First ^ (ulong)text.Length;
        var low = Second + (ulong)text.Length;
        var words = MemoryMarshal.Cast<char, ulong>(text);
        foreach (var word in words)
        {
            high = Mix(high ^ word, Third);
            low = Mix(low + word, Fourth);
        }

        var rest = 0UL;
        foreach (var c in text[(words.Length * 4)..])
        {
            rest = (rest << 16) | c;
        }

        return new TextHash(Mix(high ^ rest, Second) ^ low, Mix(low + rest, First) ^ high);
    }

    private static ulong Mix(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }
}
