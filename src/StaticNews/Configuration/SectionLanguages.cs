using StaticNews.Text;

namespace StaticNews.Configuration;

/// <summary>Which language a section is in: its own, that of the section around it, or the site's.</summary>
internal sealed class SectionLanguages
{
    private readonly Dictionary<string, PageLanguage> _own = new(StringComparer.Ordinal);

    public SectionLanguages(SiteConfig config)
    {
        Site = PageLanguage.Of(config.Language).Inside(null, config.Direction);
        Add(config.Sections, Site);
    }

    public PageLanguage Site { get; }

    /// <summary>The site's and those of sections, each once, in the order of site.yml.</summary>
    public IEnumerable<PageLanguage> All => _own.Values.Prepend(Site).Distinct();

    /// <param name="section">Id path; empty for none.</param>
    public PageLanguage Of(string section)
    {
        for (
            var id = section;
            _own.Count > 0 && id.Length > 0;
            id = id.LastIndexOf('/') is var slash and > 0 ? id[..slash] : ""
        )
        {
            if (_own.TryGetValue(id, out var language))
            {
                return language;
            }
        }

        return Site;
    }

    private void Add(IReadOnlyList<SectionConfig> sections, PageLanguage around)
    {
        foreach (var section in sections)
        {
            var language = around.Inside(section.Language, section.Direction);
            if (language != around || language != Site)
            {
                _own.TryAdd(section.Id, language);
            }

            Add(section.Sections, language);
        }
    }
}
