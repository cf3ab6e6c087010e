using NodaTime;
using StaticNews.Text;

namespace StaticNews.Configuration;

/// <summary>site.yml, read and checked; every default filled in.</summary>
internal sealed record SiteConfig
{
    public required string Title { get; init; }

    /// <summary>
    /// Of all in site.yml that could change how a source is read: its whole text, for what is wrong with an article may be located there, and what replaces
    /// single settings of it. Equal: the same bytes give the same article and the same diagnostics.
    /// </summary>
    public ContentHash Reading { get; init; }

    /// <summary>One sentence for the front page's description and the site's feed; null when site.yml has none.</summary>
    public string? Description { get; init; }

    public required BaseUrl BaseUrl { get; init; }

    /// <summary>BCP 47 tag of the interface and of articles that name none.</summary>
    public required string Language { get; init; }

    /// <summary><c>ltr</c> or <c>rtl</c>; null: as the language is written.</summary>
    public string? Direction { get; init; }

    /// <summary>Dates without an offset are read in this zone.</summary>
    public required DateTimeZone TimeZone { get; init; }

    public required PermalinkPattern Permalink { get; init; }

    /// <summary>In navigation order. Sections that only folders name follow these, by name.</summary>
    public required IReadOnlyList<SectionConfig> Sections { get; init; }

    /// <summary>Where site.yml has the pattern; null where it has none.</summary>
    public SourceLocation? PermalinkAt { get; init; }

    /// <summary>Where site.yml maps a key of articles to one of the content model, by the articles' key.</summary>
    public IReadOnlyDictionary<string, SourceLocation> KeyPlaces { get; init; } = new Dictionary<string, SourceLocation>(StringComparer.Ordinal);

    public required FrontMatterConfig FrontMatter { get; init; }

    /// <summary>Front-matter values by path; later ones win, an article's own front matter wins over all.</summary>
    public required IReadOnlyList<DefaultsRule> Defaults { get; init; }

    public required RelatedConfig Related { get; init; }

    /// <summary>Articles a list page, from 1.</summary>
    public required int PagerSize { get; init; }

    public required TagsConfig Tags { get; init; }

    public required FeedsConfig Feeds { get; init; }

    public required MarkdownConfig Markdown { get; init; }

    public OfflineConfig Offline { get; init; } = new();

    public PicturesConfig Pictures { get; init; } = PicturesConfig.Default;

    public SvgHandling Svg { get; init; }

    public required IReadOnlyList<FooterLink> Footer { get; init; }

    /// <summary>URLs that were published and are gone on purpose, from the site's root, each without its first slash: <c>2014/flood.html</c>, <c>old/**</c>.</summary>
    public IReadOnlyList<PathGlob> Gone { get; init; } = [];

    /// <summary>Where site.yml first has an address that pages show, by the address as it is written: of the footer, the logo, the icon.</summary>
    public IReadOnlyDictionary<string, SourceLocation> AddressPlaces { get; init; } = new Dictionary<string, SourceLocation>(StringComparer.Ordinal);

    /// <summary>Null when site.yml names none: the site's title stands for it.</summary>
    public required PublisherConfig? Publisher { get; init; }

    /// <summary>Whether there is a text edition below <c>/lite/</c>.</summary>
    public bool Lite { get; init; } = true;

    /// <summary>Whether the pages of retracted articles ask search engines to leave them out.</summary>
    public bool RetractedNoindex { get; init; }

    public ThemeConfig Theme { get; init; } = new();

    /// <summary>Limits of what pages may weigh, at most one a kind; null when site.yml has no <c>budgets</c>, and nothing is weighed.</summary>
    public IReadOnlyList<Budget>? Budgets { get; init; }

    public PrecompressConfig Precompress { get; init; } = new();
}
