using System.Globalization;
using System.Text;

namespace StaticNews.Text;

/// <summary>
/// What names of tags, authors, series and events are compared by: two of one key share a page. A key is the name's
/// <see cref="Slug"/> without what a slug keeps: the accents of Greek and Cyrillic letters (those of Latin letters it
/// has lost already), the other form of sigma, and <see cref="CompatibilityForms"/>. URLs are made of slugs, so that a
/// page that came out right keeps its address.
/// <para>
/// An accent is a mark that writers leave out without writing another letter. Marks of other scripts are part of the
/// letter or stand for a sound (Devanagari vowel signs, kana with voicing marks, Hebrew and Arabic points), and so are
/// those of й, ї, ў, ѓ and ќ, which are letters of their alphabets: музей and музеи are two words. Russian writes ё as
/// е wherever it is not needed to tell words apart.
/// </para>
/// </summary>
internal static class NameKey
{
    /// <summary>Empty where the name has no letter and no digit. Of its own result it changes nothing.</summary>
    public static string Of(string name)
    {
        var slug = Slug.Of(CompatibilityForms.Unfold(name));
        return Ascii.IsValid(slug) ? slug : Fold(slug);
    }

    private static string Fold(string slug)
    {
        var key = new StringBuilder(slug.Length);
        var parts = new List<char>();
        var losesMarks = false;
        foreach (var unit in slug)
        {
            if (unit is >= '\u0300' and <= '\u036F')
            {
                key.Append(losesMarks ? "" : unit.ToString());
                continue;
            }

            losesMarks = IsLatin(unit) || IsGreek(unit) || IsCyrillic(unit);
            key.Append(losesMarks ? LetterOf(unit, parts) : unit);
        }

        return key.ToString();
    }

    private static char LetterOf(char letter, List<char> parts)
    {
        if (IsCyrillic(letter))
        {
            return letter switch
            {
                'ё' or 'ѐ' => 'е',
                'ѝ' => 'и',
                _ => letter,
            };
        }

        parts.Clear();
        Decomposition.Append(letter, parts);
        return parts[0] == 'ς' ? 'σ' : parts[0];
    }

    private static bool IsLatin(char unit) =>
        unit
            is (>= 'a' and <= 'z')
                or (>= '\u00C0' and <= '\u02AF')
                or (>= '\u1E00' and <= '\u1EFF')
                or (>= '\u2C60' and <= '\u2C7F');

    private static bool IsGreek(char unit) => unit is (>= '\u0370' and <= '\u03FF') or (>= '\u1F00' and <= '\u1FFF');

    private static bool IsCyrillic(char unit) => unit is >= '\u0400' and <= '\u052F';
}

/// <summary>
/// The signs that distinguish names with an equal <see cref="Slug"/>: <c>#</c>, <c>%</c>, signs of arithmetic and of
/// money. Spaces, hyphens, quotes and points are ways to spell one name, and so is the sign before a hashtag.
/// </summary>
internal static class NameSigns
{
    /// <summary>Whether two names of one slug look like two things: <c>C#</c> and <c>C++</c>.</summary>
    public static bool Differ(string left, string right) => !Of(left).SequenceEqual(Of(right));

    private static IEnumerable<char> Of(string name) =>
        CompatibilityForms
            .Unfold(name)
            .TrimStart('#')
            .Where(static unit =>
                unit is '#' or '%'
                || CharUnicodeInfo.GetUnicodeCategory(unit)
                    is UnicodeCategory.MathSymbol
                        or UnicodeCategory.CurrencySymbol
            );
}
