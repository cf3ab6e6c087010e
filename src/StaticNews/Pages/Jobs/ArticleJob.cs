using StaticNews.Archive;
using StaticNews.Archive.Topics;
using StaticNews.Content;
using StaticNews.Pages.Models;

namespace StaticNews.Pages.Jobs;

/// <summary>An article's page.</summary>
internal sealed class ArticleJob(SitePlan plan, int article) : PageJob(OutputFile.Of(plan.Catalog.Urls[article]))
{
    /// <summary>Of what the paper reported just before.</summary>
    private const int AroundShown = 2;

    private readonly Catalog _catalog = plan.Catalog;
    private ArticleContext? _context;
    private int[]? _related;

    public override string? Source => Summary.Path;

    /// <summary>What only a preview shows has none, so that no error keeps its page.</summary>
    public override string? Owner => _catalog.PreviewOf(article) is null ? Summary.Path : null;

    private ArticleSummary Summary => _catalog.Articles[article];

    /// <summary>Of its section.</summary>
    public Edition Edition => plan.Editions.OfSection(_catalog.SectionOf[article]);

    /// <summary>Whether search engines may list it.</summary>
    public bool IsIndexed => _catalog.IsIndexed(article);

    private ReadOnlySpan<int> Translations => _catalog.Translations.Of(article);

    private ArticleContext Around => _context ??= ArticleContext.Of(plan, article);

    private int[] Related => _related ??= plan.RelatedTo(article);

    public override PageKind? Kind => PageKind.Article;

    public override ChangeReason Subject => ChangeReason.EditedArticle;

    public override void Describe(IFingerprintSink key)
    {
        plan.DescribeFrame(key, PageKind.Article, Edition);
        key.Open(FingerprintPart.Source);
        key.Add("source", Summary.Content);
        key.Add("updated", Summary.Updated?.UtcTicks ?? 0);
        key.Add("reading", plan.ReadingHash);
        plan.DescribeLinks(key, Summary.Links);
        key.Open(FingerprintPart.Placement);
        DescribePlacement(key);
        if (Summary.IsWithdrawn)
        {
            // Its notice shows nothing of other articles.
            return;
        }

        key.Open(FingerprintPart.Neighbours);
        plan.Cards.Describe(key, "older", Around.Older);
        plan.Cards.Describe(key, "newer", Around.Newer);
        DescribeTranslations(key);
        DescribeTimeline(key, "series", Around.Series);
        DescribeTimeline(key, "event", Around.Event);
        key.Open(FingerprintPart.Context);
        plan.Cards.Describe(key, "around", Around.SameTime);
        foreach (var trend in Around.Trending)
        {
            key.Add("trending", trend.Name, plan.RouteHashes.OfTag(trend.Tag, trend.Name));
        }

        key.Open(FingerprintPart.Candidates);
        key.Add("inline", plan.Config.Related.Inline);
        key.Add("paragraph", plan.Config.Related.AfterParagraph);
        key.Add("chosen from", "what is near by tags, section and date", plan.RelatedFingerprints[article]);
        if (key.Wants(FingerprintPart.Related))
        {
            DescribeRelated(key);
        }
    }

    public override bool Render(PageWorker worker)
    {
        if (worker.Load(article) is not { } whole)
        {
            return false;
        }

        var body = worker.Body(whole, article);
        var page = new ArticlePage
        {
            Site = plan.PageHeads.SiteOn(PageKind.Article),
            Page = Head(whole),
            Article = Model(whole, body),
            Inline = [],
            Related = [],
            Older = null,
            Newer = null,
            Around = [],
            Trending = [],
        };
        return worker.Render(PageKind.Article, Summary.IsWithdrawn ? page : WithOthers(page, body));
    }

    private ArticlePage WithOthers(ArticlePage page, RenderedBody body)
    {
        var inline = body.Rest.Length == 0 ? 0 : Math.Min(plan.Config.Related.Inline, Related.Length);
        return page with
        {
            Inline = plan.Cards.All(Related.AsSpan(0, inline), Edition),
            Related = plan.Cards.All(Related, Edition),
            Older = plan.Cards.CardOrNone(Around.Older, Edition),
            Newer = plan.Cards.CardOrNone(Around.Newer, Edition),
            Around = plan.Cards.All([.. Around.SameTime.Except(Related).Take(AroundShown)], Edition),
            Trending = [.. Around.Trending.Select(trend => TopicLink(trend.Name, _catalog.Tags[trend.Tag]))],
        };
    }

    private PageModel Head(Article whole)
    {
        var section = _catalog.SectionOf[article];
        var image = plan.Cards.Image(article);
        return plan.PageHeads.Page(PageKind.Article, Summary.Title, _catalog.Urls[article], Edition) with
        {
            Description = Summary.Lede.Length == 0 ? null : Summary.Lede,
            Language = Summary.Language,
            Direction = ArticleCards.DirectionOf(Summary),
            Translations = TranslationModels(),
            AnyLanguage = Translations.IsEmpty ? null : plan.Config.BaseUrl.Absolute(_catalog.Urls[ForAnyLanguage()]),
            Image = plan.Cards.AbsoluteImageUrl(article),
            ImageWidth = image?.Width,
            ImageHeight = image?.Height,
            ImageAlt = image is { Alt.Length: > 0 } ? image.Alt : null,
            Section = plan.PageHeads.TopOf(section),
            Feed =
                section < 0
                    ? null
                    : plan.PageHeads.Feed(_catalog.Sections[section].Title, _catalog.Sections[section].Url),
            Breadcrumb = plan.PageHeads.Trail(section),
            Indexed = IsIndexed,
            OtherEdition = Summary.IsWithdrawn ? null : plan.PageHeads.LiteHref(_catalog.Urls[article]),
            Params = whole.Params,
        };
    }

    private ArticleModel Model(Article whole, RenderedBody body) =>
        new()
        {
            Title = Summary.Title,
            Kicker = Edition.KickerOf(Summary),
            Summary = whole.Standfirst,
            Type = Summary.Type.ToString().ToLowerInvariant(),
            Date = Edition.Dates.Model(Summary.Date),
            Updated = Summary.IsWithdrawn ? null : Edition.Dates.Model(Summary.Updated),
            Dateline = whole.Dateline,
            Desk = whole.Desk,
            Authors = Authors(),
            Agencies = whole.Agencies,
            AgenciesText = Edition.Lists.Join(whole.Agencies),
            Image = plan.Cards.Image(whole.Image, plan.Cards.ImageUrl(article)),
            Lead = PageObserver.Examined(body.Lead),
            Rest = PageObserver.Examined(body.Rest),
            Words = body.Words,
            Section = plan.Cards.SectionLink(article),
            Tags = Tags(),
            Series = Summary.IsWithdrawn ? null : Timeline(_catalog.Series, Around.Series, Summary.Series),
            Event = Summary.IsWithdrawn ? null : Timeline(_catalog.Events, Around.Event, Summary.Event),
            Corrections = Corrections(whole),
            Notice = Notice(whole),
            Provenance = Provenance(whole),
            Params = whole.Params,
        };

    private LinkModel[] Tags()
    {
        var topics = _catalog.TagsOf[article];
        var tags = new LinkModel[topics.Length];
        for (var i = 0; i < tags.Length; i++)
        {
            tags[i] = TopicLink(_catalog.TagName(article, topics[i]), _catalog.Tags[topics[i]]);
        }

        return tags;
    }

    public CorrectionModel[] Corrections(Article whole) =>
        [.. whole.Corrections.Select(entry => new CorrectionModel(Edition.Dates.Model(entry.Date), entry.Text))];

    /// <summary>
    /// Null for a published article. The last change of a withdrawn one was that it was withdrawn. What only a preview
    /// shows says so, whatever else is to be said of it.
    /// </summary>
    public NoticeModel? Notice(Article whole) =>
        _catalog.PreviewOf(article) is { } preview
            ? new NoticeModel(
                preview.ToString().ToLowerInvariant(),
                Edition.NoticeOf(preview),
                null,
                preview == ArticlePreview.Future ? Edition.Dates.Model(ArticleTable.DueDate(Summary)) : null
            )
        : Edition.NoticeOf(Summary.Status) is { } notice
            ? new NoticeModel(
                Summary.Status.ToString().ToLowerInvariant(),
                notice,
                whole.StatusReason,
                Summary.IsWithdrawn ? Edition.Dates.Model(Summary.Updated) : null
            )
        : null;

    public AuthorModel[] Authors()
    {
        var topics = _catalog.AuthorsOf[article];
        var authors = new AuthorModel[topics.Length];
        for (var i = 0; i < topics.Length; i++)
        {
            var byline = Summary.Authors[i];
            var link =
                topics[i] < 0
                    ? new LinkModel(byline.Name, null)
                    : TopicLink(_catalog.AuthorName(article, i), _catalog.Authors[topics[i]]);
            authors[i] = new AuthorModel(link.Title, link.Href, byline.Role, Edition.Lists.After(i, topics.Length));
        }

        return authors;
    }

    private TimelineModel? Timeline(IReadOnlyList<Topic> topics, SeriesPosition place, string? written) =>
        place.Topic < 0
            ? null
            : new TimelineModel(
                topics[place.Topic].DisplayName(written!),
                TopicLink("", topics[place.Topic]).Href,
                plan.Cards.CardOrNone(place.Earlier, Edition),
                plan.Cards.CardOrNone(place.Later, Edition)
            );

    private LinkModel TopicLink(string name, Topic topic) =>
        new(name, topic.Url is { } url ? plan.Config.BaseUrl.Href(url) : null);

    public ProvenanceModel? Provenance(Article whole)
    {
        if (whole.SourceUrl is null && whole.License is null)
        {
            return null;
        }

        var host = Uri.TryCreate(whole.SourceUrl, UriKind.Absolute, out var uri) ? uri.Host : null;
        return new ProvenanceModel(host, whole.SourceUrl, Edition.Dates.Model(whole.Captured), whole.License);
    }

    private TranslationModel[] TranslationModels()
    {
        var group = Translations;
        var models = new TranslationModel[group.Length];
        var others = 0;
        for (var i = 0; i < models.Length; i++)
        {
            var summary = _catalog.Articles[group[i]];
            var isThis = group[i] == article;
            models[i] = new TranslationModel(
                summary.Language,
                ArticleCards.DirectionOf(summary),
                plan.Editions.NameOf(summary.Language),
                summary.Title,
                plan.Cards.Href(group[i]),
                plan.Config.BaseUrl.Absolute(_catalog.Urls[group[i]]),
                isThis,
                isThis ? "" : Edition.Lists.After(others++, models.Length - 1)
            );
        }

        return models;
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

    private void DescribeTranslations(IFingerprintSink key)
    {
        foreach (var other in Translations)
        {
            var summary = _catalog.Articles[other];
            key.Add("translation", _catalog.Urls[other]);
            key.Add("language", summary.Language);
            key.Add("name", plan.Editions.NameOf(summary.Language));
            key.Add("direction", ArticleCards.DirectionOf(summary));
            key.Add("title", summary.Title);
        }
    }

    public void DescribePlacement(IFingerprintSink key)
    {
        key.Add("url", _catalog.Urls[article]);
        if (!IsIndexed)
        {
            key.Add("not for search engines", 1);
            key.Add("preview", _catalog.PreviewOf(article)?.ToString());
        }

        var picture = plan.Cards.ImageUrl(article);
        key.Add("picture", picture);
        plan.DescribePicture(key, picture);
        for (var at = _catalog.SectionOf[article]; at >= 0; at = _catalog.Sections[at].Parent)
        {
            key.Add("section", _catalog.Sections[at].Title, plan.RouteHashes.OfSection(at));
        }

        foreach (var tag in _catalog.TagsOf[article])
        {
            var name = _catalog.TagName(article, tag);
            key.Add("tag", name, plan.RouteHashes.OfTag(tag, name));
        }

        var authors = _catalog.AuthorsOf[article];
        for (var i = 0; i < authors.Length; i++)
        {
            if (authors[i] >= 0)
            {
                var name = _catalog.AuthorName(article, i);
                key.Add("author", name, plan.RouteHashes.OfAuthor(authors[i], name));
            }
        }
    }

    private void DescribeRelated(IFingerprintSink key)
    {
        key.Open(FingerprintPart.Related);
        key.Add("inline", plan.Config.Related.Inline);
        key.Add("paragraph", plan.Config.Related.AfterParagraph);
        plan.Cards.Describe(key, "related", Related);
    }

    private void DescribeTimeline(IFingerprintSink key, string role, SeriesPosition place)
    {
        var (topics, written) = string.Equals(role, "series", StringComparison.Ordinal)
            ? (_catalog.Series, Summary.Series)
            : (_catalog.Events, Summary.Event);
        key.Add(role, place.Topic < 0 ? null : topics[place.Topic].DisplayName(written!));
        plan.Cards.Describe(key, "earlier", place.Earlier);
        plan.Cards.Describe(key, "later", place.Later);
    }
}
