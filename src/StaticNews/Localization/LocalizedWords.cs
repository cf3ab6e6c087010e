using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Localization;

/// <summary>
/// Finds the words of one language: in its own file, else in its fallback files, the last of which is
/// English.
/// </summary>
/// <param name="language">
/// BCP 47 of the words; English where there is no file for the language that was asked for.
/// </param>
/// <param name="files">The nearest first.</param>
internal sealed class LocalizedWords(string language, IReadOnlyList<LocalizationFile> files)
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

    private LocalizationEntry Find(string name)
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

/// <summary>
/// Every strings file: the built-in ones, and the site's own, whose words replace single built-in ones.
/// </summary>
internal sealed class Localizations
{
    public const string English = "en";

    private readonly List<LocalizationFile> _files = [];

    private Localizations(IReadOnlyList<Diagnostic> diagnostics) => Diagnostics = diagnostics;

    /// <summary>The faults of single files.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <param name="shipped">The built-in files, English among them.</param>
    /// <param name="own">The site's.</param>
    public static Localizations Of(IReadOnlyList<SourceText> shipped, IReadOnlyList<SourceText> own)
    {
        var found = new List<Diagnostic>();
        var shelf = new Localizations(found);
        var english = LocalizationReader.Read(
            shipped.First(file => string.Equals(NameOf(file), English, StringComparison.Ordinal)),
            English,
            isOwn: false,
            found
        );
        foreach (var (source, isOwn) in own.Select(file => (file, true)).Concat(shipped.Select(file => (file, false))))
        {
            if (LanguageTag.Normalize(NameOf(source)) is { } language)
            {
                shelf._files.Add(
                    LocalizationCheck.Usable(LocalizationReader.Read(source, language, isOwn, found), english, found)
                );
            }
            else
            {
                found.Add(LocalizationDiagnostics.NoLanguage(source.WholeFile, NameOf(source)));
            }
        }

        return shelf;
    }

    /// <param name="language">BCP 47, of a page's interface.</param>
    /// <param name="siteLanguage">BCP 47; its words replace missing ones before English words do.</param>
    public LocalizedWords Of(string language, string siteLanguage)
    {
        var nearest = FilesOf(language).ToList();
        if (nearest.Count == 0)
        {
            return new LocalizedWords(English, [.. FilesOf(English)]);
        }

        return new LocalizedWords(language, [.. nearest, .. FilesOf(siteLanguage), .. FilesOf(English)]);
    }

    /// <summary>What a language calls itself, or its tag.</summary>
    /// <param name="language">BCP 47.</param>
    public string NameOf(string language)
    {
        foreach (var file in FilesOf(language))
        {
            if (file.Entries.TryGetValue("name", out var name))
            {
                return name.Texts[0];
            }
        }

        return language;
    }

    /// <summary>Languages without words, and words that a language's files lack.</summary>
    /// <param name="languages">BCP 47, of the interface of any page; each once.</param>
    public IEnumerable<Diagnostic> Missing(IEnumerable<string> languages)
    {
        var every = FilesOf(English).Last().Entries.Keys.Order(StringComparer.Ordinal).ToList();
        foreach (var language in languages)
        {
            var files = FilesOf(language).ToList();
            var missing = every.Where(name => !files.Exists(file => file.Entries.ContainsKey(name))).ToList();
            if (files.Count == 0)
            {
                yield return LocalizationDiagnostics.NoWords(language);
            }
            else if (missing.Count > 0)
            {
                yield return LocalizationDiagnostics.MissingWords(files[0].At, language, missing);
            }
        }
    }

    /// <summary>
    /// For <c>pt-BR</c>: that region's files, then those of <c>pt</c>; the site's own before the built-in one.
    /// </summary>
    private IEnumerable<LocalizationFile> FilesOf(string language)
    {
        for (var tag = language; tag.Length > 0; tag = tag[..Math.Max(0, tag.LastIndexOf('-'))])
        {
            foreach (var file in _files)
            {
                if (string.Equals(file.Language, tag, StringComparison.OrdinalIgnoreCase))
                {
                    yield return file;
                }
            }
        }
    }

    private static string NameOf(SourceText file) =>
        file.Path[(file.Path.LastIndexOf('/') + 1)..] is var name && name.LastIndexOf('.') is var dot and > 0
            ? name[..dot]
            : name;
}
