using StaticNews.Archive;
using StaticNews.Archive.Topics;
using StaticNews.Content;
using StaticNews.Pages.Models;

namespace StaticNews.Pages.Jobs;

/// <summary>An article's page.</summary>
internal sealed class ArticleJob(SitePlan plan, int article)
    : HtmlPageJob(PageKind.Article, OutputFile.Of(plan.Catalog.Urls[article]))
{
    /// <summary>How many articles "around the same time" a page shows.</summary>
    private const int AroundShown = 2;

    private readonly Catalog _catalog = plan.Catalog;
    private ArticleContext? _context;
    private int[]? _related;

    public override string? Source => Summary.Path;

    /// <summary>A page that only a preview shows has no owner, so that no error keeps it.</summary>
    public override string? Owner => _catalog.PreviewOf(article) is null ? Summary.Path : null;

    public override ChangeReason Subject => ChangeReason.EditedArticle;

    /// <summary>The edition of its section.</summary>
    public override Edition Edition => plan.Editions.OfSection(_catalog.SectionOf[article]);

    private ArticleSummary Summary => _catalog.Articles[article];

    private ReadOnlySpan<int> Translations => _catalog.Translations.Of(article);

    private ArticleContext Around => _context ??= ArticleContext.Of(plan, article);

    private int[] Related => _related ??= plan.RelatedTo(article);

    public override ArticlePage? Model(PageInputs inputs)
    {
        inputs.Open(FingerprintPart.Placement);
        var head = Head(inputs);
        var byline = new ArticleByline(plan, article, Edition, inputs);
        var image = inputs.Image("picture", plan.Cards.ImageUrl(article));
        var section = inputs.Section(_catalog.SectionOf[article]);
        var tags = Tags(inputs);

        // The page of a withdrawn article is a notice, which shows nothing of other articles.
        var others = Summary.IsWithdrawn ? OtherArticles.None : Others(inputs);
        inputs.Open(FingerprintPart.Source);
        if (inputs.Article(article) is not { } content)
        {
            return null;
        }

        var lead = image.Model(content.Article.Image);
        return new ArticlePage
        {
            Site = inputs.Site,
            Page = head with
            {
                Title = Summary.Title,
                Description = Summary.Lede.Length == 0 ? null : Summary.Lede,
                Language = Summary.Language,
                Direction = ArticleCards.DirectionOf(Summary),
                Image = image.Absolute,
                ImageWidth = lead?.Width,
                ImageHeight = lead?.Height,
                ImageAlt = lead is { Alt.Length: > 0 } ? lead.Alt : null,
                Params = content.Article.Params,
            },
            Article = Article(content, byline) with
            {
                Image = lead,
                Section = section,
                Tags = tags,
                Series = others.Series,
                Event = others.Event,
            },
            Inline = content.Body.Rest.Length == 0 ? [] : [.. others.Related.Take(others.InlineCount)],
            Related = others.Related,
            Older = others.Older,
            Newer = others.Newer,
            Around = others.SameTime,
            Trending = others.Trending,
        };
    }

    /// <summary>What the head shows besides the article's own text.</summary>
    private PageModel Head(PageInputs inputs)
    {
        var section = _catalog.SectionOf[article];
        var url = _catalog.Urls[article];
        return inputs.Head("", url) with
        {
            Translations = TranslationModels(inputs),
            AnyLanguage = AnyLanguage(inputs),
            Section = inputs.TopSection(section),
            Feed = section < 0 ? null : inputs.Feed(_catalog.Sections[section].Title, _catalog.Sections[section].Url),
            Breadcrumb = inputs.Trail(section),
            Indexed = inputs.Flag("indexed", _catalog.IsIndexed(article)),
            OtherEdition = Summary.IsWithdrawn ? null : plan.PageHeads.LiteHref(url),
        };
    }

    private ArticleModel Article(ArticleContent content, ArticleByline byline)
    {
        var whole = content.Article;
        return new ArticleModel
        {
            Title = Summary.Title,
            Kicker = Edition.KickerOf(Summary),
            Summary = whole.Standfirst,
            Type = Summary.Type.ToString().ToLowerInvariant(),
            Date = Edition.Dates.Model(Summary.Date),
            Updated = Summary.IsWithdrawn ? null : Edition.Dates.Model(Summary.Updated),
            Dateline = whole.Dateline,
            Location = Summary.Location,
            Desk = whole.Desk,
            Authors = byline.Authors,
            Agencies = whole.Agencies,
            AgenciesText = Edition.Lists.Join(whole.Agencies),
            Image = null,
            Lead = PageObserver.Examined(content.Body.Lead),
            Rest = PageObserver.Examined(content.Body.Rest),
            Words = content.Body.Words,
            Section = null,
            Tags = [],
            Series = null,
            Event = null,
            Corrections = byline.Corrections(whole),
            Notice = byline.Notice(whole),
            Provenance = byline.Provenance(whole),
            Params = whole.Params,
        };
    }

    private LinkModel[] Tags(PageInputs inputs)
    {
        var topics = _catalog.TagsOf[article];
        var tags = new LinkModel[topics.Length];
        for (var i = 0; i < tags.Length; i++)
        {
            tags[i] = inputs.Tag(article, topics[i]);
        }

        return tags;
    }

    private OtherArticles Others(PageInputs inputs)
    {
        inputs.Open(FingerprintPart.Neighbours);
        var others = new OtherArticles
        {
            Older = inputs.Card("older", Around.Older),
            Newer = inputs.Card("newer", Around.Newer),
            Series = Timeline(inputs, "series", _catalog.Series, Around.Series, Summary.Series),
            Event = Timeline(inputs, "event", _catalog.Events, Around.Event, Summary.Event),
        };
        inputs.Open(FingerprintPart.Context);
        inputs.AddCards("around", Around.SameTime);
        var trending = new LinkModel[Around.Trending.Length];
        for (var i = 0; i < trending.Length; i++)
        {
            trending[i] = inputs.Tag("trending", Around.Trending[i].Name, Around.Trending[i].Tag);
        }

        inputs.Open(FingerprintPart.Candidates);
        inputs.Hash("chosen from", "what is near by tags, section and date", plan.RelatedFingerprints[article]);
        inputs.Number("inline", plan.Config.Related.Inline);
        inputs.Number("paragraph", plan.Config.Related.AfterParagraph);
        if (!inputs.Wants(FingerprintPart.Related))
        {
            return others;
        }

        inputs.Open(FingerprintPart.Related);
        inputs.Number("paragraph", plan.Config.Related.AfterParagraph);
        return others with
        {
            InlineCount = inputs.Number("inline", plan.Config.Related.Inline),
            Related = inputs.Cards("related", Related),
            SameTime = inputs.IsHashing
                ? []
                : plan.Cards.All([.. Around.SameTime.Except(Related).Take(AroundShown)], Edition),
            Trending = trending,
        };
    }

    private static TimelineModel? Timeline(
        PageInputs inputs,
        string role,
        IReadOnlyList<Topic> topics,
        SeriesPosition place,
        string? written
    )
    {
        if (place.Topic < 0)
        {
            return null;
        }

        var topic = topics[place.Topic];
        var link = inputs.Link(role, topic.DisplayName(written!), topic.Url);
        return new TimelineModel(
            link.Title,
            link.Href,
            inputs.Card("earlier", place.Earlier),
            inputs.Card("later", place.Later)
        );
    }

    private TranslationModel[] TranslationModels(PageInputs inputs)
    {
        var group = Translations;
        var models = new TranslationModel[group.Length];
        var others = 0;
        for (var i = 0; i < models.Length; i++)
        {
            var isThis = group[i] == article;
            models[i] = inputs.Translation(
                group[i],
                isThis,
                isThis ? "" : Edition.Lists.After(others++, models.Length - 1)
            );
        }

        return models;
    }

    private string? AnyLanguage(PageInputs inputs)
    {
        var url = Translations.IsEmpty ? null : inputs.Text("any language", _catalog.Urls[ForAnyLanguage()]);
        return url is null ? null : plan.Config.BaseUrl.Absolute(url);
    }

    private int ForAnyLanguage()
    {
        foreach (var other in Translations)
        {
            if (string.Equals(_catalog.Articles[other].Language, plan.Edition.Language.Tag, StringComparison.Ordinal))
            {
                return other;
            }
        }

        return Translations[0];
    }

    /// <summary>What the page shows of other articles.</summary>
    private sealed record OtherArticles
    {
        public static readonly OtherArticles None = new();

        public CardModel? Older { get; init; }

        public CardModel? Newer { get; init; }

        public TimelineModel? Series { get; init; }

        public TimelineModel? Event { get; init; }

        public IReadOnlyList<CardModel> SameTime { get; init; } = [];

        public IReadOnlyList<LinkModel> Trending { get; init; } = [];

        public IReadOnlyList<CardModel> Related { get; init; } = [];

        /// <summary>How many of <see cref="Related"/> stand inside the body, where it has a place for them.</summary>
        public int InlineCount { get; init; }
    }
}

/// <summary>
/// What the pages of an article in both editions show around its text: authors, corrections, notice and provenance.
/// </summary>
internal sealed class ArticleByline
{
    private readonly ArticleSummary _summary;
    private readonly Edition _edition;
    private readonly ArticlePreview? _preview;

    public ArticleByline(SitePlan plan, int article, Edition edition, PageInputs inputs)
    {
        (_summary, _edition) = (plan.Catalog.Articles[article], edition);
        _preview = plan.Catalog.PreviewOf(article);
        inputs.Text("preview", _preview?.ToString());
        Authors = new AuthorModel[plan.Catalog.AuthorsOf[article].Length];
        for (var i = 0; i < Authors.Length; i++)
        {
            var link = inputs.Author(article, i);
            Authors[i] = new AuthorModel(
                link.Title,
                link.Href,
                _summary.Authors[i].Role,
                edition.Lists.After(i, Authors.Length)
            );
        }
    }

    public AuthorModel[] Authors { get; }

    public CorrectionModel[] Corrections(Article whole) =>
        [.. whole.Corrections.Select(entry => new CorrectionModel(_edition.Dates.Model(entry.Date), entry.Text))];

    /// <summary>
    /// Null for a published article. The last change of a withdrawn one was that it was withdrawn. What only a preview
    /// shows has the notice of the preview, whatever its status is.
    /// </summary>
    public NoticeModel? Notice(Article whole) =>
        _preview is { } preview
            ? new NoticeModel(
                preview.ToString().ToLowerInvariant(),
                _edition.NoticeOf(preview),
                null,
                preview == ArticlePreview.Future ? _edition.Dates.Model(ArticleTable.DueDate(_summary)) : null
            )
        : _edition.NoticeOf(_summary.Status) is { } notice
            ? new NoticeModel(
                _summary.Status.ToString().ToLowerInvariant(),
                notice,
                whole.StatusReason,
                _summary.IsWithdrawn ? _edition.Dates.Model(_summary.Updated) : null
            )
        : null;

    public ProvenanceModel? Provenance(Article whole)
    {
        if (whole.SourceUrl is null && whole.License is null)
        {
            return null;
        }

        var host = Uri.TryCreate(whole.SourceUrl, UriKind.Absolute, out var uri) ? uri.Host : null;
        return new ProvenanceModel(host, whole.SourceUrl, _edition.Dates.Model(whole.Captured), whole.License);
    }
}
