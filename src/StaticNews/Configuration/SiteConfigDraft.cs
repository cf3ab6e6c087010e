using System.Collections.Frozen;
using NodaTime;
using StaticNews.Diagnostics;
using StaticNews.Images;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Configuration;

/// <summary>
/// Collects the single settings, from the file and then from what overrides it, and fills in the defaults. One reading
/// long.
/// </summary>
internal sealed class SiteConfigDraft(List<Diagnostic> found)
{
    private static readonly IReadOnlyList<string> HtmlChoices = ["sanitize", "allow", "escape"];
    private static readonly IReadOnlyList<string> ContentChoices = ["full", "summary"];
    private static readonly IReadOnlyList<string> SvgChoices = ["clean", "keep"];

    private readonly Dictionary<string, SourceLocation> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceLocation> _addresses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private string? _title;
    private string? _description;
    private BaseUrl? _baseUrl;
    private string _language = "en";
    private string? _direction;
    private DateTimeZone _timeZone = DateTimeZone.Utc;
    private PermalinkPattern _permalink = new(PermalinkPattern.Default);
    private bool? _dayFirst;
    private RelatedConfig _related = new();
    private int _pagerSize = 30;
    private int _tagsMinimum = 1;
    private FeedsConfig _feeds = new();
    private MarkdownConfig _markdown = new();
    private OfflineConfig _offline = new();
    private PicturesConfig _pictures = PicturesConfig.Default;
    private SvgHandling _svg;
    private string? _publisherName;
    private string? _publisherLogo;
    private string? _publisherIcon;
    private bool _lite = true;
    private bool _retractedNoindex;
    private ThemeConfig _theme = new();
    private PrecompressConfig _precompress = new();

    /// <summary>
    /// Takes one value by its path among <see cref="SiteSettings.SinglePaths"/>; a wrong one is reported and leaves the
    /// default.
    /// </summary>
    public void Set(string path, string value, SourceLocation at)
    {
        _places[path] = at;
        switch (path)
        {
            case "title":
                _title = Plain(path, value, at);
                break;
            case "description":
                _description = Plain(path, value, at);
                break;
            case "base_url":
                _baseUrl = BaseUrlOf(path, value, at);
                break;
            case "language":
                _language = Language(value, at) ?? _language;
                break;
            case "direction":
                _direction = Direction(path, value, at) ?? _direction;
                break;
            case "time_zone":
                _timeZone = Zone(value, at) ?? _timeZone;
                break;
            case "permalink":
                _permalink = Permalink(value, at) ?? _permalink;
                break;
            case "front_matter.day_first":
                _dayFirst = YesNo(path, value, at) ?? _dayFirst;
                break;
            case "related.count":
                _related = _related with { Count = Whole(path, value, at, 0, 50) ?? _related.Count };
                break;
            case "related.inline":
                _related = _related with { Inline = Whole(path, value, at, 0, 20) ?? _related.Inline };
                break;
            case "related.after_paragraph":
                _related = _related with
                {
                    AfterParagraph = Whole(path, value, at, 1, 1000) ?? _related.AfterParagraph,
                };
                break;
            case "related.window":
                _related = _related with { Window = Whole(path, value, at, 1, 10_000) ?? _related.Window };
                break;
            case "related.ahead":
                _related = _related with { Ahead = Whole(path, value, at, 0, 10_000) ?? _related.Ahead };
                break;
            case "pager.size":
                _pagerSize = Whole(path, value, at, 1, 1000) ?? _pagerSize;
                break;
            case "tags.minimum":
                _tagsMinimum = Whole(path, value, at, 1, 1_000_000) ?? _tagsMinimum;
                break;
            case "feeds.items":
                _feeds = _feeds with { Items = Whole(path, value, at, 1, 1000) ?? _feeds.Items };
                break;
            case "feeds.content":
                _feeds = _feeds with
                {
                    Content = (FeedContent?)Choice(path, value, at, ContentChoices) ?? _feeds.Content,
                };
                break;
            case "markdown.html":
                _markdown = _markdown with { Html = (RawHtml?)Choice(path, value, at, HtmlChoices) ?? _markdown.Html };
                break;
            case "markdown.elsewhere":
                _markdown = _markdown with { Elsewhere = Elsewhere(path, value, at) };
                break;
            case "markdown.shortcodes":
                _markdown = _markdown with { Shortcodes = YesNo(path, value, at) ?? _markdown.Shortcodes };
                break;
            case "offline.books":
                _offline = _offline with { Books = YesNo(path, value, at) ?? _offline.Books };
                break;
            case "offline.worker":
                _offline = _offline with { Worker = YesNo(path, value, at) ?? _offline.Worker };
                break;
            case "pictures.variants":
                _pictures = _pictures with { Variants = YesNo(path, value, at) ?? _pictures.Variants };
                break;
            case "pictures.quality.avif":
                _pictures = _pictures with { AvifQuality = Whole(path, value, at, 1, 100) ?? _pictures.AvifQuality };
                break;
            case "pictures.quality.webp":
                _pictures = _pictures with { WebPQuality = Whole(path, value, at, 1, 100) ?? _pictures.WebPQuality };
                break;
            case "pictures.quality.jpeg":
                _pictures = _pictures with { JpegQuality = Whole(path, value, at, 1, 100) ?? _pictures.JpegQuality };
                break;
            case "pictures.sizes":
                _pictures = _pictures with { Sizes = Plain(path, value, at) ?? _pictures.Sizes };
                break;
            case "svg":
                _svg = (SvgHandling?)Choice(path, value, at, SvgChoices) ?? _svg;
                break;
            case "publisher.name":
                _publisherName = Plain(path, value, at);
                break;
            case "publisher.logo":
                _publisherLogo = Url(path, value, at);
                break;
            case "publisher.icon":
                _publisherIcon = Url(path, value, at);
                break;
            case "lite":
                _lite = YesNo(path, value, at) ?? _lite;
                break;
            case "retracted.noindex":
                _retractedNoindex = YesNo(path, value, at) ?? _retractedNoindex;
                break;
            case "theme.accent":
                _theme = _theme with { Accent = Color(path, value, at) };
                break;
            case "theme.accent_dark":
                _theme = _theme with { AccentDark = Color(path, value, at) };
                break;
            case "theme.paper":
                _theme = _theme with { Paper = Color(path, value, at) };
                break;
            case "theme.paper_dark":
                _theme = _theme with { PaperDark = Color(path, value, at) };
                break;
            case "theme.ink":
                _theme = _theme with { Ink = Color(path, value, at) };
                break;
            case "theme.ink_dark":
                _theme = _theme with { InkDark = Color(path, value, at) };
                break;
            case "precompress.gzip":
                _precompress = _precompress with { Gzip = YesNo(path, value, at) ?? _precompress.Gzip };
                break;
            case "precompress.brotli":
                _precompress = _precompress with { Brotli = YesNo(path, value, at) ?? _precompress.Brotli };
                break;
            case "precompress.zstd":
                _precompress = _precompress with { Zstd = YesNo(path, value, at) ?? _precompress.Zstd };
                break;
            default:
                throw new ArgumentOutOfRangeException(
                    nameof(path),
                    path,
                    "SiteSettings names a single setting that nobody reads."
                );
        }
    }

    /// <summary>
    /// Notes a key without a value, so that a required one is missed where it stands; one of the wrong kind was
    /// reported and is not missed again.
    /// </summary>
    public void LeaveOut(string path, SourceLocation at, bool isNull)
    {
        _places[path] = at;
        if (!isNull)
        {
            _refused.Add(path);
        }
        else if (path.StartsWith("theme.", StringComparison.Ordinal))
        {
            found.Add(ConfigurationDiagnostics.ColorRefused(at, path, ""));
        }
    }

    /// <summary>The zone of tzdb by its IANA name, or null (reported).</summary>
    public DateTimeZone? Zone(string value, SourceLocation at) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(value)
        ?? Refuse<DateTimeZone>(ConfigurationDiagnostics.TimeZoneUnknown(at, value, NearestZone(value)));

    /// <summary>
    /// <c>London</c> is the last part of a zone's name, which is not a typing mistake of a few letters.
    /// </summary>
    private static string? NearestZone(string value)
    {
        var city = "/" + value.Replace(' ', '_');
        return DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id =>
                id.EndsWith(city, StringComparison.OrdinalIgnoreCase)
            ) ?? SpellingSuggestion.Nearest(value, DateTimeZoneProviders.Tzdb.Ids);
    }

    /// <summary>A language tag, or null (reported).</summary>
    public string? Language(string value, SourceLocation at) =>
        LanguageTag.Normalize(value) ?? Refuse<string>(ConfigurationDiagnostics.LanguageRefused(at, value));

    /// <summary><c>ltr</c> or <c>rtl</c>, or null (reported).</summary>
    public string? Direction(string path, string value, SourceLocation at) =>
        Choice(path, value, at, WritingDirection.Choices) is { } choice ? WritingDirection.Choices[choice] : null;

    /// <summary>A text for people, or null where nothing is left of it.</summary>
    public string? Plain(string path, string value, SourceLocation at)
    {
        var text = PlainText.Of(value, out var controls);
        if (controls > 0)
        {
            found.Add(ConfigurationDiagnostics.ControlCharacters(at, path));
        }

        return text.Length > 0 ? text : null;
    }

    /// <summary>A URL from the site's root or an absolute one, or null (reported).</summary>
    public string? Url(string path, string value, SourceLocation at)
    {
        _addresses.TryAdd(value, at);
        return
            WebAddress.IsFromRoot(value)
            || WebAddress.IsHttp(value)
            || value.StartsWith("mailto:", StringComparison.Ordinal)
            ? value
            : Refuse<string>(ConfigurationDiagnostics.UrlRefused(at, path, value));
    }

    /// <summary>
    /// The configuration, or null where an error was reported. <paramref name="file"/> stands where a missing key is
    /// reported.
    /// </summary>
    public SiteConfig? Finish(SourceLocation file, SiteCollections collections)
    {
        Require("title", _title, "The Meridian", file);
        Require("base_url", _baseUrl, "https://meridian.example/", file);
        if (_related.Ahead > _related.Window)
        {
            var at = _places.GetValueOrDefault("related.ahead") ?? _places.GetValueOrDefault("related.window", file);
            found.Add(ConfigurationDiagnostics.AheadBeyondWindow(at, _related.Ahead, _related.Window));
        }

        if (_publisherName is null && (_publisherLogo ?? _publisherIcon) is not null)
        {
            found.Add(
                ConfigurationDiagnostics.Yaml.PartMissing(
                    _places[_publisherLogo is null ? "publisher.icon" : "publisher.logo"],
                    "publisher",
                    "name"
                )
            );
        }

        CheckContrast(
            "theme.accent",
            _theme.Accent,
            ThemeConfig.Shipped.Accent,
            "theme.paper",
            _theme.Paper,
            ThemeConfig.Shipped.Paper
        );
        CheckContrast(
            "theme.ink",
            _theme.Ink,
            ThemeConfig.Shipped.Ink,
            "theme.paper",
            _theme.Paper,
            ThemeConfig.Shipped.Paper
        );
        CheckContrast(
            "theme.accent_dark",
            _theme.AccentDark,
            ThemeConfig.Shipped.AccentDark,
            "theme.paper_dark",
            _theme.PaperDark,
            ThemeConfig.Shipped.PaperDark
        );
        CheckContrast(
            "theme.ink_dark",
            _theme.InkDark,
            ThemeConfig.Shipped.InkDark,
            "theme.paper_dark",
            _theme.PaperDark,
            ThemeConfig.Shipped.PaperDark
        );
        return found.Exists(static diagnostic => diagnostic.Severity == Severity.Error)
            ? null
            : Assemble(_title!, _baseUrl!, collections);
    }

    private void Require(string path, object? value, string example, SourceLocation file)
    {
        if (value is null && !_refused.Contains(path))
        {
            found.Add(ConfigurationDiagnostics.SettingMissing(_places.GetValueOrDefault(path, file), path, example));
        }
    }

    private SiteConfig Assemble(string title, BaseUrl baseUrl, SiteCollections collections) =>
        new()
        {
            Title = title,
            Description = _description,
            BaseUrl = baseUrl,
            Language = _language,
            Direction = _direction,
            TimeZone = _timeZone,
            Permalink = _permalink,
            PermalinkAt = _places.GetValueOrDefault("permalink"),
            KeyPlaces = collections.KeyPlaces,
            Sections = collections.Sections,
            FrontMatter = new FrontMatterConfig(
                collections.Keys.ToFrozenDictionary(StringComparer.Ordinal),
                collections.Zones.ToFrozenDictionary(StringComparer.Ordinal),
                collections.Ignore.ToFrozenSet(StringComparer.Ordinal),
                _dayFirst
            ),
            Defaults = collections.Defaults,
            Related = _related,
            PagerSize = _pagerSize,
            Tags = new TagsConfig(_tagsMinimum, collections.Synonyms.ToFrozenDictionary(StringComparer.Ordinal)),
            Feeds = _feeds,
            Markdown = _markdown,
            Offline = _offline,
            Pictures = _pictures with
            {
                Widths =
                    collections.PictureWidths.Count > 0
                        ? [.. collections.PictureWidths.Distinct().Order()]
                        : _pictures.Widths,
                Formats =
                    collections.PictureFormats.Count > 0
                        ? [.. collections.PictureFormats.Distinct()]
                        : _pictures.Formats,
            },
            Svg = _svg,
            Footer = collections.Footer,
            Gone = collections.Gone,
            AddressPlaces = _addresses,
            Publisher = _publisherName is null
                ? null
                : new PublisherConfig(_publisherName, _publisherLogo, _publisherIcon),
            Lite = _lite,
            RetractedNoindex = _retractedNoindex,
            Theme = _theme,
            Budgets = collections.Budgets,
            Precompress = _precompress,
        };

    /// <summary>A warning where the site chose one of two colours, and the one cannot be read on the other.</summary>
    private void CheckContrast(
        string path,
        HexColor? color,
        HexColor? shipped,
        string paperPath,
        HexColor? paper,
        HexColor? shippedPaper
    )
    {
        if (color is null && paper is null)
        {
            return;
        }

        var ratio = (color ?? shipped)!.Value.ContrastTo((paper ?? shippedPaper)!.Value);
        if (ratio < HexColor.LeastContrast)
        {
            found.Add(
                ConfigurationDiagnostics.ContrastTooLow(
                    _places[color is null ? paperPath : path],
                    path,
                    paperPath,
                    ratio,
                    HexColor.LeastContrast
                )
            );
        }
    }

    private HexColor? Color(string path, string value, SourceLocation at)
    {
        var color = HexColor.Parse(value);
        if (color is null)
        {
            found.Add(ConfigurationDiagnostics.ColorRefused(at, path, value));
        }

        return color;
    }

    private BaseUrl? BaseUrlOf(string path, string value, SourceLocation at)
    {
        if (BaseUrl.Parse(value) is { } url)
        {
            return url;
        }

        _refused.Add(path);
        return Refuse<BaseUrl>(ConfigurationDiagnostics.BaseUrlRefused(at, value));
    }

    private PermalinkPattern? Permalink(string value, SourceLocation at)
    {
        if (!PermalinkPattern.HasGoodShape(value))
        {
            return Refuse<PermalinkPattern>(ConfigurationDiagnostics.PermalinkShape(at, value));
        }

        var names = PermalinkPattern.NamesIn(value).ToList();
        foreach (var name in names)
        {
            if (!PermalinkPattern.Placeholders.Contains(name, StringComparer.Ordinal))
            {
                var nearest = SpellingSuggestion.Nearest(name, PermalinkPattern.Placeholders);
                return Refuse<PermalinkPattern>(
                    ConfigurationDiagnostics.PlaceholderUnknown(at, name, nearest, PermalinkPattern.Placeholders)
                );
            }
        }

        return names.Contains("slug", StringComparer.Ordinal) || names.Contains("id", StringComparer.Ordinal)
            ? new PermalinkPattern(value)
            : Refuse<PermalinkPattern>(ConfigurationDiagnostics.PermalinkNamesNoArticle(at, value));
    }

    private string? Elsewhere(string path, string value, SourceLocation at) =>
        BaseUrl.Parse(value) is { } origin
            ? origin.Absolute("/").TrimEnd('/')
            : Refuse<string>(ConfigurationDiagnostics.OriginRefused(at, path, value));

    public int? Whole(string path, string value, SourceLocation at, int min, int max)
    {
        if (YamlReader.TryParseWhole(value, min, max, out var number))
        {
            return number;
        }

        found.Add(ConfigurationDiagnostics.Yaml.NumberRefused(at, path, value, min, max));
        return null;
    }

    private bool? YesNo(string path, string value, SourceLocation at)
    {
        var yes = YamlReader.ParseYesNo(value);
        if (yes is null)
        {
            found.Add(ConfigurationDiagnostics.Yaml.YesNoRefused(at, path, value));
        }

        return yes;
    }

    /// <summary>Index among the choices, which stand in the order of their enumeration.</summary>
    public int? Choice(string path, string value, SourceLocation at, IReadOnlyList<string> choices)
    {
        for (var i = 0; i < choices.Count; i++)
        {
            if (string.Equals(choices[i], value, StringComparison.Ordinal))
            {
                return i;
            }
        }

        found.Add(ConfigurationDiagnostics.Yaml.ChoiceRefused(at, path, value, choices));
        return null;
    }

    private T? Refuse<T>(Diagnostic diagnostic)
        where T : class
    {
        found.Add(diagnostic);
        return null;
    }
}

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
    public List<ImageFormat> PictureFormats { get; } = [];

    public List<FooterLink> Footer { get; } = [];

    public List<PathGlob> Gone { get; } = [];

    /// <summary>Null until site.yml has such a mapping, be it an empty one.</summary>
    public List<Budget>? Budgets { get; set; }
}
