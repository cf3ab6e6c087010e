using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Wording;

/// <summary>Every strings file: the built-in ones, and the site's own, whose words stand in for single built-in ones.</summary>
internal sealed class WordShelf
{
    public const string English = "en";

    private readonly List<WordsFile> _files = [];

    private WordShelf(IReadOnlyList<Diagnostic> diagnostics) => Diagnostics = diagnostics;

    /// <summary>What is wrong with single files.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <param name="shipped">The built-in files, English among them.</param>
    /// <param name="own">The site's.</param>
    public static WordShelf Of(IReadOnlyList<SourceText> shipped, IReadOnlyList<SourceText> own)
    {
        var found = new List<Diagnostic>();
        var shelf = new WordShelf(found);
        var english = WordsReader.Read(shipped.First(file => string.Equals(NameOf(file), English, StringComparison.Ordinal)), English, isOwn: false, found);
        foreach (var (source, isOwn) in own.Select(file => (file, true)).Concat(shipped.Select(file => (file, false))))
        {
            if (LanguageTag.Normalize(NameOf(source)) is { } language)
            {
                shelf._files.Add(WordsCheck.Usable(WordsReader.Read(source, language, isOwn, found), english, found));
            }
            else
            {
                found.Add(WordingDiagnostics.NoLanguage(source.WholeFile, NameOf(source)));
            }
        }

        return shelf;
    }

    /// <param name="language">BCP 47, of a page's interface.</param>
    /// <param name="siteLanguage">BCP 47; its words stand in for missing ones before English does.</param>
    public WordLookup Of(string language, string siteLanguage)
    {
        var nearest = FilesOf(language).ToList();
        if (nearest.Count == 0)
        {
            return new WordLookup(English, [.. FilesOf(English)]);
        }

        return new WordLookup(language, [.. nearest, .. FilesOf(siteLanguage), .. FilesOf(English)]);
    }

    /// <summary>For <c>pt-BR</c>: that region's files, then those of <c>pt</c>; the site's own before the built-in one.</summary>
    private IEnumerable<WordsFile> FilesOf(string language)
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
        file.Path[(file.Path.LastIndexOf('/') + 1)..] is var name && name.LastIndexOf('.') is var dot and > 0 ? name[..dot] : name;
}
