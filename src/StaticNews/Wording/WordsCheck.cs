using StaticNews.Diagnostics;

namespace StaticNews.Wording;

/// <summary>Compares a strings file with the English one, which has every word there is: names, places to fill in, and lengths of lists.</summary>
internal static class WordsCheck
{
    /// <summary>The file without what cannot be used; the diagnostics say why.</summary>
    public static WordsFile Usable(WordsFile file, WordsFile english, List<Diagnostic> found)
    {
        var usable = new Dictionary<string, WordsEntry>(StringComparer.Ordinal);
        foreach (var (name, entry) in file.Entries)
        {
            if (!english.Entries.TryGetValue(name, out var model))
            {
                found.Add(WordingDiagnostics.UnknownWord(entry.At, name, Spelling.Nearest(name, english.Entries.Keys.Order(StringComparer.Ordinal))));
            }
            else if (entry.IsList != model.IsList || entry.Texts.Count != model.Texts.Count)
            {
                found.Add(WordingDiagnostics.WrongCount(entry.At, name, model.IsList ? model.Texts.Count : 1));
            }
            else if (WrongPlace(entry, model) is { } wrong)
            {
                found.Add(WordingDiagnostics.WrongPlace(entry.At, name, wrong, WordPlaces.In(model.Texts[0])));
            }
            else if (WrongExample(name, entry.Texts[0]) is { } wanted)
            {
                found.Add(WordingDiagnostics.WrongExample(entry.At, name, wanted));
            }
            else
            {
                usable.Add(name, entry);
            }
        }

        return file with { Entries = usable };
    }

    /// <summary>What a word must be that is read and not shown; null where all is well.</summary>
    private static string? WrongExample(string name, string text) => name switch
    {
        "digits" => text.EnumerateRunes().Distinct().Count() == 10 && text.EnumerateRunes().Count() == 10 ? null : "ten digits, from 0 to 9",
        "first_weekday" => text is [>= '1' and <= '7'] ? null : "a number from 1, Monday, to 7, Sunday",
        "number_1234" => DigitsOf(text) is "1234" && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1]) ? null : "the number 1234 as the language writes it, in the digits 0 to 9",
        "number_1234567" => DigitsOf(text) is "1234567" && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1]) ? null : "the number 1234567 as the language writes it, in the digits 0 to 9",
        _ => null,
    };

    private static string DigitsOf(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    /// <summary>The first place that one of the two has and the other has not, or has twice; null where all is well.</summary>
    private static string? WrongPlace(WordsEntry entry, WordsEntry model)
    {
        var wanted = WordPlaces.In(model.Texts[0]);
        foreach (var name in WordPlaces.In(entry.Texts[0]))
        {
            if (!wanted.Remove(name))
            {
                return name;
            }
        }

        return wanted.Count > 0 ? wanted[0] : null;
    }
}
