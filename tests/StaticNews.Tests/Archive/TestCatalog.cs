using NodaTime;
using StaticNews.Archive;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Tests.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Tests.Archive;

/// <summary>Sources as the readers hand them over, in few words.</summary>
internal static class TestCatalog
{
    public static readonly DateTimeOffset Today = new(2025, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly SiteConfig Config = new()
    {
        Title = "The Gazette",
        BaseUrl = new BaseUrl("https://gazette.example", "/archive-of-ours/"),
        Language = "en",
        TimeZone = DateTimeZone.Utc,
        Permalink = new PermalinkPattern("/{section}/{year}/{month}/{slug}.html"),
        Sections = [],
        FrontMatter = new FrontMatterConfig(
            new Dictionary<string, FrontMatterKey>(),
            new Dictionary<string, DateTimeZone>(),
            new HashSet<string>()
        ),
        Defaults = [],
        Related = new RelatedConfig(),
        PagerSize = 30,
        Tags = new TagsConfig(1, new Dictionary<string, string>()),
        Feeds = new FeedsConfig(),
        Markdown = new MarkdownConfig(),
        Footer = [],
        Publisher = null,
    };

    public static SiteConfig WithSynonyms(params (string From, string To)[] synonyms) =>
        Config with
        {
            Tags = new TagsConfig(1, synonyms.ToDictionary(pair => pair.From, pair => pair.To)),
        };

    /// <summary>An article whose section is its folder and whose slug is its file's name.</summary>
    public static ArticleSummary Article(
        string path,
        string date = "2020-01-01",
        string? title = null,
        params string[] tags
    )
    {
        var name = path[(path.LastIndexOf('/') + 1)..^3];
        return new ArticleSummary
        {
            Path = path,
            Content = default,
            TitleText = title ?? name,
            Date = Date(date),
            Section = path.Contains('/') ? path[..path.LastIndexOf('/')] : "",
            Slug = name,
            Tags = tags,
            Authors = [],
            LedeText = "",
            Language = "en",
            Card = default,
        };
    }

    public static ArticleDate Date(string text) =>
        text.Length switch
        {
            4 => new ArticleDate(Parse($"{text}-01-01"), DatePrecision.Year, null),
            7 => new ArticleDate(Parse($"{text}-01"), DatePrecision.Month, null),
            10 => new ArticleDate(Parse(text), DatePrecision.Day, null),
            _ => new ArticleDate(Parse(text), DatePrecision.Second, "UTC"),
        };

    public static Profile Profile(
        ProfileKind kind,
        string path,
        string key,
        string? title = null,
        params string[] synonyms
    )
    {
        var source = new SourceText($"content/{path}", "");
        return new Profile(path, kind, key, title, null, synonyms, null, null, null, [], source, default, default, []);
    }

    /// <summary>A target on line 3, column 5 of a file.</summary>
    public static LinkReference Link(string path, string target)
    {
        var text = $"one\ntwo\nsee {target}\n";
        var at = new SourceText($"content/{path}", text).LocationOf(new TextSpan(12, target.Length));
        return new LinkReference(target, SourceSpot.Of(at, at.Path));
    }

    public static Catalog Build(params ArticleSummary[] articles) => Build(Config, articles);

    public static Catalog Build(SiteConfig config, IReadOnlyList<ArticleSummary> articles, params Profile[] profiles) =>
        Checked(Catalog.Build(config, articles, profiles, [], Today, includeFuture: false));

    public static Catalog BuildWithAssets(IReadOnlyList<ArticleSummary> articles, params string[] assets) =>
        Checked(Catalog.Build(Config, articles, [], assets, Today, includeFuture: false));

    public static string[] Paths(this Catalog catalog, IEnumerable<int> indexes) =>
        [.. indexes.Select(i => catalog.Articles[i].Path)];

    public static string[] Codes(this Catalog catalog) =>
        [.. catalog.Diagnostics.Select(diagnostic => diagnostic.Code)];

    public static int IndexOf(this Catalog catalog, string path) =>
        Enumerable.Range(0, catalog.Articles.Count).First(i => catalog.Articles[i].Path == path);

    private static Catalog Checked(Catalog catalog)
    {
        MessageStyle.Check(catalog.Diagnostics);
        return catalog;
    }

    private static DateTimeOffset Parse(string text) =>
        DateTimeOffset.Parse(
            text,
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal
        );
}
