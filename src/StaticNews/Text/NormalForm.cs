using System.Collections.Frozen;
using System.Text;

namespace StaticNews.Text;

/// <summary>
/// Unicode's normalization form C (UAX #15) for what keyboards and file systems really write in two ways: macOS file
/// names, nukta letters of Indic scripts, kana with voicing marks, Hangul. It is <see cref="Decomposition"/> read
/// backwards. Marks are taken in the order in which they stand: several marks on one letter in an unusual order stay
/// apart.
/// </summary>
internal static class NormalForm
{
    private static readonly FrozenDictionary<(char Letter, char Mark), char> Compositions = Decomposition
        .Pairs.Where(static pair => !IsExcluded(pair.Whole))
        .ToFrozenDictionary(static pair => (pair.Letter, pair.Mark), static pair => pair.Whole);

    public static string Compose(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var composed = new StringBuilder(text.Length);
        var parts = new List<char>();
        foreach (var unit in text)
        {
            parts.Clear();
            if (IsExcluded(unit))
            {
                Decomposition.Append(unit, parts);
            }
            else
            {
                parts.Add(unit);
            }

            foreach (var part in parts)
            {
                Append(composed, part);
            }
        }

        return composed.ToString();
    }

    private static void Append(StringBuilder composed, char unit)
    {
        if (composed.Length > 0 && Join(composed[^1], unit) is var joined and not '\0')
        {
            composed[^1] = joined;
        }
        else
        {
            composed.Append(unit);
        }
    }

    private static char Join(char letter, char mark) =>
        Decomposition.JoinHangul(letter, mark) is var syllable and not '\0'
            ? syllable
            : Compositions.GetValueOrDefault((letter, mark));

    /// <summary>
    /// Characters that form C takes apart and never makes (CompositionExclusions.txt, and those that begin with a
    /// mark).
    /// </summary>
    private static bool IsExcluded(char whole) =>
        whole
            is '\u0344'
                or '\u2ADC'
                or (>= '\u0958' and <= '\u095F')
                or '\u09DC'
                or '\u09DD'
                or '\u09DF'
                or '\u0A33'
                or '\u0A36'
                or (>= '\u0A59' and <= '\u0A5E')
                or '\u0B5C'
                or '\u0B5D'
                or (>= '\u0F40' and <= '\u0FB9')
                or (>= '\uFB1D' and <= '\uFB4E');
}

/// <summary>
/// Letters taken apart into base and marks (Unicode Standard Annex #15, canonical decomposition), so that "é" as one
/// character and as two compare as equal. Written here because the framework's own normalisation does nothing when it
/// runs without ICU, as this program does on every machine. Covers the Basic Multilingual Plane without the
/// compatibility ideographs.
/// </summary>
internal static class Decomposition
{
    // Hangul syllables are made by arithmetic: the Unicode Standard, section 3.12.
    private const int SyllableBase = 0xAC00;
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TailBase = 0x11A7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Tails = 28;
    private const int Syllables = 11172;

    private static readonly FrozenDictionary<char, (char Letter, char Mark)> Parts = Read();

    /// <summary>Every character with two parts, but Hangul's: <c>é</c> with <c>e</c> and the accent.</summary>
    public static IEnumerable<(char Whole, char Letter, char Mark)> Pairs =>
        Parts
            .Where(static part => part.Value.Mark != '\0')
            .Select(static part => (part.Key, part.Value.Letter, part.Value.Mark));

    /// <summary>The syllable of a lead and a vowel, or of an open syllable and a tail; NUL for anything else.</summary>
    public static char JoinHangul(char left, char right)
    {
        if (left - LeadBase is >= 0 and < Leads and var lead && right - VowelBase is >= 0 and < Vowels and var vowel)
        {
            return (char)(SyllableBase + (((lead * Vowels) + vowel) * Tails));
        }

        var isOpen = left - SyllableBase is >= 0 and < Syllables and var syllable && syllable % Tails == 0;
        return isOpen && right - TailBase is > 0 and < Tails and var tail ? (char)(left + tail) : '\0';
    }

    /// <summary>Appends the parts of a character: itself where it has none.</summary>
    public static void Append(char c, List<char> parts)
    {
        if (c - SyllableBase is >= 0 and < Syllables and var syllable)
        {
            AppendSyllable(syllable, parts);
        }
        else if (!Parts.TryGetValue(c, out var part))
        {
            parts.Add(c);
        }
        else
        {
            Append(part.Letter, parts);
            if (part.Mark != '\0')
            {
                Append(part.Mark, parts);
            }
        }
    }

    private static void AppendSyllable(int syllable, List<char> parts)
    {
        parts.Add((char)(LeadBase + (syllable / (Vowels * Tails))));
        parts.Add((char)(VowelBase + (syllable % (Vowels * Tails) / Tails)));
        if (syllable % Tails > 0)
        {
            parts.Add((char)(TailBase + (syllable % Tails)));
        }
    }

    private static FrozenDictionary<char, (char Letter, char Mark)> Read()
    {
        var parts = new Dictionary<char, (char Letter, char Mark)>();
        foreach (var (mark, pairs) in Table)
        {
            for (var i = 0; i < pairs.Length; i += 2)
            {
                parts.Add(pairs[i + 1], (pairs[i], mark));
            }
        }

        return parts.ToFrozenDictionary();
    }

    /// <summary>
    /// From UnicodeData.txt: for each mark, pairs of a letter and of that letter with the mark. The first line:
    /// characters that are another one.
    /// </summary>
    private static ReadOnlySpan<(char Mark, string Pairs)> Table =>
        new (char Mark, string Pairs)[]
        {
            (
                '\0',
                "\u0300\u0340\u0301\u0341\u0313\u0343\u02B9\u0374\u003B\u037E\u00B7\u0387\u03AC\u1F71\u03AD"
                    + "\u1F73\u03AE\u1F75"
                    + "\u03AF\u1F77\u03CC\u1F79\u03CD\u1F7B\u03CE\u1F7D\u0386\u1FBB\u03B9\u1FBE\u0388\u1FC9"
                    + "\u0389\u1FCB\u0390\u1FD3"
                    + "\u038A\u1FDB\u03B0\u1FE3\u038E\u1FEB\u0385\u1FEE\u0060\u1FEF\u038C\u1FF9\u038F\u1FFB"
                    + "\u00B4\u1FFD\u2002\u2000"
                    + "\u2003\u2001\u03A9\u2126\u004B\u212A\u00C5\u212B\u3008\u2329\u3009\u232A"
            ),
            (
                '\u0300',
                "AÀEÈIÌOÒUÙaàeèiìoòuùÜǛüǜNǸnǹЕЀИЍеѐиѝĒḔēḕŌṐōṑWẀwẁÂẦâầĂẰăằÊỀêềÔỒôồƠỜơờƯỪưừYỲyỳἀἂἁἃἈἊἉἋἐἒἑἓἘἚἙἛ"
                    + "ἠἢἡἣἨἪἩἫἰἲἱἳἸἺἹἻὀὂ"
                    + "ὁὃὈὊὉὋὐὒὑὓὙὛὠὢὡὣὨὪὩὫαὰεὲηὴιὶοὸυὺωὼΑᾺΕῈΗῊ\u1FBF\u1FCDϊῒΙῚ\u1FFE\u1FDDϋῢΥῪ\u00A8\u1FEDΟῸΩῺ"
            ),
            (
                '\u0301',
                "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÜǗüǘGǴgǵÅǺåǻÆǼæǽØǾøǿ\u0308\u0344\u00A8\u0385"
                    + "ΑΆΕΈΗΉΙΊΟΌΥΎΩΏϊΐαά"
                    + "εέηήιίϋΰοόυύωώϒϓГЃКЌгѓкќÇḈçḉĒḖēḗÏḮïḯKḰkḱMḾmḿÕṌõṍŌṒōṓPṔpṕŨṸũṹWẂwẃÂẤâấĂẮăắÊẾêếÔỐôốƠỚơớƯỨưứ"
                    + "ἀἄἁἅἈἌἉἍἐἔἑἕἘἜἙἝἠἤἡἥἨἬ"
                    + "ἩἭἰἴἱἵἸἼἹἽὀὄὁὅὈὌὉὍὐὔὑὕὙὝὠὤὡὥὨὬὩὭ\u1FBF\u1FCE\u1FFE\u1FDE"
            ),
            ('\u0302', "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑẠẬạậẸỆẹệỌỘọộ"),
            ('\u0303', "AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽÂẪâẫĂẴăẵEẼeẽÊỄêễÔỖôỗƠỠơỡƯỮưữYỸyỹ"),
            ('\u0304', "AĀaāEĒeēIĪiīOŌoōUŪuūÜǕüǖÄǞäǟȦǠȧǡÆǢæǣǪǬǫǭÖȪöȫÕȬõȭȮȰȯȱYȲyȳИӢиӣУӮуӯGḠgḡḶḸḷḹṚṜṛṝαᾱΑᾹιῑΙῙυῡΥῩ"),
            ('\u0306', "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭУЎИЙийуўЖӁжӂАӐаӑЕӖеӗȨḜȩḝẠẶạặαᾰΑᾸιῐΙῘυῠΥῨ"),
            ('\u0307', "CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅPṖpṗRṘrṙSṠsṡŚṤśṥŠṦšṧṢṨṣṩTṪtṫWẆwẇXẊxẋYẎyẏſẛ"),
            (
                '\u0308',
                "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸΙΪΥΫιϊυϋϒϔЕЁІЇеёіїАӒаӓӘӚәӛЖӜжӝЗӞзӟИӤиӥОӦоӧӨӪөӫЭӬэӭУӰуӱЧӴчӵЫӸыӹHḦhḧÕṎ"
                    + "õṏŪṺūṻWẄwẅXẌxẍtẗ"
            ),
            ('\u0309', "AẢaảÂẨâẩĂẲăẳEẺeẻÊỂêểIỈiỉOỎoỏÔỔôổƠỞơởUỦuủƯỬưửYỶyỷ"),
            ('\u030A', "AÅaåUŮuůwẘyẙ"),
            ('\u030B', "OŐoőUŰuűУӲуӳ"),
            ('\u030C', "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔÜǙüǚGǦgǧKǨkǩƷǮʒǯjǰHȞhȟ"),
            ('\u030F', "AȀaȁEȄeȅIȈiȉOȌoȍRȐrȑUȔuȕѴѶѵѷ"),
            ('\u0311', "AȂaȃEȆeȇIȊiȋOȎoȏRȒrȓUȖuȗ"),
            ('\u0313', "αἀΑἈεἐΕἘηἠΗἨιἰΙἸοὀΟὈυὐωὠΩὨρῤ"),
            ('\u0314', "αἁΑἉεἑΕἙηἡΗἩιἱΙἹοὁΟὉυὑΥὙωὡΩὩρῥΡῬ"),
            ('\u031B', "OƠoơUƯuư"),
            ('\u0323', "BḄbḅDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿWẈwẉZẒzẓAẠaạEẸeẹIỊiịOỌoọƠỢơợUỤuụƯỰưựYỴyỵ"),
            ('\u0324', "UṲuṳ"),
            ('\u0325', "AḀaḁ"),
            ('\u0326', "SȘsșTȚtț"),
            ('\u0327', "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩDḐdḑHḨhḩ"),
            ('\u0328', "AĄaąEĘeęIĮiįUŲuųOǪoǫ"),
            ('\u032D', "DḒdḓEḘeḙLḼlḽNṊnṋTṰtṱUṶuṷ"),
            ('\u032E', "HḪhḫ"),
            ('\u0330', "EḚeḛIḬiḭUṴuṵ"),
            ('\u0331', "BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕhẖ"),
            ('\u0338', "←↚→↛↔↮⇐⇍⇔⇎⇒⇏∃∄∈∉∋∌∣∤∥∦∼≁≃≄≅≇≈≉=≠≡≢≍≭<≮>≯≤≰≥≱≲≴≳≵≶≸≷≹≺⊀≻⊁⊂⊄⊃⊅⊆⊈⊇⊉⊢⊬⊨⊭⊩⊮⊫⊯≼⋠≽⋡⊑⋢⊒⋣⊲⋪⊳⋫⊴⋬⊵⋭⫝⫝̸"),
            ('\u0342', "ἀἆἁἇἈἎἉἏἠἦἡἧἨἮἩἯἰἶἱἷἸἾἹἿὐὖὑὗὙὟὠὦὡὧὨὮὩὯαᾶ\u00A8\u1FC1ηῆ\u1FBF\u1FCFιῖϊῗ\u1FFE\u1FDFυῦϋῧωῶ"),
            (
                '\u0345',
                "ἀᾀἁᾁἂᾂἃᾃἄᾄἅᾅἆᾆἇᾇἈᾈἉᾉἊᾊἋᾋἌᾌἍᾍἎᾎἏᾏἠᾐἡᾑἢᾒἣᾓἤᾔἥᾕἦᾖἧᾗἨᾘἩᾙἪᾚἫᾛἬᾜἭᾝἮᾞἯᾟὠᾠὡᾡὢᾢὣᾣὤᾤὥᾥὦᾦὧᾧὨᾨὩᾩὪᾪὫᾫὬᾬὭᾭ"
                    + "ὮᾮὯᾯὰᾲαᾳάᾴᾶᾷΑᾼὴῂηῃ"
                    + "ήῄῆῇΗῌὼῲωῳώῴῶῷΩῼ"
            ),
            ('\u05B4', "\u05D9יִ"),
            ('\u05B7', "\u05F2ײַ\u05D0אַ"),
            ('\u05B8', "\u05D0אָ"),
            ('\u05B9', "\u05D5וֹ"),
            (
                '\u05BC',
                "\u05D0אּ\u05D1בּ\u05D2גּ\u05D3דּ\u05D4הּ\u05D5וּ\u05D6זּ\u05D8טּ\u05D9יּ\u05DAךּ\u05DBכּ\u05DCלּ\u05DEמּ"
                    + "\u05E0נּ\u05E1סּ"
                    + "\u05E3ףּ\u05E4פּ\u05E6צּ\u05E7קּ\u05E8רּ\u05E9שּ\u05EAתּ"
            ),
            ('\u05BF', "\u05D1בֿ\u05DBכֿ\u05E4פֿ"),
            ('\u05C1', "\u05E9שׁשּשּׁ"),
            ('\u05C2', "\u05E9שׂשּשּׂ"),
            ('\u0653', "\u0627\u0622"),
            ('\u0654', "\u0627\u0623\u0648\u0624\u064A\u0626\u06D5\u06C0\u06C1\u06C2\u06D2\u06D3"),
            ('\u0655', "\u0627\u0625"),
            (
                '\u093C',
                "\u0928\u0929\u0930\u0931\u0933\u0934\u0915\u0958\u0916\u0959\u0917\u095A\u091C\u095B\u0921"
                    + "\u095C\u0922\u095D"
                    + "\u092B\u095E\u092F\u095F"
            ),
            ('\u09BC', "\u09A1\u09DC\u09A2\u09DD\u09AF\u09DF"),
            ('\u09BE', "\u09C7\u09CB"),
            ('\u09D7', "\u09C7\u09CC"),
            ('\u0A3C', "\u0A32\u0A33\u0A38\u0A36\u0A16\u0A59\u0A17\u0A5A\u0A1C\u0A5B\u0A2B\u0A5E"),
            ('\u0B3C', "\u0B21\u0B5C\u0B22\u0B5D"),
            ('\u0B3E', "\u0B47\u0B4B"),
            ('\u0B56', "\u0B47\u0B48"),
            ('\u0B57', "\u0B47\u0B4C"),
            ('\u0BBE', "\u0BC6\u0BCA\u0BC7\u0BCB"),
            ('\u0BD7', "\u0B92\u0B94\u0BC6\u0BCC"),
            ('\u0C56', "\u0C46\u0C48"),
            ('\u0CC2', "\u0CC6\u0CCA"),
            ('\u0CD5', "\u0CBF\u0CC0\u0CC6\u0CC7\u0CCA\u0CCB"),
            ('\u0CD6', "\u0CC6\u0CC8"),
            ('\u0D3E', "\u0D46\u0D4A\u0D47\u0D4B"),
            ('\u0D57', "\u0D46\u0D4C"),
            ('\u0DCA', "\u0DD9\u0DDA\u0DDC\u0DDD"),
            ('\u0DCF', "\u0DD9\u0DDC"),
            ('\u0DDF', "\u0DD9\u0DDE"),
            ('\u0F72', "\u0F71\u0F73"),
            ('\u0F74', "\u0F71\u0F75"),
            ('\u0F80', "\u0FB2\u0F76\u0FB3\u0F78\u0F71\u0F81"),
            ('\u0FB5', "\u0F40\u0F69\u0F90\u0FB9"),
            (
                '\u0FB7',
                "\u0F42\u0F43\u0F4C\u0F4D\u0F51\u0F52\u0F56\u0F57\u0F5B\u0F5C\u0F92\u0F93\u0F9C\u0F9D\u0FA1"
                    + "\u0FA2\u0FA6\u0FA7"
                    + "\u0FAB\u0FAC"
            ),
            ('\u102E', "\u1025\u1026"),
            (
                '\u1B35',
                "\u1B05\u1B06\u1B07\u1B08\u1B09\u1B0A\u1B0B\u1B0C\u1B0D\u1B0E\u1B11\u1B12\u1B3A\u1B3B\u1B3C"
                    + "\u1B3D\u1B3E\u1B40"
                    + "\u1B3F\u1B41\u1B42\u1B43"
            ),
            (
                '\u3099',
                "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼうゔ\u309D\u309Eカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベ"
                    + "ホボウヴワヷヰヸヱヹヲヺ"
                    + "\u30FD\u30FE"
            ),
            ('\u309A', "はぱひぴふぷへぺほぽハパヒピフプヘペホポ"),
        };
}

/// <summary>
/// Letters that stand in Unicode a second time only because older character sets had them: full and half width,
/// ligatures, the joined shapes of Arabic letters (UnicodeData.txt, compatibility decomposition). Texts that come out
/// of a PDF file or an old system have them; a reader sees no difference.
/// </summary>
internal static class CompatibilityForms
{
    private const char IdeographicSpace = '\u3000';
    private const char FullWidthFirst = '\uFF01';
    private const char FullWidthLast = '\uFF5E';

    /// <summary>From the full-width form to ASCII.</summary>
    private const int FullWidthOffset = 0xFEE0;

    private const char HalfKanaFirst = '\uFF66';
    private const string HalfKana =
        "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u3099\u309A";

    private const char ArabicFirst = '\uFE80';

    /// <summary>
    /// From U+FE80: each letter has two shapes or four, the first one only one; behind them lam with alef.
    /// </summary>
    private static readonly string[] Arabic = ArabicShapes();

    /// <summary>Each form, and behind it what it stands for: Latin, Greek, Armenian.</summary>
    private static readonly Dictionary<char, string> Joined = (
        "\u0149\u2019n \u017Fs \u01C4DŽ \u01C5Dž \u01C6dž \u01C7LJ \u01C8Lj \u01C9lj \u01CANJ \u01CBNj \u01CCnj "
        + "\u01F1DZ \u01F2Dz \u01F3dz "
        + "\uFB00ff \uFB01fi \uFB02fl \uFB03ffi \uFB04ffl \uFB05st \uFB06st "
        + "\u03D0β \u03D1θ \u03D5φ \u03D6π \u03F0κ \u03F1ρ \u03F2σ \u03F5ε "
        + "\u0587\u0565\u0582 \uFB13\u0574\u0576 \uFB14\u0574\u0565 \uFB15\u0574\u056B \uFB16\u057E\u0576 "
        + "\uFB17\u0574\u056D"
    )
        .Split(' ')
        .ToDictionary(static form => form[0], static form => form[1..]);

    /// <summary>The text with the letters that these forms stand for; the same string where it has none.</summary>
    public static string Unfold(string text)
    {
        var first = 0;
        while (first < text.Length && LettersOf(text[first]) is null)
        {
            first++;
        }

        if (first == text.Length)
        {
            return text;
        }

        var unfolded = new StringBuilder(text, 0, first, text.Length + 8);
        foreach (var unit in text.AsSpan(first))
        {
            if (LettersOf(unit) is { } letters)
            {
                unfolded.Append(letters);
            }
            else
            {
                unfolded.Append(unit);
            }
        }

        return unfolded.ToString();
    }

    private static string? LettersOf(char unit)
    {
        if (unit < '\u0149')
        {
            return null;
        }

        if (unit == IdeographicSpace)
        {
            return " ";
        }

        if (unit is >= FullWidthFirst and <= FullWidthLast)
        {
            return ((char)(unit - FullWidthOffset)).ToString();
        }

        if (unit >= HalfKanaFirst && unit - HalfKanaFirst < HalfKana.Length)
        {
            return HalfKana[unit - HalfKanaFirst].ToString();
        }

        return unit >= ArabicFirst && unit - ArabicFirst < Arabic.Length
            ? Arabic[unit - ArabicFirst]
            : Joined.GetValueOrDefault(unit);
    }

    private static string[] ArabicShapes()
    {
        const string Once = "\u0621";
        const string Twice = "\u0622\u0623\u0624\u0625\u0627\u0629\u062F\u0630\u0631\u0632\u0648\u0649";
        var shapes = new List<string>();
        for (var letter = '\u0621'; letter <= '\u064A'; letter++)
        {
            if (letter is <= '\u063A' or >= '\u0641')
            {
                var count =
                    Once.Contains(letter, StringComparison.Ordinal) ? 1
                    : Twice.Contains(letter, StringComparison.Ordinal) ? 2
                    : 4;
                shapes.AddRange(Enumerable.Repeat(letter.ToString(), count));
            }
        }

        foreach (var alef in "\u0622\u0623\u0625\u0627")
        {
            shapes.AddRange(Enumerable.Repeat($"\u0644{alef}", 2));
        }

        return [.. shapes];
    }
}

/// <summary>
/// Latin letters beyond ASCII, and what they become in a URL: the letter without its accent (UnicodeData.txt), or the
/// usual spelling.
/// </summary>
internal static class LatinLetters
{
    private static readonly FrozenDictionary<char, string> Folded = ByLetter(
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["a"] = "ªÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ",
            ["ae"] = "ÆæǢǣǼǽ",
            ["b"] = "ḂḃḄḅḆḇ",
            ["c"] = "ÇçĆćĈĉĊċČčḈḉ",
            ["d"] = "ÐðĎďĐđḊḋḌḍḎḏḐḑḒḓ",
            ["e"] = "ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ",
            ["f"] = "ƒḞḟ",
            ["g"] = "ĜĝĞğĠġĢģǦǧǴǵḠḡ",
            ["h"] = "ĤĥĦħȞȟḢḣḤḥḦḧḨḩḪḫẖ",
            ["i"] = "ÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐȈȉȊȋḬḭḮḯỈỉỊị",
            ["ij"] = "Ĳĳ",
            ["j"] = "Ĵĵǰ",
            ["k"] = "ĶķĸǨǩḰḱḲḳḴḵ",
            ["l"] = "ĹĺĻļĽľĿŀŁłḶḷḸḹḺḻḼḽ",
            ["m"] = "ḾḿṀṁṂṃ",
            ["n"] = "ÑñŃńŅņŇňŉǸǹṄṅṆṇṈṉṊṋ",
            ["ng"] = "Ŋŋ",
            ["o"] = "ºÒÓÔÕÖØòóôõöøŌōŎŏŐőƠơǑǒǪǫǬǭǾǿȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ",
            ["oe"] = "Œœ",
            ["p"] = "ṔṕṖṗ",
            ["r"] = "ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ",
            ["s"] = "ŚśŜŝŞşŠšſȘșṠṡṢṣṤṥṦṧṨṩ",
            ["ss"] = "ßẞ",
            ["t"] = "ŢţŤťŦŧȚțṪṫṬṭṮṯṰṱẗ",
            ["th"] = "Þþ",
            ["u"] = "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự",
            ["v"] = "ṼṽṾṿ",
            ["w"] = "ŴŵẀẁẂẃẄẅẆẇẈẉẘ",
            ["x"] = "ẊẋẌẍ",
            ["y"] = "ÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ",
            ["z"] = "ŹźŻżŽžẐẑẒẓẔẕ",
        }
    );

    /// <summary>ASCII letters in lower case, or null for a letter that is not Latin or has no such form.</summary>
    public static string? Fold(Rune letter) => letter.IsBmp ? Folded.GetValueOrDefault((char)letter.Value) : null;

    private static FrozenDictionary<char, string> ByLetter(Dictionary<string, string> lettersByAscii)
    {
        var folded = new Dictionary<char, string>();
        foreach (var (ascii, letters) in lettersByAscii)
        {
            foreach (var letter in letters)
            {
                folded.Add(letter, ascii);
            }
        }

        return folded.ToFrozenDictionary();
    }
}
