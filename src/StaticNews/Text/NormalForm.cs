using System.Collections.Frozen;
using System.Text;

namespace StaticNews.Text;

/// <summary>
/// Unicode's normalization form C (UAX #15) for the letters that keyboards and file systems really write in two ways: macOS file names, nukta
/// letters of Indic scripts, kana with voicing marks, Hangul. The framework's own <c>Normalize</c> does nothing where globalization is invariant,
/// and with the system's library it would change with the machine. Latin letters are not here: <see cref="LatinLetters"/> folds both ways alike.
/// </summary>
internal static class NormalForm
{
    /// <summary>Triples: a letter, the mark after it, and the one letter that stands for both (UnicodeData.txt, canonical decompositions).</summary>
    private const string Composed =
        // Greek
        "\u00A8\u0301\u0385\u0391\u0301\u0386\u0395\u0301\u0388\u0397\u0301\u0389\u0399\u0301\u038A\u039F\u0301\u038C" +
        "\u03A5\u0301\u038E\u03A9\u0301\u038F\u03CA\u0301\u0390\u0399\u0308\u03AA\u03A5\u0308\u03AB\u03B1\u0301\u03AC" +
        "\u03B5\u0301\u03AD\u03B7\u0301\u03AE\u03B9\u0301\u03AF\u03CB\u0301\u03B0\u03B9\u0308\u03CA\u03C5\u0308\u03CB" +
        "\u03BF\u0301\u03CC\u03C5\u0301\u03CD\u03C9\u0301\u03CE\u03D2\u0301\u03D3\u03D2\u0308\u03D4" +
        // Cyrillic
        "\u0415\u0300\u0400\u0415\u0308\u0401\u0413\u0301\u0403\u0406\u0308\u0407\u041A\u0301\u040C\u0418\u0300\u040D" +
        "\u0423\u0306\u040E\u0418\u0306\u0419\u0438\u0306\u0439\u0435\u0300\u0450\u0435\u0308\u0451\u0433\u0301\u0453" +
        "\u0456\u0308\u0457\u043A\u0301\u045C\u0438\u0300\u045D\u0443\u0306\u045E\u0474\u030F\u0476\u0475\u030F\u0477" +
        "\u0416\u0306\u04C1\u0436\u0306\u04C2\u0410\u0306\u04D0\u0430\u0306\u04D1\u0410\u0308\u04D2\u0430\u0308\u04D3" +
        "\u0415\u0306\u04D6\u0435\u0306\u04D7\u04D8\u0308\u04DA\u04D9\u0308\u04DB\u0416\u0308\u04DC\u0436\u0308\u04DD" +
        "\u0417\u0308\u04DE\u0437\u0308\u04DF\u0418\u0304\u04E2\u0438\u0304\u04E3\u0418\u0308\u04E4\u0438\u0308\u04E5" +
        "\u041E\u0308\u04E6\u043E\u0308\u04E7\u04E8\u0308\u04EA\u04E9\u0308\u04EB\u042D\u0308\u04EC\u044D\u0308\u04ED" +
        "\u0423\u0304\u04EE\u0443\u0304\u04EF\u0423\u0308\u04F0\u0443\u0308\u04F1\u0423\u030B\u04F2\u0443\u030B\u04F3" +
        "\u0427\u0308\u04F4\u0447\u0308\u04F5\u042B\u0308\u04F8\u044B\u0308\u04F9" +
        // Arabic
        "\u0627\u0653\u0622\u0627\u0654\u0623\u0648\u0654\u0624\u0627\u0655\u0625\u064A\u0654\u0626\u06D5\u0654\u06C0" +
        "\u06C1\u0654\u06C2\u06D2\u0654\u06D3" +
        // Devanagari
        "\u0928\u093C\u0929\u0930\u093C\u0931\u0933\u093C\u0934" +
        // Bengali
        "\u09C7\u09BE\u09CB\u09C7\u09D7\u09CC" +
        // Oriya
        "\u0B47\u0B56\u0B48\u0B47\u0B3E\u0B4B\u0B47\u0B57\u0B4C" +
        // Tamil
        "\u0B92\u0BD7\u0B94\u0BC6\u0BBE\u0BCA\u0BC7\u0BBE\u0BCB\u0BC6\u0BD7\u0BCC" +
        // Telugu
        "\u0C46\u0C56\u0C48" +
        // Kannada
        "\u0CBF\u0CD5\u0CC0\u0CC6\u0CD5\u0CC7\u0CC6\u0CD6\u0CC8\u0CC6\u0CC2\u0CCA\u0CCA\u0CD5\u0CCB" +
        // Malayalam
        "\u0D46\u0D3E\u0D4A\u0D47\u0D3E\u0D4B\u0D46\u0D57\u0D4C" +
        // Sinhala
        "\u0DD9\u0DCA\u0DDA\u0DD9\u0DCF\u0DDC\u0DDC\u0DCA\u0DDD\u0DD9\u0DDF\u0DDE" +
        // Myanmar
        "\u1025\u102E\u1026" +
        // Hiragana
        "\u304B\u3099\u304C\u304D\u3099\u304E\u304F\u3099\u3050\u3051\u3099\u3052\u3053\u3099\u3054\u3055\u3099\u3056" +
        "\u3057\u3099\u3058\u3059\u3099\u305A\u305B\u3099\u305C\u305D\u3099\u305E\u305F\u3099\u3060\u3061\u3099\u3062" +
        "\u3064\u3099\u3065\u3066\u3099\u3067\u3068\u3099\u3069\u306F\u3099\u3070\u306F\u309A\u3071\u3072\u3099\u3073" +
        "\u3072\u309A\u3074\u3075\u3099\u3076\u3075\u309A\u3077\u3078\u3099\u3079\u3078\u309A\u307A\u307B\u3099\u307C" +
        "\u307B\u309A\u307D\u3046\u3099\u3094\u309D\u3099\u309E" +
        // Katakana
        "\u30AB\u3099\u30AC\u30AD\u3099\u30AE\u30AF\u3099\u30B0\u30B1\u3099\u30B2\u30B3\u3099\u30B4\u30B5\u3099\u30B6" +
        "\u30B7\u3099\u30B8\u30B9\u3099\u30BA\u30BB\u3099\u30BC\u30BD\u3099\u30BE\u30BF\u3099\u30C0\u30C1\u3099\u30C2" +
        "\u30C4\u3099\u30C5\u30C6\u3099\u30C7\u30C8\u3099\u30C9\u30CF\u3099\u30D0\u30CF\u309A\u30D1\u30D2\u3099\u30D3" +
        "\u30D2\u309A\u30D4\u30D5\u3099\u30D6\u30D5\u309A\u30D7\u30D8\u3099\u30D9\u30D8\u309A\u30DA\u30DB\u3099\u30DC" +
        "\u30DB\u309A\u30DD\u30A6\u3099\u30F4\u30EF\u3099\u30F7\u30F0\u3099\u30F8\u30F1\u3099\u30F9\u30F2\u3099\u30FA" +
        "\u30FD\u3099\u30FE";

    /// <summary>Triples: a letter that form C takes apart (CompositionExclusions.txt), and its two parts.</summary>
    private const string TakenApart =
        "\u0958\u0915\u093C\u0959\u0916\u093C\u095A\u0917\u093C\u095B\u091C\u093C\u095C\u0921\u093C\u095D\u0922\u093C" +
        "\u095E\u092B\u093C\u095F\u092F\u093C\u09DC\u09A1\u09BC\u09DD\u09A2\u09BC\u09DF\u09AF\u09BC\u0A33\u0A32\u0A3C" +
        "\u0A36\u0A38\u0A3C\u0A59\u0A16\u0A3C\u0A5A\u0A17\u0A3C\u0A5B\u0A1C\u0A3C\u0A5E\u0A2B\u0A3C\u0B5C\u0B21\u0B3C" +
        "\u0B5D\u0B22\u0B3C";

    // The Hangul syllables are composed by arithmetic (The Unicode Standard, section 3.12).
    private const int FirstSyllable = 0xAC00;
    private const int FirstLead = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int BeforeFirstTail = 0x11A7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Tails = 28;

    private static readonly FrozenDictionary<(char Letter, char Mark), char> Compositions = Pairs(Composed);

    private static readonly FrozenDictionary<char, string> Decompositions = Parts(TakenApart);

    public static string Compose(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var composed = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (Decompositions.TryGetValue(unit, out var parts))
            {
                composed.Append(parts);
            }
            else if (composed.Length > 0 && Join(composed[^1], unit) is var joined and not '\0')
            {
                composed[^1] = joined;
            }
            else
            {
                composed.Append(unit);
            }
        }

        return composed.ToString();
    }

    private static char Join(char letter, char mark)
    {
        if (letter is >= (char)FirstLead and < (char)(FirstLead + Leads) && mark is >= (char)FirstVowel and < (char)(FirstVowel + Vowels))
        {
            return (char)(FirstSyllable + ((((letter - FirstLead) * Vowels) + (mark - FirstVowel)) * Tails));
        }

        var isOpenSyllable = letter is >= (char)FirstSyllable and < (char)(FirstSyllable + (Leads * Vowels * Tails))
            && (letter - FirstSyllable) % Tails == 0;
        if (isOpenSyllable && mark is > (char)BeforeFirstTail and < (char)(BeforeFirstTail + Tails))
        {
            return (char)(letter + (mark - BeforeFirstTail));
        }

        return Compositions.GetValueOrDefault((letter, mark));
    }

    private static FrozenDictionary<(char Letter, char Mark), char> Pairs(string triples)
    {
        var pairs = new Dictionary<(char, char), char>(triples.Length / 3);
        for (var i = 0; i < triples.Length; i += 3)
        {
            pairs.Add((triples[i], triples[i + 1]), triples[i + 2]);
        }

        return pairs.ToFrozenDictionary();
    }

    private static FrozenDictionary<char, string> Parts(string triples)
    {
        var parts = new Dictionary<char, string>(triples.Length / 3);
        for (var i = 0; i < triples.Length; i += 3)
        {
            parts.Add(triples[i], triples.Substring(i + 1, 2));
        }

        return parts.ToFrozenDictionary();
    }
}
