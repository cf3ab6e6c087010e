using StaticNews.Articles.Prose;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Articles;

/// <summary>
/// From a source's bytes to an article, or to what an editor should mend. Pure: the same path, bytes and configuration give the same
/// article, and it touches no disk. Belongs to one worker, which reads all its articles with it.
/// </summary>
internal sealed class ArticleReader
{
    /// <summary>Where articles lie, as diagnostics name them.</summary>
    public const string ContentFolder = "content/";

    /// <summary>A lede in a list or a feed is read at a glance: about three lines.</summary>
    private const int ExcerptMaxChars = 280;

    /// <summary>Half a page of headline; above it the writer mixed up title and text.</summary>
    private const int TitleMaxChars = 250;

    /// <summary>Front matter of real archives has a few hundred characters; without a bound, an article that lost its second '---' is read as YAML.</summary>
    private const int FrontMatterMaxChars = 512 * 1024;

    private const int MaxTokens = 50_000;

    private readonly SiteConfig _config;
    private readonly Drafts _drafts;
    private readonly NamePool _names;
    private readonly SectionLanguages _languages;
    private readonly FingerprintBuilder _fingerprint = new();
    private readonly YamlTokenizer _tokenizer = new(MaxTokens);
    private readonly List<YamlToken> _tokens = [];
    private readonly List<Diagnostic> _unheard = [];
    private readonly FrontMatterReader _frontMatter;
    private readonly LiteLength? _liteLength;
    private readonly BodyCheck _bodyCheck;
    private readonly CancellationToken _stop;

    /// <param name="names">Shared with whoever else makes summaries for the same worker; null for a pool of its own.</param>
    /// <param name="stop">Ends the reading of an article with an <see cref="OperationCanceledException"/>.</param>
    public ArticleReader(SiteConfig config, Drafts drafts = Drafts.Skip, NamePool? names = null, CancellationToken stop = default)
    {
        (_config, _drafts, _names, _stop) = (config, drafts, names ?? new NamePool(), stop);
        _bodyCheck = new BodyCheck(config);
        _languages = new SectionLanguages(config);
        _frontMatter = new FrontMatterReader(config, _names);
        _liteLength = config.Lite ? new LiteLength(config) : null;
    }

    /// <summary>What is wrong with the <c>defaults</c> of site.yml, located there. Once a build: reading an article does not repeat it.</summary>
    public IReadOnlyList<Diagnostic> CheckDefaults()
    {
        var found = new List<Diagnostic>();
        foreach (var rule in _config.Defaults)
        {
            _frontMatter.Read(rule.Source, rule.FrontMatter, new FrontMatter(), found);
        }

        found.Sort(Diagnostic.Compare);
        return found;
    }

    /// <summary>The article, or null with at least one error; a draft that is not built is null without a word.</summary>
    /// <param name="path">Below content/, with '/': <c>world/2014/flood.md</c>.</param>
    /// <param name="bytes">The whole file.</param>
    public LoadedArticle Read(string path, ReadOnlySpan<byte> bytes)
    {
        var (source, fault) = SourceDecoder.Decode(ContentFolder + path, bytes);
        if (source is null)
        {
            return new LoadedArticle(null, [ArticleDiagnostics.NotText(fault!)]);
        }

        var fence = FrontMatterFence.Find(source.Text);
        if (FaultOf(source, fence) is { } broken)
        {
            return new LoadedArticle(null, [broken]);
        }

        var found = new List<Diagnostic>();
        var fields = ReadFields(path, source, found);
        if (fields.IsDraft && _drafts == Drafts.Skip)
        {
            return new LoadedArticle(null, []);
        }

        var article = Assemble(path, source, fence, fields, ContentHash.Of(bytes), found);
        found.Sort(Diagnostic.Compare);
        return new LoadedArticle(article, found);
    }

    /// <summary>
    /// A known article again, for its page: what its summary says is not worked out a second time. Null where the source is no longer the one that
    /// the summary was made from.
    /// </summary>
    /// <param name="bytes">The whole file.</param>
    public Article? ReadAgain(ArticleSummary summary, ReadOnlySpan<byte> bytes)
    {
        if (ContentHash.Of(bytes) != summary.Content || SourceDecoder.Decode(ContentFolder + summary.Path, bytes).Source is not { } source)
        {
            return null;
        }

        var fence = FrontMatterFence.Find(source.Text);
        if (FaultOf(source, fence) is not null)
        {
            return null;
        }

        _unheard.Clear();
        return ArticleOf(summary, source, fence.Body, ReadFields(summary.Path, source, _unheard));
    }

    /// <summary>Leaves the front matter's tokens in <see cref="_tokens"/> where all is well.</summary>
    private Diagnostic? FaultOf(SourceText source, FrontMatterFence fence)
    {
        switch (fence.Kind)
        {
            case FenceKind.NoText:
                return ArticleDiagnostics.FileEmpty(source.WholeFile);
            case FenceKind.Missing:
                return ArticleDiagnostics.FrontMatterMissing(source.LocationOf(fence.Opening));
            case FenceKind.Unclosed:
                return ArticleDiagnostics.FrontMatterUnclosed(source.LocationOf(fence.Opening));
        }

        if (fence.Yaml.Length > FrontMatterMaxChars)
        {
            return ArticleDiagnostics.FrontMatterTooLong(source.LocationOf(fence.Opening), FrontMatterMaxChars);
        }

        if (_tokenizer.Read(source, fence.Yaml, _tokens) is { } fault)
        {
            return ArticleDiagnostics.Yaml.Broken(source.LocationOf(fault.Span), fault.Kind);
        }

        var isMapping = _tokens.Count == 0 || _tokens[0].Kind == YamlTokenKind.MapStart;
        return isMapping ? null : ArticleDiagnostics.FrontMatterNotKeys(source.LocationOf(_tokens[0].Span));
    }

    private FrontMatter ReadFields(string path, SourceText source, List<Diagnostic> found)
    {
        var fields = new FrontMatter();
        foreach (var rule in _config.Defaults)
        {
            if (rule.Match.IsMatch(path))
            {
                _unheard.Clear();
                _frontMatter.Read(rule.Source, rule.FrontMatter, fields, _unheard);
            }
        }

        if (_tokens.Count > 0)
        {
            _frontMatter.Read(source, _tokens, fields, found);
        }

        return fields;
    }

    private Article? Assemble(string path, SourceText source, FrontMatterFence fence, FrontMatter fields, ContentHash content, List<Diagnostic> found)
    {
        var name = SourceName.Of(path);
        var nameDate = default(ArticleDate);
        var dated = fields.Date is null || fields.Slug is null ? _frontMatter.Dates.ReadFileName(name.Stem, out nameDate) : 0;
        var date = fields.Date ?? (dated > 0 && !fields.HasDate ? nameDate : null);
        var slug = fields.Slug ?? SlugOf(name.Stem.AsSpan(dated), fields.Title);
        ReportTitle(fields, source, fence, found);
        if (date is null && !fields.HasDate)
        {
            found.Add(ArticleDiagnostics.DateMissing(source.LocationOf(fence.Opening)));
        }

        if (slug.Length == 0 && !fields.HasRefusedSlug)
        {
            found.Add(ArticleDiagnostics.SlugMissing(source.LocationOf(fence.Opening)));
        }

        if (date is not { } published || HasError(found))
        {
            return null;
        }

        var section = fields.Section ?? _names.Share(SectionPath.OfFolder(name.Folder));
        var language = _languages.Of(section).Inside(fields.Language ?? LanguageSuffix.Of(path), fields.Direction);
        var isPlain = _bodyCheck.IsPlain(source, fence.Body, path, found, _stop);
        var links = isPlain ? [] : LinkScanner.Scan(source, fence.Body, path, _config.Markdown, found, _stop);
        var summary = new ArticleSummary
        {
            Path = path,
            Content = content,
            TitleText = fields.Title!,
            Date = published,
            Updated = fields.Updated,
            Section = section,
            Slug = slug,
            Id = fields.Id,
            Tags = fields.Tags,
            Authors = fields.Authors,
            Kicker = fields.Kicker,
            LedeText = fields.Summary ?? LedeOf(source, fence.Body, isPlain),
            Type = fields.Type,
            Language = language.Tag,
            Direction = language == PageLanguage.Of(language.Tag) ? null : language.Direction,
            TranslationKey = fields.TranslationKey ?? LanguageSuffix.Original(path),
            Image = fields.Image is { } image ? image with { Caption = null, Credit = null } : null,
            Status = fields.Status,
            Expires = fields.Expires,
            Priority = fields.Priority,
            Series = fields.Series,
            Event = fields.Event,
            LitePages = _liteLength?.PagesOf(source, fence.Body, path, links, _stop) ?? 1,
            Related = fields.Related,
            Url = fields.Url,
            Aliases = fields.Aliases,
            Links = links,
            Card = default,
        };
        return ArticleOf(summary with { Card = CardHash.Of(summary, _fingerprint) }, source, fence.Body, fields);
    }

    private string LedeOf(SourceText source, TextSpan body, bool isPlain) => isPlain
        ? Excerpt.FirstPlainParagraph(source, body, ExcerptMaxChars)
        : Excerpt.FirstParagraph(source, body, ExcerptMaxChars, _stop);

    private static Article ArticleOf(ArticleSummary summary, SourceText source, TextSpan body, FrontMatter fields) => new()
    {
        Summary = summary,
        Source = source,
        Body = body,
        Standfirst = fields.Summary,
        Image = fields.Image,
        Corrections = fields.Corrections,
        Dateline = fields.Dateline,
        Desk = fields.Desk,
        Agencies = fields.Agencies,
        StatusReason = fields.StatusReason,
        SourceUrl = fields.SourceUrl,
        Captured = fields.Captured,
        License = fields.License,
        Params = fields.Params,
    };

    /// <summary>A title of the wrong kind was reported where it stands, and is not missed again.</summary>
    private static void ReportTitle(FrontMatter fields, SourceText source, FrontMatterFence fence, List<Diagnostic> found)
    {
        if (fields.Title?.Length is > 0 and <= TitleMaxChars)
        {
            return;
        }

        var at = (fields.TitleSource ?? source).LocationOf(fields.TitleSource is null ? fence.Opening : fields.TitleSpan);
        if (fields.Title is { } title)
        {
            found.Add(ArticleDiagnostics.TitleLong(at, title.Length, TitleMaxChars));
        }
        else if (!HasErrorAt(found, at))
        {
            found.Add(ArticleDiagnostics.TitleMissing(at));
        }
    }

    /// <summary>The file's name without its date, or the title where nothing is left of that.</summary>
    private static string SlugOf(ReadOnlySpan<char> stem, string? title) =>
        Slug.Of(stem.ToString()) is { Length: > 0 } slug ? slug : Slug.Of(title ?? "");

    private static bool HasError(List<Diagnostic> found)
    {
        foreach (var diagnostic in found)
        {
            if (diagnostic.Severity == Severity.Error)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasErrorAt(List<Diagnostic> found, SourceLocation at)
    {
        foreach (var diagnostic in found)
        {
            if (diagnostic.Severity == Severity.Error && diagnostic.At == at)
            {
                return true;
            }
        }

        return false;
    }
}
