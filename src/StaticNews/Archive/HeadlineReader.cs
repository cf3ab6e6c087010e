using System.Collections.Frozen;
using System.Globalization;

namespace StaticNews.Archive;

/// <summary>Takes headlines apart into hashed words. Reused for one headline after the other; not shared between threads.</summary>
internal sealed class HeadlineReader
{
    /// <summary>The longest headlines of newspapers have about 20 words that carry meaning; a title that is a whole paragraph stops counting here.</summary>
    private const int MaxWords = 24;

    /// <summary>Set in the hash of a number: it tells two headlines apart ("Day 2") and makes none alike.</summary>
    public const uint NumberBit = 0x8000_0000;

    // FNV-1a, 32 bits (draft-eastlake-fnv).
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    private static readonly FrozenSet<uint> NumberWords =
        "one two three four five six seven eight nine ten first second third fourth fifth ii iii iv vi vii viii ix"
            .Split(' ').Select(static word => HashLetters(word)).ToFrozenSet();

    private readonly Dictionary<string, FrozenSet<uint>> _stopWords = new(StringComparer.Ordinal);
    private readonly uint[] _words = new uint[MaxWords];

    /// <summary>The words of a title that carry meaning, each once, ascending. Valid until the next call.</summary>
    public ReadOnlySpan<uint> Read(string title, string language)
    {
        if (!_stopWords.TryGetValue(language, out var stopWords))
        {
            stopWords = StopWords.Of(language);
            _stopWords.Add(language, stopWords);
        }

        var count = 0;
        var rest = title.AsSpan();
        while (count < MaxWords && NextWord(ref rest) is { IsEmpty: false } word)
        {
            var hash = Hash(word);
            var isLetter = word.Length == 1 && !IsUnspaced(word[0]) && (hash & NumberBit) == 0;
            if (!isLetter && !stopWords.Contains(hash) && !_words.AsSpan(0, count).Contains(hash))
            {
                _words[count++] = hash;
            }
        }

        var words = _words.AsSpan(0, count);
        words.Sort();
        return words;
    }

    /// <summary>Of a word without regard to case, with <see cref="NumberBit"/> for numbers.</summary>
    public static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = HashLetters(word);
        return NumberWords.Contains(hash) || !word.ContainsAnyExceptInRange('0', '9') ? hash | NumberBit : hash;
    }

    private static uint HashLetters(ReadOnlySpan<char> word)
    {
        var hash = Offset;
        foreach (var c in word)
        {
            hash = (hash ^ char.ToLowerInvariant(c)) * Prime;
        }

        return hash & ~NumberBit;
    }

    /// <summary>
    /// The next run of letters, marks and digits. Scripts that write no spaces give pairs of neighbours instead, each beginning one further.
    /// </summary>
    private static ReadOnlySpan<char> NextWord(ref ReadOnlySpan<char> rest)
    {
        var start = 0;
        while (start < rest.Length && !IsInWord(rest[start]))
        {
            start++;
        }

        var end = start;
        while (end < rest.Length && IsInWord(rest[end]) && IsUnspaced(rest[end]) == IsUnspaced(rest[start]))
        {
            end++;
        }

        if (end - start > 2 && IsUnspaced(rest[start]))
        {
            var pair = rest.Slice(start, 2);
            rest = rest[(start + 1)..];
            return pair;
        }

        var word = rest[start..end];
        rest = rest[end..];
        return word;
    }

    private static bool IsInWord(char c) =>
        char.IsAscii(c)
            ? char.IsAsciiLetterOrDigit(c)
            : char.GetUnicodeCategory(c) is <= UnicodeCategory.DecimalDigitNumber or UnicodeCategory.Surrogate;

    /// <summary>Thai, Lao, Myanmar, Khmer; kana and ideographs.</summary>
    private static bool IsUnspaced(char c) =>
        c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
            or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uD840' and <= '\uDFFF');
}
