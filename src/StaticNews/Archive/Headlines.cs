using System.Numerics;
using StaticNews.Articles;

namespace StaticNews.Archive;

/// <summary>The words of all headlines, as hashes in one flat array: about 30 bytes an article.</summary>
internal sealed class Headlines
{
    /// <summary>Headlines with fewer words in common are copies only when they are the same.</summary>
    public const int CopyMinWords = 3;

    private readonly int[] _starts;
    private readonly uint[] _words;

    private Headlines(int[] starts, uint[] words) => (_starts, _words) = (starts, words);

    public static Headlines Read(IReadOnlyList<ArticleSummary> articles)
    {
        var reader = new HeadlineReader();
        var starts = new int[articles.Count + 1];
        var words = new uint[articles.Count * 8];
        for (var i = 0; i < articles.Count; i++)
        {
            var own = reader.Read(articles[i].Title, articles[i].Language);
            if (starts[i] + own.Length > words.Length)
            {
                Array.Resize(ref words, (words.Length * 5 / 4) + own.Length);
            }

            own.CopyTo(words.AsSpan(starts[i]));
            starts[i + 1] = starts[i] + own.Length;
        }

        return new Headlines(starts, words);
    }

    /// <summary>Ascending.</summary>
    public ReadOnlySpan<uint> this[int article] => _words.AsSpan(_starts[article], _starts[article + 1] - _starts[article]);

    public HeadlineMarks MarksOf(int article)
    {
        var marks = default(HeadlineMarks);
        foreach (var word in this[article])
        {
            marks = (word & HeadlineReader.NumberBit) == 0 ? marks.With(word) : marks;
        }

        return marks;
    }

    /// <summary>Equal for headlines with the same words in any order; no two of these stand in one list. 0 where a headline has no word.</summary>
    public ulong CopyKeyOf(int article)
    {
        var key = 0UL;
        foreach (var word in this[article])
        {
            key = (BitOperations.RotateLeft(key, 23) ^ word) * 0x9E37_79B9_7F4A_7C15;
        }

        return key;
    }

    /// <summary>How many words two headlines share; numbers do not count.</summary>
    public int Shared(int left, int right)
    {
        var words = this[left];
        var shared = 0;
        foreach (var word in this[right])
        {
            shared += (word & HeadlineReader.NumberBit) == 0 && words.Contains(word) ? 1 : 0;
        }

        return shared;
    }

    /// <summary>
    /// Whether two headlines are one story sent twice: the same words, or four of five of all that stand in either, such as all but the
    /// agency's name at the end. In a short headline one word more makes another story ("northern" for "southern"), and a number always does.
    /// </summary>
    public bool AreCopies(int left, int right)
    {
        var first = this[left];
        var second = this[right];
        var (fewer, more) = (Math.Min(first.Length, second.Length), Math.Max(first.Length, second.Length));
        if (fewer * 5 < more * 4)
        {
            return false;
        }

        var (shared, numbersShared, numbersDiffer) = Count(first, second);
        var both = shared + numbersShared;
        var all = fewer + more - both;
        if (numbersDiffer || shared < CopyMinWords)
        {
            return all > 0 && both == all;
        }

        return both * 5 >= all * 4;
    }

    private static (int Shared, int NumbersShared, bool NumbersDiffer) Count(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right)
    {
        var (shared, numbersShared, i, j) = (0, 0, 0, 0);
        while (i < left.Length && j < right.Length)
        {
            if (left[i] == right[j])
            {
                var isNumber = (int)(left[i] >> 31);
                numbersShared += isNumber;
                shared += 1 - isNumber;
                i++;
                j++;
            }
            else if (left[i] < right[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return (shared, numbersShared, Numbers(left) != numbersShared || Numbers(right) != numbersShared);
    }

    /// <summary>Numbers have the highest hashes, so they stand at the end.</summary>
    private static int Numbers(ReadOnlySpan<uint> words)
    {
        var count = 0;
        while (count < words.Length && (words[^(count + 1)] & HeadlineReader.NumberBit) != 0)
        {
            count++;
        }

        return count;
    }
}
