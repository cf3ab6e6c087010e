using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using StaticNews.Text;

namespace StaticNews.Archive;

/// <summary>
/// 128 bits that two output paths share exactly when a file system that ignores case or Unicode's normal forms would hold
/// them as one file. It stands in for the path itself, as <see cref="TextHash"/> does for paths to the letter. Lives within one build and is never stored.
/// </summary>
internal readonly record struct PathKey(ulong High, ulong Low)
{
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

    /// <summary>Whether two paths differ at most in Unicode's normal form, so that nobody can see a difference.</summary>
    public static bool LookAlike(string left, string right) =>
        left.Equals(right, StringComparison.Ordinal)
        || (!(Ascii.IsValid(left) && Ascii.IsValid(right)) && TakeApart(left).SequenceEqual(TakeApart(right)));

    private static ReadOnlySpan<char> Fold(ReadOnlySpan<char> path)
    {
        var chars = TakeApart(path);
        for (var i = 0; i < chars.Length; i++)
        {
            // Up and down again: letters with two lower-case forms (σ and ς, s and ſ) become one.
            chars[i] = char.ToLowerInvariant(char.ToUpperInvariant(chars[i]));
        }

        SortMarks(chars);
        return chars;
    }

    /// <summary>Letters and marks apart; marks on one letter in one order, since their order has no meaning across classes.</summary>
    private static Span<char> TakeApart(ReadOnlySpan<char> path)
    {
        var parts = new List<char>(path.Length + 8);
        foreach (var c in path)
        {
            Decomposition.Append(c, parts);
        }

        var chars = CollectionsMarshal.AsSpan(parts);
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

    private static PathKey Hash(ReadOnlySpan<char> folded)
    {
        var hash = TextHash.Of(folded);
        return new PathKey(hash.High, hash.Low);
    }
}
