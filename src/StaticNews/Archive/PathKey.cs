using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using StaticNews.Text;

namespace StaticNews.Archive;

/// <summary>
/// 128 bits that two output paths share exactly when a file system that ignores case or Unicode's normal forms would hold
/// them as one file. It stands in for the path itself: 16 bytes where a string has a hundred. At a million paths the chance that two
/// different ones meet is below 10⁻²⁶. Lives within one build and is never stored.
/// </summary>
internal readonly record struct PathKey(ulong High, ulong Low)
{
    // Odd numbers with about half of their bits set: the golden ratio, and √2, √3 and √5 behind the point.
    private const ulong First = 0x9E37_79B9_7F4A_7C15;
    private const ulong Second = 0x6A09_E667_F3BC_C909;
    private const ulong Third = 0xBB67_AE85_84CA_A73B;
    private const ulong Fourth = 0x3C6E_F372_FE94_F82B;

    /// <summary>Paths on the stack up to this length; longer ones are rare and take an array.</summary>
    private const int StackChars = 512;

    public static PathKey Of(ReadOnlySpan<char> path)
    {
        if (!Ascii.IsValid(path))
        {
            return Hash(Fold(path));
        }

        var folded = path.Length <= StackChars ? stackalloc char[StackChars] : new char[path.Length];
        Ascii.ToLower(path, folded, out var length);
        return Hash(folded[..length]);
    }

    /// <summary>Letters and marks apart, without case; marks on one letter in one order, since their order has no meaning across classes.</summary>
    private static ReadOnlySpan<char> Fold(ReadOnlySpan<char> path)
    {
        var folded = new List<char>(path.Length + 8);
        foreach (var c in path)
        {
            Decomposition.Append(c, folded);
        }

        var chars = CollectionsMarshal.AsSpan(folded);
        for (var i = 0; i < chars.Length; i++)
        {
            // Up and down again: letters with two lower-case forms (σ and ς, s and ſ) become one.
            chars[i] = char.ToLowerInvariant(char.ToUpperInvariant(chars[i]));
        }

        SortMarks(chars);
        return chars;
    }

    private static void SortMarks(Span<char> chars)
    {
        for (var start = 0; start < chars.Length; start++)
        {
            var end = start;
            while (end < chars.Length && char.GetUnicodeCategory(chars[end]) == UnicodeCategory.NonSpacingMark)
            {
                end++;
            }

            if (end - start > 1)
            {
                chars[start..end].Sort();
            }

            start = Math.Max(start, end - 1);
        }
    }

    /// <summary>Two lanes of multiply-and-fold over eight bytes at a time.</summary>
    private static PathKey Hash(ReadOnlySpan<char> text)
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

        return new PathKey(Mix(high ^ rest, Second) ^ low, Mix(low + rest, First) ^ high);
    }

    private static ulong Mix(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }
}
