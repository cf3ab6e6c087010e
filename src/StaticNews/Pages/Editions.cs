using StaticNews.Archive;
using StaticNews.Configuration;
using StaticNews.Text;
using StaticNews.Wording;

namespace StaticNews.Pages;

/// <summary>The editions of a site: its own language's, and one for each other language that sections have.</summary>
internal sealed class Editions
{
    private readonly WordShelf _words;
    private readonly Edition[] _ofSection;

    public Editions(Catalog catalog, WordShelf words)
    {
        _words = words;
        var languages = new SectionLanguages(catalog.Config);
        var all = new Dictionary<PageLanguage, Edition>();
        Site = Of(languages.Site, languages.Site, all);
        _ofSection = [.. catalog.Sections.Select(section => Of(section.Language, languages.Site, all))];
    }

    /// <summary>Of every page that belongs to no section.</summary>
    public Edition Site { get; }

    /// <param name="section">An index in the catalogue, or -1.</param>
    public Edition OfSection(int section) => section < 0 ? Site : _ofSection[section];

    /// <summary>What a language calls itself, or its tag.</summary>
    public string NameOf(string language) => _words.NameOf(language);

    private Edition Of(PageLanguage language, PageLanguage site, Dictionary<PageLanguage, Edition> all)
    {
        if (!all.TryGetValue(language, out var edition))
        {
            edition = new Edition(language, _words.Of(language.Tag, site.Tag));
            all.Add(language, edition);
        }

        return edition;
    }
}
