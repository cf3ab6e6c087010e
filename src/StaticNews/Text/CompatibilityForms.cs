using System.Text;

namespace StaticNews.Text;

/// <summary>
/// Letters that stand in Unicode a second time only because older character sets had them: full and half width, ligatures, the joined shapes of Arabic
/// letters (UnicodeData.txt, compatibility decomposition). Texts that come out of a PDF file or an old system have them; a reader sees no difference.
/// </summary>
internal static class CompatibilityForms
{
    private const char IdeographicSpace = '\u3000';
    private const char FullWidthFirst = '\uFF01';
    private const char FullWidthLast = '\uFF5E';

    /// <summary>From the full-width form to ASCII.</summary>
    private const int FullWidthOffset = 0xFEE0;

    private const char HalfKanaFirst = '\uFF66';
    private const string HalfKana = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u3099\u309A";

    private const char ArabicFirst = '\uFE80';

    /// <summary>From U+FE80: each letter has two shapes or four, the first one only one; behind them lam with alef.</summary>
    private static readonly string[] Arabic = ArabicShapes();

    /// <summary>Each form, and behind it what it stands for: Latin, Greek, Armenian.</summary>
    private static readonly Dictionary<char, string> Joined = (
        "\u0149\u2019n \u017Fs \u01C4DŽ \u01C5Dž \u01C6dž \u01C7LJ \u01C8Lj \u01C9lj \u01CANJ \u01CBNj \u01CCnj \u01F1DZ \u01F2Dz \u01F3dz "
        + "\uFB00ff \uFB01fi \uFB02fl \uFB03ffi \uFB04ffl \uFB05st \uFB06st "
        + "\u03D0β \u03D1θ \u03D5φ \u03D6π \u03F0κ \u03F1ρ \u03F2σ \u03F5ε "
        + "\u0587\u0565\u0582 \uFB13\u0574\u0576 \uFB14\u0574\u0565 \uFB15\u0574\u056B \uFB16\u057E\u0576 \uFB17\u0574\u056D")
        .Split(' ').ToDictionary(static form => form[0], static form => form[1..]);

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

        return unit >= ArabicFirst && unit - ArabicFirst < Arabic.Length ? Arabic[unit - ArabicFirst] : Joined.GetValueOrDefault(unit);
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
                var count = Once.Contains(letter, StringComparison.Ordinal) ? 1 : Twice.Contains(letter, StringComparison.Ordinal) ? 2 : 4;
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
