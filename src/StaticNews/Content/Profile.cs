using StaticNews.Compact;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Markdown;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Content;

/// <summary>A text that is not an article: <c>_index.md</c> of a section, a page, an author, a tag.</summary>
/// <param name="Path">Below content/: <c>_authors/edith-lang.md</c>.</param>
/// <param name="Kind">Which of these it is.</param>
/// <param name="Key">
/// What it is about: the section's id path, the page's path without .md, the author's handle, the tag's slug.
/// </param>
/// <param name="Title">Null where the file gives none: the key's own words stand.</param>
/// <param name="Description">One or two sentences as plain text, or null.</param>
/// <param name="Synonyms">Other names of the tag or author.</param>
/// <param name="Language">BCP 47, or null for the site's.</param>
/// <param name="Url">An author's own page elsewhere, or null.</param>
/// <param name="Image">A portrait or picture, or null.</param>
/// <param name="Aliases">Old URLs that must lead to its page.</param>
/// <param name="Source">The whole file.</param>
/// <param name="Body">Its Markdown, a span of <paramref name="Source"/>.</param>
/// <param name="Content">Of the file's bytes.</param>
/// <param name="Links">As in <see cref="ArticleSummary.Links"/>.</param>
internal sealed record Profile(
    string Path,
    ProfileKind Kind,
    string Key,
    string? Title,
    string? Description,
    IReadOnlyList<string> Synonyms,
    string? Language,
    string? Url,
    ArticleImage? Image,
    IReadOnlyList<LinkReference> Aliases,
    SourceText Source,
    TextSpan Body,
    ContentHash Content,
    IReadOnlyList<LinkReference> Links
)
{
    /// <summary>The open part, for templates; as in <see cref="Article.Params"/>.</summary>
    public IReadOnlyDictionary<string, object?> Params { get; init; } =
        new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>As in <see cref="ArticleSummary.Access"/>.</summary>
    public ArticleAccess Access { get; init; }

    /// <summary>Not public before this instant; null: no such limit.</summary>
    public ArticleDate? PublishedFrom { get; init; }

    /// <summary>Not public from this instant on; null: no such limit.</summary>
    public ArticleDate? RemovedFrom { get; init; }

    /// <summary>Whether its dates let it be shown.</summary>
    /// <param name="includeFuture">Whether profiles with a date in the future are shown.</param>
    public bool IsPublic(DateTimeOffset now, bool includeFuture) =>
        (includeFuture || !(PublishedFrom?.UtcTicks > now.UtcTicks)) && !(RemovedFrom?.UtcTicks <= now.UtcTicks);

    /// <summary>False keeps a section out of the navigation.</summary>
    public bool IsInNavigation { get; init; } = true;
}

internal enum ProfileKind
{
    /// <summary><c>_index.md</c> in a section's folder; at the top: the front page's own text.</summary>
    Section,

    /// <summary><c>_pages/</c>: About, Contact.</summary>
    Page,

    /// <summary><c>_authors/</c>.</summary>
    Author,

    /// <summary><c>_tags/</c>.</summary>
    Tag,
}

/// <summary>
/// Reads the texts that are not articles: <c>_index.md</c>, <c>_pages/</c>, <c>_authors/</c>, <c>_tags/</c>. Their
/// front matter may be missing altogether; keys that site.yml maps or passes over for articles are so here too. Belongs
/// to one worker.
/// </summary>
internal sealed class ProfileReader
{
    private const int MaxTokens = 50_000;

    /// <summary><c>summary</c> is another name of <c>description</c>: writers know it from articles.</summary>
    private static readonly IReadOnlyList<string> Keys =
    [
        "aliases",
        "description",
        "image",
        "lang",
        "params",
        "summary",
        "synonyms",
        "title",
        "url",
    ];

    private static readonly IReadOnlyList<string> SectionKeys = [.. Keys.Append("nav").Order(StringComparer.Ordinal)];

    private readonly SiteConfig _config;
    private readonly DraftHandling _drafts;
    private readonly VisibilityReader _visibility;
    private readonly YamlReader _yaml = new(ArticleDiagnostics.Yaml);
    private readonly YamlTokenizer _tokenizer = new(MaxTokens);
    private readonly List<YamlToken> _tokens = [];
    private readonly FieldReader _fields;
    private readonly ImageReader _images;
    private readonly ParamsReader _params;
    private readonly TakenInKeys _takenIn;
    private readonly BodyCheck _bodyCheck;
    private readonly CancellationToken _stop;

    /// <param name="stop">Ends the reading of a text with an <see cref="OperationCanceledException"/>.</param>
    public ProfileReader(SiteConfig config, DraftHandling drafts = DraftHandling.Skip, CancellationToken stop = default)
    {
        (_config, _drafts, _stop) = (config, drafts, stop);
        _takenIn = new TakenInKeys(config);
        _bodyCheck = new BodyCheck(config);
        _fields = new FieldReader(_yaml, new NamePool());
        _images = new ImageReader(_fields);
        _params = new ParamsReader(_fields);
        _visibility = new VisibilityReader(
            _fields,
            new ArticleDateReader(config.TimeZone, config.FrontMatter.Zones, config.FrontMatter.DayFirst)
        );
    }

    /// <summary>
    /// What the source at a path below content/ is; null for an article, and for all that is no text of either kind.
    /// </summary>
    public static ProfileKind? KindOf(string path)
    {
        if (!path.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (path.StartsWith("_pages/", StringComparison.Ordinal))
        {
            return ProfileKind.Page;
        }

        if (path.StartsWith("_authors/", StringComparison.Ordinal))
        {
            return ProfileKind.Author;
        }

        if (path.StartsWith("_tags/", StringComparison.Ordinal))
        {
            return ProfileKind.Tag;
        }

        var isIndex = path is "_index.md" || path.EndsWith("/_index.md", StringComparison.Ordinal);
        return isIndex && path[0] != '_' || path is "_index.md" ? ProfileKind.Section : null;
    }

    /// <summary>
    /// The profile, or what keeps it out: at least one error, or that it is a draft, which causes no message.
    /// </summary>
    /// <param name="path">Below content/; <see cref="KindOf"/> knows it.</param>
    /// <param name="bytes">The whole file.</param>
    public LoadedProfile Read(string path, ReadOnlySpan<byte> bytes)
    {
        var kind = KindOf(path) ?? throw new ArgumentException("Not the path of a profile.", nameof(path));
        var (source, fault) = SourceDecoder.Decode(ArticleReader.ContentFolder + path, bytes);
        if (source is null)
        {
            return LoadedProfile.Failed(ArticleDiagnostics.NotText(fault!));
        }

        var fence = FrontMatterFence.Find(source.Text);
        if (FaultOf(source, fence) is { } broken)
        {
            return LoadedProfile.Failed(broken);
        }

        var found = new List<Diagnostic>();
        var empty = new Profile(
            path,
            kind,
            KeyOf(kind, path),
            null,
            null,
            [],
            null,
            null,
            null,
            [],
            source,
            fence.Body,
            ContentHash.Of(bytes),
            []
        );
        var visibility = new VisibilityFindings();
        var profile = ReadFields(source, empty, visibility, found);
        var state = StateOf(visibility.Strictest());
        var links = _bodyCheck.IsPlain(source, fence.Body, path, found, _stop)
            ? []
            : LinkScanner.Scan(source, fence.Body, path, _config.Markdown, found, _stop);
        if (state == SourceState.HeldBack && SectionFolder.Of(path) is not null)
        {
            found.Add(ArticleDiagnostics.FolderHeldBack(source.WholeFile));
        }

        found.Sort(Diagnostic.Compare);
        return state == SourceState.Article
            ? new LoadedProfile(state, WithVisibility(profile, visibility.Strictest()) with { Links = links }, found)
            : new LoadedProfile(state, null, state == SourceState.Draft ? [] : found)
            {
                References = profile.Image is { } image ? [.. links, new LinkReference(image.Src, image.At)] : links,
            };
    }

    private SourceState StateOf(VisibilityFinding? visibility) =>
        visibility?.Visibility switch
        {
            Visibility.HeldBack => SourceState.HeldBack,
            Visibility.Draft when _drafts == DraftHandling.Skip => SourceState.Draft,
            _ => SourceState.Article,
        };

    private static Profile WithVisibility(Profile profile, VisibilityFinding? visibility) =>
        visibility is null
            ? profile
            : profile with
            {
                Access = visibility.Access,
                PublishedFrom = visibility.PublishedFrom,
                RemovedFrom = visibility.RemovedFrom,
            };

    private Diagnostic? FaultOf(SourceText source, FrontMatterFence fence)
    {
        _tokens.Clear();
        if (fence.Kind == FenceKind.Unclosed)
        {
            return ArticleDiagnostics.FrontMatterUnclosed(source.LocationOf(fence.Opening));
        }

        if (_tokenizer.Read(source, fence.Yaml, _tokens) is { } fault)
        {
            return ArticleDiagnostics.Yaml.Broken(source.LocationOf(fault.Span), fault.Kind, fault.Detail);
        }

        var isMapping = _tokens.Count == 0 || _tokens[0].Kind == YamlTokenKind.MapStart;
        return isMapping
            ? _takenIn.BehindDots(source, fence)
            : ArticleDiagnostics.FrontMatterNotKeys(source.LocationOf(_tokens[0].Span));
    }

    /// <summary>
    /// What the profile is about, each part a slug: <c>world/us-news</c>, <c>legal/privacy</c>, <c>edith-lang</c>.
    /// </summary>
    private static string KeyOf(ProfileKind kind, string path)
    {
        if (kind == ProfileKind.Section)
        {
            return SectionPath.OfFolder(path.AsSpan(0, Math.Max(0, path.LastIndexOf('/'))));
        }

        var parts = path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..^3].Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Slug.Of(parts[i]);
        }

        return string.Join('/', parts);
    }

    /// <param name="visibility">Receives the meaning of the keys for visibility.</param>
    private Profile ReadFields(
        SourceText source,
        Profile profile,
        VisibilityFindings visibility,
        List<Diagnostic> found
    )
    {
        _yaml.Open(source, _tokens, found);
        if (_tokens.Count == 0 || !_yaml.StartMapping("front matter"))
        {
            return profile;
        }

        while (_yaml.NextKey(out var key))
        {
            profile = ReadField(key, profile, visibility);
        }

        _takenIn.Check(source, _tokenizer.Continued, visibility, found);
        return profile;
    }

    private Profile ReadField(YamlToken key, Profile profile, VisibilityFindings visibility)
    {
        var name = _config.FrontMatter.Keys.TryGetValue(key.Value, out var mapped)
            ? FrontMatterKeys.Names[(int)mapped]
            : key.Value;
        switch (name)
        {
            case "title":
                return profile with { Title = _fields.Plain(key.Value) };
            case "description":
                return profile with { Description = _fields.Plain(key.Value) };
            case "summary":
                var summary = _fields.Plain(key.Value);
                return profile with { Description = profile.Description ?? summary };
            case "synonyms":
                return profile with { Synonyms = ReadSynonyms(key.Value) };
            case "lang":
                return profile with { Language = _fields.Language(key.Value) };
            case "url":
                return profile with { Url = _fields.HttpUrl(key.Value) };
            case "image":
                return profile with { Image = _images.Read(key.Value) };
            case "aliases":
                return profile with { Aliases = _fields.Aliases(key.Value) };
            case "nav" when profile.Kind == ProfileKind.Section:
                return profile with { IsInNavigation = _yaml.YesNo(key.Value) ?? true };
            case "params":
                var values = new Dictionary<string, object?>(StringComparer.Ordinal);
                _visibility.ReadNested(key, visibility);
                _params.Read(key.Value, values);
                return profile with { Params = values };
            case "status":
                _visibility.Read(VisibilityRule.Word, key, visibility);
                return profile;
            case "expires":
                _visibility.Read(VisibilityRule.RemovedFrom, key, visibility);
                return profile;
            default:
                PassOver(key, profile.Kind == ProfileKind.Section ? SectionKeys : Keys, visibility);
                return profile;
        }
    }

    private void PassOver(YamlToken key, IReadOnlyList<string> known, VisibilityFindings visibility)
    {
        if (VisibilityKeys.RuleOf(key.Value) is { } rule && _visibility.Read(rule, key, visibility))
        {
            return;
        }

        _visibility.ReadNested(key, visibility);
        if (_visibility.HoldsBack(key, VisibilityKeys.Near(key.Value), visibility))
        {
            _yaml.Skip();
            return;
        }

        if (_config.FrontMatter.Ignore.Contains(key.Value))
        {
            _yaml.Forget(key);
        }
        else
        {
            _yaml.Report(ArticleDiagnostics.Yaml.UnknownKey(_yaml.At(key.Span), key.Value, known));
        }

        _yaml.Skip();
    }

    private string[] ReadSynonyms(string key)
    {
        var synonyms = new List<string>();
        foreach (var text in _fields.Texts(key))
        {
            if (_fields.PlainName(key, text) is { } name)
            {
                synonyms.Add(name.Text);
            }
        }

        return [.. synonyms];
    }
}
