using System.Globalization;
using System.Text;
using StaticNews.Compact;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Markdown;
using StaticNews.Text;
using StaticNews.Yaml;

namespace StaticNews.Content;

/// <summary>
/// From a source's bytes to an article, or to what an editor should mend. Pure: the same path, bytes and configuration
/// give the same article, and it touches no disk. Belongs to one worker, which reads all its articles with it.
/// </summary>
internal sealed class ArticleReader
{
    /// <summary>Where articles lie, as diagnostics name them.</summary>
    public const string ContentFolder = "content/";

    /// <summary>A lede in a list or a feed is read at a glance: about three lines.</summary>
    private const int ExcerptMaxChars = 280;

    /// <summary>Half a page of headline; above it the writer mixed up title and text.</summary>
    private const int TitleMaxChars = 250;

    /// <summary>
    /// Front matter of real archives has a few hundred characters; without a bound, an article that lost its second
    /// '---' is read as YAML.
    /// </summary>
    private const int FrontMatterMaxChars = 512 * 1024;

    private const int MaxTokens = 50_000;

    /// <summary>With hyphens, the numbers of so many characters fit into a file's name.</summary>
    private const int SlugRunesMax = 25;

    private readonly SiteConfig _config;
    private readonly DraftHandling _drafts;
    private readonly NamePool _names;
    private readonly SectionLanguages _languages;
    private readonly FingerprintBuilder _fingerprint = new();
    private readonly YamlTokenizer _tokenizer = new(MaxTokens);
    private readonly List<YamlToken> _tokens = [];
    private readonly List<Diagnostic> _unheard = [];
    private readonly FrontMatterReader _frontMatter;
    private readonly FrontMatter _fields = new();
    private readonly TakenInKeys _takenIn;
    private readonly BodyCheck _bodyCheck;
    private readonly CancellationToken _stop;

    /// <param name="names">
    /// Shared by all readers of the same worker; null for a pool of its own.
    /// </param>
    /// <param name="stop">Ends the reading of an article with an <see cref="OperationCanceledException"/>.</param>
    public ArticleReader(
        SiteConfig config,
        DraftHandling drafts = DraftHandling.Skip,
        NamePool? names = null,
        CancellationToken stop = default
    )
    {
        (_config, _drafts, _names, _stop) = (config, drafts, names ?? new NamePool(), stop);
        _bodyCheck = new BodyCheck(config);
        _languages = new SectionLanguages(config);
        _frontMatter = new FrontMatterReader(config, _names);
        _takenIn = new TakenInKeys(config);
    }

    /// <summary>
    /// The fault of the <c>defaults</c> of site.yml, located there. Once per build: reading an article does not
    /// repeat it.
    /// </summary>
    public IReadOnlyList<Diagnostic> CheckDefaults()
    {
        var found = new List<Diagnostic>();
        foreach (var rule in _config.Defaults)
        {
            _fields.Clear();
            _frontMatter.Read(rule.Source, rule.FrontMatter, _fields, found);
            if (_fields.Date.Fault is { } fault)
            {
                found.Add(fault.AsWarning("; it is left out"));
            }
        }

        found.Sort(Diagnostic.Compare);
        return found;
    }

    /// <summary>
    /// The article, or what keeps it out: at least one error, or that it is a draft, which causes no message.
    /// </summary>
    /// <param name="path">Below content/, with '/': <c>world/2014/flood.md</c>.</param>
    /// <param name="bytes">The whole file.</param>
    public LoadedArticle Read(string path, ReadOnlySpan<byte> bytes)
    {
        var (source, fault) = SourceDecoder.Decode(ContentFolder + path, bytes);
        if (source is null)
        {
            return LoadedArticle.Failed(ArticleDiagnostics.NotText(fault!)) with
            {
                References = ReferencedFiles.In(Encoding.Latin1.GetString(bytes), path),
            };
        }

        var fence = FrontMatterFence.Find(source.Text);
        if (FaultOf(source, fence) is { } broken)
        {
            return LoadedArticle.Failed(broken) with
            {
                References = ReferencesOf(path, source, fence.Body, image: null),
            };
        }

        var found = new List<Diagnostic>();
        var fields = ReadFields(path, source, found);
        var visibility = fields.Visibility.Strictest();
        if (visibility is { Visibility: Visibility.Draft } && _drafts == DraftHandling.Skip)
        {
            return new LoadedArticle(SourceState.Draft, null, [])
            {
                References = ReferencesOf(path, source, fence.Body, fields.Image.Value),
            };
        }

        var article = visibility is { Visibility: Visibility.HeldBack }
            ? null
            : Assemble(path, source, fence, fields, ContentHash.Of(bytes), found);
        found.Sort(Diagnostic.Compare);
        if (article is not null)
        {
            var hidden =
                fields.Status.Value == ArticleStatus.Withdrawn
                    ? ReferencesOf(path, source, fence.Body, fields.WithdrawnImage)
                    : [];
            return new LoadedArticle(SourceState.Article, article, found) { References = hidden };
        }

        // What asks to be taken down goes, whatever else is wrong with it.
        var isTakenDown =
            visibility is { Visibility: Visibility.HeldBack } or { RemovedFrom: not null }
            || fields.Status.Value == ArticleStatus.Withdrawn;
        var state = isTakenDown ? SourceState.HeldBack : SourceState.Failed;
        return new LoadedArticle(state, null, found)
        {
            References = ReferencesOf(path, source, fence.Body, fields.Image.Value),
        };
    }

    /// <summary>The files that a source names which is not shown. Its faults are not reported.</summary>
    private LinkReference[] ReferencesOf(string path, SourceText source, TextSpan body, ArticleImage? image)
    {
        _unheard.Clear();
        var links = _bodyCheck.IsPlain(source, body, path, _unheard, _stop)
            ? []
            : LinkScanner.Scan(source, body, path, _config.Markdown, _unheard, _stop);
        var files = ReferencedFiles.In(source.Text, path);
        return image is null ? [.. links, .. files] : [.. links, new LinkReference(image.Src, image.At), .. files];
    }

    /// <summary>
    /// A known article again, for its page: what its summary says is not worked out a second time. Null where the
    /// source is no longer the one that the summary was made from.
    /// </summary>
    /// <param name="bytes">The whole file.</param>
    public Article? ReadAgain(ArticleSummary summary, ReadOnlySpan<byte> bytes)
    {
        if (
            ContentHash.Of(bytes) != summary.Content
            || SourceDecoder.Decode(ContentFolder + summary.Path, bytes).Source is not { } source
        )
        {
            return null;
        }

        var fence = FrontMatterFence.Find(source.Text);
        if (FaultOf(source, fence) is not null)
        {
            return null;
        }

        _unheard.Clear();
        var fields = ReadFields(summary.Path, source, _unheard);
        return ArticleOf(summary, source, BodyOf(fence, fields), fields);
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
            return ArticleDiagnostics.Yaml.Broken(source.LocationOf(fault.Span), fault.Kind, fault.Detail);
        }

        var isMapping = _tokens.Count == 0 || _tokens[0].Kind == YamlTokenKind.MapStart;
        return isMapping
            ? _takenIn.BehindDots(source, fence)
            : ArticleDiagnostics.FrontMatterNotKeys(source.LocationOf(_tokens[0].Span));
    }

    private FrontMatter ReadFields(string path, SourceText source, List<Diagnostic> found)
    {
        var fields = _fields;
        fields.Clear();
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
            _takenIn.Check(source, _tokenizer.Continued, fields.Visibility, found);
        }

        if (fields.Status.Value == ArticleStatus.Withdrawn)
        {
            fields.LeaveNotice();
        }

        return fields;
    }

    /// <summary>
    /// Nothing of a withdrawn article's text is read: neither shown nor excerpted, and its images are not published.
    /// </summary>
    private static TextSpan BodyOf(FrontMatterFence fence, FrontMatter fields) =>
        fields.Status.Value == ArticleStatus.Withdrawn ? new TextSpan(fence.Body.End, 0) : fence.Body;

    private Article? Assemble(
        string path,
        SourceText source,
        FrontMatterFence fence,
        FrontMatter fields,
        ContentHash content,
        List<Diagnostic> found
    )
    {
        var name = SourceName.Of(path);
        var nameDate = default(ArticleDate);
        var dated =
            fields.Date.Value is null || fields.Slug.Value is null
                ? _frontMatter.Dates.ReadFileName(name.Stem, out nameDate)
                : 0;
        var visibility = fields.Visibility.Strictest();
        var date = DateOf(fields, visibility, dated > 0 ? nameDate : null, source.LocationOf(fence.Opening), found);
        var title = fields.Title.Value is null
            ? StandInTitle(fields, name.Words(dated), source, fence, found)
            : CheckedTitle(fields, fields.Title.Value, found);
        if (date is not { } published)
        {
            return null;
        }

        var slug = fields.Slug.Value ?? SlugOf(name.Stem.AsSpan(dated), title);
        if (slug.Length == 0)
        {
            slug = NumbersOf(name.Stem);
            found.Add(ArticleDiagnostics.SlugMissing(source.LocationOf(fence.Opening), slug));
        }

        if (fields.StatusReason.Value is not null && fields.Status.Value == ArticleStatus.Published)
        {
            found.Add(ArticleDiagnostics.ReasonWithoutStatus(fields.StatusReason.At!));
        }

        var section = fields.Section.Value ?? _names.Share(SectionPath.OfFolder(name.Folder));
        var language = _languages
            .Of(section)
            .Inside(fields.Language.Value ?? LanguageSuffix.Of(path), fields.Direction.Value);
        var body = BodyOf(fence, fields);
        var isPlain = _bodyCheck.IsPlain(source, body, path, found, _stop);
        var links = isPlain ? [] : LinkScanner.Scan(source, body, path, _config.Markdown, found, _stop);
        var summary = new ArticleSummary
        {
            Path = path,
            Content = content,
            TitleText = title,
            Date = published,
            Updated = UpdatedOf(fields, published, found),
            Section = section,
            Slug = slug,
            Id = fields.Id.Value,
            Tags = fields.Tags.Items,
            Authors = fields.Authors.Items,
            Kicker = fields.Kicker.Value,
            Location = fields.Location.Value,
            LedeText = fields.Summary.Value ?? LedeOf(source, body, isPlain),
            Type = fields.Type.Value,
            Language = language.Tag,
            Direction = language == PageLanguage.Of(language.Tag) ? null : language.Direction,
            TranslationKey = fields.TranslationKey.Value ?? LanguageSuffix.Original(path),
            Image = fields.Image.Value is { } image ? image with { Caption = null, Credit = null } : null,
            Status = fields.Status.Value,
            Expires = fields.Expires.Value,
            Access = visibility?.Access ?? ArticleAccess.Public,
            PublishedFrom = visibility?.PublishedFrom is { } from && from.UtcTicks > published.UtcTicks ? from : null,
            RemovedFrom = visibility?.RemovedFrom,
            Priority = fields.Priority.Value,
            Series = fields.Series.Value,
            Event = fields.Event.Value,
            Related = fields.Related.Items,
            Url = fields.Url.Value,
            Aliases = fields.Aliases.Items,
            Links = links,
            Card = default,
        };
        return ArticleOf(summary.WithCard(_fingerprint), source, body, fields);
    }

    /// <summary>Null also for a change before the article was published.</summary>
    private static ArticleDate? UpdatedOf(FrontMatter fields, ArticleDate published, List<Diagnostic> found)
    {
        if (fields.Updated.Value is not { } updated || !updated.IsBefore(published))
        {
            return fields.Updated.Value;
        }

        found.Add(ArticleDiagnostics.UpdatedBeforeDate(fields.Updated.At!));
        return null;
    }

    private string LedeOf(SourceText source, TextSpan body, bool isPlain) =>
        isPlain
            ? Excerpt.FirstPlainParagraph(source, body, ExcerptMaxChars)
            : Excerpt.FirstParagraph(source, body, ExcerptMaxChars, _stop);

    private static Article ArticleOf(ArticleSummary summary, SourceText source, TextSpan body, FrontMatter fields) =>
        new()
        {
            Summary = summary,
            Source = source,
            Body = body,
            Standfirst = fields.Summary.Value,
            Image = fields.Image.Value,
            Corrections = fields.Corrections.Items,
            Dateline = fields.Dateline.Value,
            Desk = fields.Desk.Value,
            Agencies = fields.Agencies.Items,
            StatusReason = fields.StatusReason.Value,
            SourceUrl = fields.SourceUrl.Value,
            Captured = fields.Captured.Value,
            License = fields.License.Value,
            Params = fields.Params.Value ?? Article.NoParams,
        };

    /// <summary>
    /// The front matter's date, else a date of publication by another key, else the file's name. Reports what is wrong
    /// with the first, and that there is none.
    /// </summary>
    private static ArticleDate? DateOf(
        FrontMatter fields,
        VisibilityFinding? visibility,
        ArticleDate? ofName,
        SourceLocation at,
        List<Diagnostic> found
    )
    {
        var date = fields.Date.Value ?? visibility?.PublishedFrom ?? ofName;
        if (fields.Date.Fault is { } fault)
        {
            var instead =
                fields.Date.Value is not null ? "the value that was given before it"
                : visibility?.PublishedFrom is not null ? $"'{visibility.Key}'"
                : "the date in the file's name";
            found.Add(
                date is null || fault.Severity == Severity.Warning ? fault : fault.AsWarning($"; {instead} is used")
            );
        }
        else if (date is null)
        {
            found.Add(ArticleDiagnostics.DateMissing(at));
        }

        return date;
    }

    private static string CheckedTitle(FrontMatter fields, string title, List<Diagnostic> found)
    {
        if (title.Length > TitleMaxChars)
        {
            found.Add(ArticleDiagnostics.TitleLong(fields.Title.At!, title.Length, TitleMaxChars));
        }

        ReportNearTitle(fields, found);
        return title;
    }

    /// <summary>
    /// Where the front matter has no title: the first heading of the body, else the file's name in words.
    /// </summary>
    private string StandInTitle(
        FrontMatter fields,
        string nameInWords,
        SourceText source,
        FrontMatterFence fence,
        List<Diagnostic> found
    )
    {
        var at = fields.Title.At ?? source.LocationOf(fence.Opening);
        var heading = Excerpt.FirstHeading(source, fence.Body, TitleMaxChars, _stop);
        var (title, origin) =
            heading.Length > 0 ? (heading, "its first heading") : (nameInWords, "made of the file's name");
        found.Add(ArticleDiagnostics.TitleMissing(at, title, origin, fields.NearTitle));
        return title;
    }

    /// <summary>A key like <c>title</c> beside a title is an unknown key like any other.</summary>
    private static void ReportNearTitle(FrontMatter fields, List<Diagnostic> found)
    {
        if (fields.NearTitle is var (key, at))
        {
            found.Add(ArticleDiagnostics.Yaml.UnknownKey(at, key, "title", hint: null));
        }
    }

    /// <summary>The file's name without its date, or the title where nothing is left of that.</summary>
    private static string SlugOf(ReadOnlySpan<char> stem, string? title) =>
        Slug.Of(stem.ToString()) is { Length: > 0 } slug ? slug : Slug.Of(title ?? "");

    /// <summary>
    /// A URL of a name without letters or digits, as of emoji: the numbers of its characters in hexadecimal.
    /// </summary>
    private static string NumbersOf(string stem) =>
        string.Join(
            '-',
            stem.EnumerateRunes()
                .Take(SlugRunesMax)
                .Select(rune => rune.Value.ToString("x", CultureInfo.InvariantCulture))
        );
}
