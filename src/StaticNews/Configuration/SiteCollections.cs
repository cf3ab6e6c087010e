using NodaTime;
using StaticNews.Pictures;
using StaticNews.Text;

namespace StaticNews.Configuration;

/// <summary>The lists and open mappings of site.yml, as they are read.</summary>
internal sealed class SiteCollections
{
    public List<SectionConfig> Sections { get; } = [];

    public Dictionary<string, FrontMatterKey> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>Where each of <see cref="Keys"/> is written.</summary>
    public Dictionary<string, SourceLocation> KeyPlaces { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, DateTimeZone> Zones { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Ignore { get; } = new(StringComparer.Ordinal);

    public List<DefaultsRule> Defaults { get; } = [];

    public Dictionary<string, string> Synonyms { get; } = new(StringComparer.Ordinal);

    /// <summary>Empty for the default.</summary>
    public List<int> PictureWidths { get; } = [];

    /// <summary>Empty for the default.</summary>
    public List<PictureFormat> PictureFormats { get; } = [];

    public List<FooterLink> Footer { get; } = [];

    public List<PathGlob> Gone { get; } = [];

    /// <summary>Null until site.yml has such a mapping, be it an empty one.</summary>
    public List<Budget>? Budgets { get; set; }
}
