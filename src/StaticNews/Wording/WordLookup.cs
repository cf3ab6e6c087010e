using StaticNews.Text;

namespace StaticNews.Wording;

/// <summary>Finds the words of one language: in its own file, else in the files that stand in for it, the last of which is English.</summary>
/// <param name="language">BCP 47 of the words; English where there is no file for the language that was asked for.</param>
/// <param name="files">The nearest first.</param>
internal sealed class WordLookup(string language, IReadOnlyList<WordsFile> files)
{
    public string Language => language;

    /// <exception cref="KeyNotFoundException">The built-in English file lacks it.</exception>
    public string Text(string name) => Find(name).Texts[0];

    /// <exception cref="KeyNotFoundException">The built-in English file lacks it.</exception>
    public IReadOnlyList<string> List(string name) => Find(name).Texts;

    /// <summary>Of every word, as this lookup finds it.</summary>
    public ContentHash Hash()
    {
        var hash = new FingerprintBuilder().Add(language);
        foreach (var name in files[^1].Entries.Keys.Order(StringComparer.Ordinal))
        {
            hash.Add(name);
            foreach (var text in Find(name).Texts)
            {
                hash.Add(text);
            }
        }

        return hash.Finish();
    }

    private WordsEntry Find(string name)
    {
        foreach (var file in files)
        {
            if (file.Entries.TryGetValue(name, out var entry))
            {
                return entry;
            }
        }

        throw new KeyNotFoundException($"templates/strings/en.yml has no '{name}'");
    }
}
