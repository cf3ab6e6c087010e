using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using StaticNews.Content;

namespace StaticNews.Archive.Related;

/// <summary>The words of all headlines, as hashes in one flat array: about 30 bytes per article.</summary>
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
    public ReadOnlySpan<uint> this[int article] =>
        _words.AsSpan(_starts[article], _starts[article + 1] - _starts[article]);

    public HeadlineMarks MarksOf(int article)
    {
        var marks = default(HeadlineMarks);
        foreach (var word in this[article])
        {
            marks = (word & HeadlineReader.NumberBit) == 0 ? marks.With(word) : marks;
        }

        return marks;
    }

    /// <summary>
    /// Equal for headlines with the same words in any order; no two of these stand in one list. 0 where a headline has
    /// no word.
    /// </summary>
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
    /// Whether two headlines are one story sent twice: the same words, or four of five of all that stand in either,
    /// such as all but the agency's name at the end. In a short headline one word more makes another story ("northern"
    /// for "southern"), and a number always does.
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

    private static (int Shared, int NumbersShared, bool NumbersDiffer) Count(
        ReadOnlySpan<uint> left,
        ReadOnlySpan<uint> right
    )
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

/// <summary>
/// A bound for two headlines' common words without looking at them: 128 bits, of which each word sets one.
/// Numbers set none.
/// </summary>
/// <param name="Repeats">How many words set a bit that was set already.</param>
internal readonly record struct HeadlineMarks(ulong Low, ulong High, int Repeats)
{
    public HeadlineMarks With(uint word)
    {
        var (low, high) = Bit(word);
        return new HeadlineMarks(Low | low, High | high, Repeats + (((Low & low) | (High & high)) != 0 ? 1 : 0));
    }

    /// <summary>
    /// The headlines share no more words than this: a common bit is one word, and any other must be one that set a bit
    /// again.
    /// </summary>
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

/// <summary>
/// Takes headlines apart into hashed words. Reused for one headline after the other; not shared between threads.
/// </summary>
internal sealed class HeadlineReader
{
    /// <summary>
    /// The longest headlines of newspapers have about 20 words that carry meaning; a title that is a whole paragraph
    /// stops counting here.
    /// </summary>
    private const int MaxWords = 24;

    /// <summary>Set in the hash of a number: it tells two headlines apart ("Day 2") and makes none alike.</summary>
    public const uint NumberBit = 0x8000_0000;

    // FNV-1a, 32 bits (draft-eastlake-fnv).
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    private static readonly FrozenSet<uint> NumberWords =
        "one two three four five six seven eight nine ten first second third fourth fifth ii iii iv vi vii viii ix"
            .Split(' ')
            .Select(static word => HashLetters(word))
            .ToFrozenSet();

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
    /// The next run of letters, marks and digits. Scripts that write no spaces give pairs of neighbours instead, each
    /// beginning one further.
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
        c
            is (>= '\u0E00' and <= '\u0EFF')
                or (>= '\u1000' and <= '\u109F')
                or (>= '\u1780' and <= '\u17FF')
                or (>= '\u3040' and <= '\u30FF')
                or (>= '\u3400' and <= '\u9FFF')
                or (>= '\uD840' and <= '\uDFFF');
}

/// <summary>
/// Words that headlines share without being about the same thing, by language; a language that is not here has none.
/// </summary>
internal static class StopWords
{
    private static readonly FrozenSet<uint> Nothing = FrozenSet<uint>.Empty;

    private static readonly FrozenDictionary<string, FrozenSet<uint>> ByLanguage = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["ar"] = "في من على إلى عن مع هذا هذه ذلك التي الذي أن إن كان بعد قبل بين ما لا كل حتى أو ثم قد",
        ["de"] =
            "der die das den dem des ein eine einen einem einer und oder aber nicht mit von vom zu zum zur in im "
            + "ins auf an am aus bei für über unter nach vor "
            + "um als wie ist sind war wird werden hat haben es er sie wir ich sich auch noch nur mehr so was wer "
            + "wo bis durch gegen ohne",
        ["en"] =
            "the an and or but not of in on at to for from by with about as into over after before under up down "
            + "out off is are was were be been being has "
            + "have had do does did it its this that these those he she his her they their them we our you your "
            + "who what when where why how will would can "
            + "could may might must should than then there here no nor so if more most new says said say amid us "
            + "against all just now get gets",
        ["es"] =
            "el la los las un una unos unas y o pero no de del en a al por para con sin sobre tras entre hasta "
            + "desde que se su sus es son fue ser ha han más muy "
            + "como le lo este esta ese esa ya",
        ["fr"] =
            "le la les un une des du de et ou mais ne pas en au aux à dans par pour avec sans sur sous entre vers "
            + "que qui quoi dont où ce cet cette ces son sa "
            + "ses leur leurs il elle ils elles on nous vous se est sont été être plus après avant",
        ["he"] = "של על את אל עם לא גם כל או אם כי זה זו זאת הוא היא הם אני אין יש עד בין אחרי לפני",
        ["hi"] = "का की के में से को पर और या है हैं था थे थी ने यह वह भी नहीं हो कर एक लिए तक",
        ["it"] =
            "il lo la gli le un uno una e o ma non di del della dei delle da dal in nel nella a al alla per con su "
            + "sul tra fra che chi si è sono era ha più come",
        ["nl"] =
            "de het een en of maar niet van in op aan te ten ter voor met zonder over onder na uit bij tot door "
            + "tegen is zijn was wordt worden heeft dat die dit "
            + "deze er ook nog meer als",
        ["pl"] =
            "i a w we z ze na do od po za o u przez dla nad pod przed nie to że się jest są był była było oraz czy "
            + "jak ale",
        ["pt"] =
            "o a os as um uma uns umas e ou mas não de do da dos das em no na nos nas por pelo pela para com sem "
            + "sobre entre que se seu sua é são foi ser mais como",
        ["ru"] =
            "и в во на с со по за от до из к у о об не но а или что как это его её их для при без над под после "
            + "перед через был была было были же ли бы",
        ["sv"] =
            "och eller men inte av i på till från med utan för om över under efter före är var blir har den det de "
            + "en ett som att sig sin",
        ["tr"] = "ve veya ama ile için bir bu şu da de ki mi ne gibi daha çok en sonra önce",
        ["uk"] =
            "і й та в у на з із до від по за про не але або що як це його її їх для при без над під після перед "
            + "через був була було були",
    }.ToFrozenDictionary(pair => pair.Key, pair => Hashes(pair.Value), StringComparer.Ordinal);

    /// <param name="language">BCP 47; only its first part counts.</param>
    public static FrozenSet<uint> Of(string language)
    {
        var hyphen = language.IndexOf('-');
        var primary = (hyphen < 0 ? language : language[..hyphen]).ToLowerInvariant();
        return ByLanguage.GetValueOrDefault(primary, Nothing);
    }

    private static FrozenSet<uint> Hashes(string words) =>
        words.Split(' ').Select(word => HeadlineReader.Hash(word)).ToFrozenSet();
}
