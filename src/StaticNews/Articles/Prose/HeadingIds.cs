using System.Globalization;
using System.Text;

namespace StaticNews.Articles.Prose;

/// <summary>Gives each heading of one body an id that a link can name.</summary>
internal sealed class HeadingIds
{
    /// <summary>Longer ids make longer links and no better ones.</summary>
    private const int IdMaxChars = 80;

    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);

    /// <summary>
    /// Letters and digits of any script in lower case, hyphens between words, a number after a heading that was there before. A heading without any gets
    /// <c>section</c>.
    /// </summary>
    public string Next(string heading)
    {
        var name = Name(heading);
        while (_taken.TryGetValue(name, out var times))
        {
            _taken[name] = times + 1;
            name = string.Create(CultureInfo.InvariantCulture, $"{name}-{times}");
        }

        _taken.Add(name, 1);
        return name;
    }

    private static string Name(string heading)
    {
        var id = new StringBuilder();
        foreach (var rune in heading.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || (IsMark(rune) && id.Length > 0))
            {
                id.Append(Rune.ToLowerInvariant(rune));
            }
            else if (id.Length > 0 && id[^1] != '-' && rune.Value is not ('\'' or '’'))
            {
                id.Append('-');
            }

            if (id.Length >= IdMaxChars)
            {
                break;
            }
        }

        var name = id.ToString().Trim('-');
        return name.Length == 0 ? "section" : name;
    }

    /// <summary>Vowel signs and accents are part of a word in many scripts.</summary>
    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
