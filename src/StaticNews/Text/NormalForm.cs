using System.Collections.Frozen;
using System.Text;

namespace StaticNews.Text;

/// <summary>
/// Unicode's normalization form C (UAX #15) for what keyboards and file systems really write in two ways: macOS file names, nukta letters of Indic
/// scripts, kana with voicing marks, Hangul. It is <see cref="Decomposition"/> read backwards. Marks are taken in the order in which they stand: several
/// marks on one letter in an unusual order stay apart.
/// </summary>
internal static class NormalForm
{
    private static readonly FrozenDictionary<(char Letter, char Mark), char> Compositions = Decomposition.Pairs
        .Where(static pair => !IsExcluded(pair.Whole))
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

    private static char Join(char letter, char mark) => Decomposition.JoinHangul(letter, mark) is var syllable and not '\0' ? syllable : Compositions.GetValueOrDefault((letter, mark));

    /// <summary>Characters that form C takes apart and never makes (CompositionExclusions.txt, and those that begin with a mark).</summary>
    private static bool IsExcluded(char whole) => whole is '\u0344' or '\u2ADC'
        or (>= '\u0958' and <= '\u095F') or '\u09DC' or '\u09DD' or '\u09DF'
        or '\u0A33' or '\u0A36' or (>= '\u0A59' and <= '\u0A5E') or '\u0B5C' or '\u0B5D'
        or (>= '\u0F40' and <= '\u0FB9') or (>= '\uFB1D' and <= '\uFB4E');
}
