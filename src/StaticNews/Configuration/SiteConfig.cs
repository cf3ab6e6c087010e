using NodaTime;
using StaticNews.Images;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Configuration;

/// <summary>site.yml, read and checked; every default filled in.</summary>
internal sealed record SiteConfig
{
    public required string Title { get; init; }

    /// <summary>
    /// Of all in site.yml that could change how a source is read: its whole text, because the fault of an article may
    /// be located there, and what replaces single settings of it. Equal: the same bytes give the same article and the
    /// same diagnostics.
    /// </summary>
    public ContentHash Reading { get; init; }

    /// <summary>
    /// One sentence for the front page's description and the site's feed; null when site.yml has none.
    /// </summary>
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
    public IReadOnlyDictionary<string, SourceLocation> KeyPlaces { get; init; } =
        new Dictionary<string, SourceLocation>(StringComparer.Ordinal);

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

    /// <summary>
    /// URLs that were published and are gone on purpose, from the site's root, each without its first slash:
    /// <c>2014/flood.html</c>, <c>old/**</c>.
    /// </summary>
    public IReadOnlyList<PathGlob> Gone { get; init; } = [];

    /// <summary>
    /// Where site.yml first has an address that pages show, by the address as it is written: of the footer, the logo,
    /// the icon.
    /// </summary>
    public IReadOnlyDictionary<string, SourceLocation> AddressPlaces { get; init; } =
        new Dictionary<string, SourceLocation>(StringComparer.Ordinal);

    /// <summary>Null when site.yml names none: the site's title stands for it.</summary>
    public required PublisherConfig? Publisher { get; init; }

    /// <summary>Whether there is a text edition below <c>/lite/</c>.</summary>
    public bool Lite { get; init; } = true;

    /// <summary>Whether the pages of retracted articles ask search engines to leave them out.</summary>
    public bool RetractedNoindex { get; init; }

    public ThemeConfig Theme { get; init; } = new();

    /// <summary>
    /// Limits of what pages may weigh, at most one per kind; null when site.yml has no <c>budgets</c>, and nothing is
    /// weighed.
    /// </summary>
    public IReadOnlyList<Budget>? Budgets { get; init; }

    public PrecompressConfig Precompress { get; init; } = new();
}

/// <summary>The most that a page of one kind may weigh.</summary>
/// <param name="Kind">As templates know it: <c>article</c>.</param>
/// <param name="Limit">Bytes, from 1.</param>
/// <param name="WithPictures">Whether the pictures that the page loads count, too.</param>
/// <param name="At">Where site.yml names the kind.</param>
internal sealed record Budget(string Kind, long Limit, bool WithPictures, SourceLocation At)
{
    /// <summary>
    /// Behind the size, where the HTML alone is meant: what pictures weigh is often not in the archive's hand.
    /// </summary>
    private const string HtmlAlone = "without pictures";

    /// <summary>Reads <c>10 kB</c> or <c>10 kB without pictures</c>; null for anything else.</summary>
    public static Budget? Parse(string kind, string value, SourceLocation at)
    {
        var isHtmlAlone = value.EndsWith(HtmlAlone, StringComparison.OrdinalIgnoreCase);
        var size = isHtmlAlone ? value[..^HtmlAlone.Length].TrimEnd() : value;
        return ByteSize.Parse(size) is { } limit ? new Budget(kind, limit, !isHtmlAlone, at) : null;
    }
}

/// <summary>Front matter of all articles under a path, which their own front matter overrides.</summary>
/// <param name="Match">Which articles, by their path below content/.</param>
/// <param name="FrontMatter">The rule's own mapping without <c>match</c>, for the reader that reads articles.</param>
/// <param name="Source">The file that the tokens' spans lie in.</param>
internal sealed record DefaultsRule(PathGlob Match, IReadOnlyList<YamlToken> FrontMatter, SourceText Source)
{
    /// <summary>
    /// The value of a key where that is a text, with its place; null where the rule does not have it so.
    /// </summary>
    public (string Value, SourceLocation At)? TextOf(string key)
    {
        for (var i = 1; FrontMatter[i].Kind != YamlTokenKind.MapEnd; i = Behind(i + 1))
        {
            if (string.Equals(FrontMatter[i].Value, key, StringComparison.Ordinal))
            {
                return FrontMatter[i + 1] is { Kind: YamlTokenKind.Text } text
                    ? (text.Value, Source.LocationOf(text.Span))
                    : null;
            }
        }

        return null;
    }

    /// <summary>
    /// The value that an article gets for a key, with its place, of the last rule that has one for it; null where none
    /// has.
    /// </summary>
    /// <param name="path">Below content/.</param>
    public static (string Value, SourceLocation At)? TextFor(IReadOnlyList<DefaultsRule> rules, string path, string key)
    {
        for (var i = rules.Count - 1; i >= 0; i--)
        {
            if (rules[i].Match.IsMatch(path) && rules[i].TextOf(key) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Behind the value that begins with a token: a list or a mapping goes up to its end.</summary>
    private int Behind(int value)
    {
        var depth = 0;
        do
        {
            depth += FrontMatter[value].Kind is YamlTokenKind.MapStart or YamlTokenKind.ListStart ? 1 : 0;
            depth -= FrontMatter[value].Kind is YamlTokenKind.MapEnd or YamlTokenKind.ListEnd ? 1 : 0;
            value++;
        } while (depth > 0);
        return value;
    }
}

/// <summary>What a feed's item carries besides its title and link.</summary>
internal enum FeedContent
{
    /// <summary>The whole article in <c>content:encoded</c>.</summary>
    Full,

    /// <summary>The lede only.</summary>
    Summary,
}

/// <param name="Items">Articles a feed, newest first.</param>
internal sealed record FeedsConfig(int Items = 20, FeedContent Content = FeedContent.Full);

/// <param name="Url">From the site's root (<c>/about.html</c>) or absolute.</param>
internal sealed record FooterLink(string Title, string Url);

/// <param name="Keys">From a key as articles write it to the key of the content model (<c>topics → tags</c>).</param>
/// <param name="Zones">From an abbreviation after a time (<c>IST</c>, in capitals) to its zone.</param>
/// <param name="Ignore">Keys of this archive's articles that are ignored without a warning.</param>
/// <param name="DayFirst">
/// Whether 9/11/2025 is a day in November (true) or in September (false); null: such dates are errors.
/// </param>
internal sealed record FrontMatterConfig(
    IReadOnlyDictionary<string, FrontMatterKey> Keys,
    IReadOnlyDictionary<string, DateTimeZone> Zones,
    IReadOnlySet<string> Ignore,
    bool? DayFirst = null
);

/// <param name="Html">Raw HTML inside Markdown.</param>
/// <param name="Elsewhere">
/// Origin that links from the root (<c>/2014/x</c>) lead to when this archive has no such page: the site where the
/// articles were first published, without a final slash. Null: such a link loses its anchor and is a warning.
/// </param>
/// <param name="Shortcodes">
/// Whether <c>{{&lt; name … &gt;}}</c> of other generators is understood (ref, figure-like) and otherwise dropped, or
/// left as text.
/// </param>
internal sealed record MarkdownConfig(
    RawHtml Html = RawHtml.Sanitize,
    string? Elsewhere = null,
    bool Shortcodes = false
);

/// <summary>What readers can take along.</summary>
/// <param name="Books">An EPUB book for each top-level section and month.</param>
/// <param name="Worker">A service worker that keeps the pages a browser has read.</param>
internal sealed record OfflineConfig(bool Books = false, bool Worker = false);

/// <param name="Variants">Whether smaller files are made of pictures.</param>
/// <param name="Widths">Pixels, ascending, each once; at most <see cref="WidthsMax"/>.</param>
/// <param name="Formats">AVIF, WebP or JPEG, each once, best first.</param>
/// <param name="Sizes">How wide pages show a picture, for the <c>sizes</c> attribute.</param>
internal sealed record PicturesConfig(
    bool Variants,
    IReadOnlyList<int> Widths,
    IReadOnlyList<ImageFormat> Formats,
    int AvifQuality,
    int WebPQuality,
    int JpegQuality,
    string Sizes
)
{
    public const int WidthsMax = 8;

    /// <summary>A phone, a phone with a fine screen, a desktop with a fine screen; qualities that look alike.</summary>
    public static readonly PicturesConfig Default = new(
        false,
        [480, 960, 1600],
        [ImageFormat.Avif, ImageFormat.WebP, ImageFormat.Jpeg],
        50,
        75,
        78,
        "(min-width: 42rem) 40rem, 100vw"
    );

    /// <param name="format">One of <see cref="Formats"/>.</param>
    public int QualityOf(ImageFormat format) =>
        format switch
        {
            ImageFormat.Avif => AvifQuality,
            ImageFormat.WebP => WebPQuality,
            _ => JpegQuality,
        };
}

/// <summary>Which compressed copies stand beside the files of the site.</summary>
internal sealed record PrecompressConfig(bool Gzip = false, bool Brotli = false, bool Zstd = false);

/// <param name="Logo">From the site's root (<c>/assets/logo.svg</c>) or absolute; null: the name in letters.</param>
/// <param name="Icon">For the tab in a browser, as <paramref name="Logo"/>; null: none.</param>
internal sealed record PublisherConfig(string Name, string? Logo, string? Icon);

/// <summary>What becomes of HTML that an article's Markdown contains.</summary>
internal enum RawHtml
{
    /// <summary>Elements and attributes of the allow-list stay, the rest goes.</summary>
    Sanitize,

    /// <summary>It is passed on as written: for archives whose sources are trusted.</summary>
    Allow,

    /// <summary>It is shown as text.</summary>
    Escape,
}

/// <param name="Count">Entries at the end of an article.</param>
/// <param name="Inline">Entries inside the body; 0 switches that list off.</param>
/// <param name="AfterParagraph">The paragraph of the body after which the inline list stands, from 1.</param>
/// <param name="Window">Candidates: this many nearest-by-date articles of each shared tag and of the section.</param>
/// <param name="Ahead">
/// Of these, at most so many may be newer than the article: its list is final once so many came after it.
/// </param>
internal sealed record RelatedConfig(
    int Count = 5,
    int Inline = 2,
    int AfterParagraph = 4,
    int Window = 400,
    int Ahead = 20
);

/// <summary>A section as site.yml names it.</summary>
/// <param name="Id">The id path from the top: <c>world/us-news</c>.</param>
/// <param name="Description">One or two sentences for the section's page, or null.</param>
/// <param name="Sections">Nested sections, in navigation order.</param>
internal sealed record SectionConfig(
    string Id,
    string Title,
    string? Description,
    IReadOnlyList<SectionConfig> Sections
)
{
    /// <summary>BCP 47; null: that of the section around it, or the site's.</summary>
    public string? Language { get; init; }

    /// <summary>
    /// <c>ltr</c> or <c>rtl</c>; null: as its own language is written, else that of the section around it.
    /// </summary>
    public string? Direction { get; init; }

    /// <summary>False keeps it out of the navigation; its page is made all the same.</summary>
    public bool IsInNavigation { get; init; } = true;
}

/// <summary>What becomes of SVG files of content/; in the order of their names in site.yml.</summary>
internal enum SvgHandling
{
    /// <summary>What runs or fetches something is taken out.</summary>
    Clean,

    /// <summary>They are published as they are.</summary>
    Keep,
}

/// <param name="Minimum">A tag on fewer listed articles gets no page of its own and is not linked.</param>
/// <param name="Synonyms">
/// From the slug of a tag to the name of the tag that stands for it, chains followed to their end.
/// </param>
internal sealed record TagsConfig(int Minimum, IReadOnlyDictionary<string, string> Synonyms);

/// <summary>The colours that site.yml chooses for the theme; null: the theme's own.</summary>
/// <param name="Accent">Of links and marks, where the reader's system is light.</param>
/// <param name="AccentDark">The same where it is dark.</param>
/// <param name="Paper">Behind the text.</param>
/// <param name="Ink">Of the text.</param>
internal sealed record ThemeConfig(
    HexColor? Accent = null,
    HexColor? AccentDark = null,
    HexColor? Paper = null,
    HexColor? PaperDark = null,
    HexColor? Ink = null,
    HexColor? InkDark = null
)
{
    /// <summary>
    /// Of the shipped <c>style.css</c>: what a colour is seen against where site.yml gives only some of them. A test
    /// holds the two together.
    /// </summary>
    public static readonly ThemeConfig Shipped = new(
        new HexColor(0x7a, 0x1f, 0x16),
        new HexColor(0xf0, 0xa1, 0x96),
        new HexColor(0xfd, 0xfc, 0xf9),
        new HexColor(0x16, 0x16, 0x14),
        new HexColor(0x1b, 0x1b, 0x19),
        new HexColor(0xe9, 0xe6, 0xdf)
    );
}
