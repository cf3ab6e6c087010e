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
            else
            {
                usable.Add(name, entry);
            }
        }

        return file with { Entries = usable };
    }

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
