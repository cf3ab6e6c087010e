using System.Text;

namespace StaticNews.Benchmarks.Corpus;

/// <summary>
/// The words of the archive, the commonest first: real ones that hold sentences together, then invented ones.
/// </summary>
internal sealed class Vocabulary
{
    private const int Size = 18_000;

    private const int MinChars = 4;

    /// <summary>From this rank on words say what an article is about.</summary>
    private const int TopicalFrom = 400;

    private static readonly string[] Common =
    [
        .. """
            the to of and a in on that for was it with said as his at by has from be he have are an will not they who
            after but been this had their which more its
            were or one would about when there also than up out two over into her new first could she some all last
            most other no under where since before against
            week day night city town court council minister police people members house bank company river road school
            hospital price vote law deal talks report
            figures plan work team game season goal farm crop storm water power rail port market budget tax loan strike
            letter hearing inquiry witness leader party
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    private static readonly string[] Onsets =
    [
        "b",
        "c",
        "d",
        "f",
        "g",
        "h",
        "l",
        "m",
        "n",
        "p",
        "r",
        "s",
        "t",
        "v",
        "w",
        "st",
        "tr",
        "pl",
        "gr",
        "ch",
        "sh",
        "br",
        "cl",
        "m",
        "n",
        "l",
        "r",
        "s",
    ];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "a", "e", "o", "ea", "ou", "ie", "ai"];
    private static readonly string[] Codas = ["", "", "", "n", "r", "l", "s", "t", "rd", "nt", "ck", "m"];

    private readonly string[] _words;

    private readonly RankTable _ranks = new(Size, flatness: 3);

    public Vocabulary(ref SeededRandom dice)
    {
        var known = new HashSet<string>(Common, StringComparer.Ordinal);
        _words = new string[Size];
        Common.CopyTo(_words, 0);
        for (var i = Common.Length; i < Size; i++)
        {
            _words[i] = Invent(ref dice, known);
        }
    }

    public string Pick(ref SeededRandom dice) => _words[_ranks.Pick(ref dice)];

    /// <summary>One of sixteen words that the articles of a tag have in common.</summary>
    public string PickAbout(int tag, ref SeededRandom dice)
    {
        var topic = SeededRandom.For(tag, dice.Below(16), RandomPurpose.World);
        return _words[TopicalFrom + topic.Below(Size - TopicalFrom)];
    }

    /// <summary>
    /// A word that no other call has given; too long for "no" and "on", which YAML may take for something else.
    /// </summary>
    public static string Invent(ref SeededRandom dice, HashSet<string> known)
    {
        var word = new StringBuilder();
        while (true)
        {
            word.Clear();
            for (var syllables = dice.Between(1, 3); syllables > 0; syllables--)
            {
                word.Append(Onsets[dice.Below(Onsets.Length)]).Append(Vowels[dice.Below(Vowels.Length)]);
            }

            var found = word.Append(Codas[dice.Below(Codas.Length)]).ToString();
            if (found.Length >= MinChars && known.Add(found))
            {
                return found;
            }
        }
    }
}
