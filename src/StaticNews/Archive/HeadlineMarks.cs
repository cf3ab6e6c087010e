using System.Numerics;

namespace StaticNews.Archive;

/// <summary>What can be said of two headlines' common words without looking at them: 128 bits, of which each word sets one. Numbers set none.</summary>
/// <param name="Repeats">How many words set a bit that was set already.</param>
internal readonly record struct HeadlineMarks(ulong Low, ulong High, int Repeats)
{
    public HeadlineMarks With(uint word)
    {
        var (low, high) = Bit(word);
        return new HeadlineMarks(Low | low, High | high, Repeats + (((Low & low) | (High & high)) != 0 ? 1 : 0));
    }

    /// <summary>The headlines share no more words than this: a common bit is one word, and any other must be one that set a bit again.</summary>
    public static int MostShared(in HeadlineMarks left, in HeadlineMarks right) =>
        BitOperations.PopCount(left.Low & right.Low) + BitOperations.PopCount(left.High & right.High) + right.Repeats;

    private static (ulong Low, ulong High) Bit(uint word)
    {
        // The upper seven bits after a multiplication by the golden ratio: hashes of similar words are spread apart.
        var place = (int)((word * 0x9E37_79B9) >> 25);
        var bit = 1UL << (place & 63);
        return place < 64 ? (bit, 0UL) : (0UL, bit);
    }
}
