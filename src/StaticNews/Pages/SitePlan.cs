using System.Collections.Concurrent;
using StaticNews.Archive;
using StaticNews.Archive.Related;
using StaticNews.Archive.Topics;
using StaticNews.Configuration;
using StaticNews.Feeds;
using StaticNews.Localization;
using StaticNews.Markdown;
using StaticNews.Pages.Jobs;
using StaticNews.Text;
using StaticNews.TextEdition;

namespace StaticNews.Pages;

/// <summary>
/// Which files the site consists of, and all that any of them may know: closed once made. The jobs are walked, not
/// stored; an archive of a million articles has a million jobs, each alive while a worker holds it.
/// </summary>
internal sealed class SitePlan
{
    /// <summary>At most one per worker: as many as are in use at the same time.</summary>
    private readonly ConcurrentBag<RelatedBuffers> _scratches = [];

    private readonly Lazy<IReadOnlyList<SitemapPart>> _sitemap;

    private readonly Func<string, ulong?> _assetMark;

    /// <param name="assetBytes">The size of a copied file by its path below content/; null where there is none.</param>
    /// <param name="assetMark">A number that changes with such a file; null where there is none.</param>
    public SitePlan(
        Catalog catalog,
        Theme theme,
        Localizations words,
        Func<string, long?> assetBytes,
        Func<string, ulong?> assetMark
    )
    {
        Catalog = catalog;
        Theme = theme;
        _assetMark = assetMark;
        var related = Task.Run(() => RelatedIndex.Of(catalog));
        ArticleContexts = ArticleContextIndex.Of(catalog);
        Editions = new Editions(catalog, words);
        Cards = new ArticleCards(catalog, assetBytes);
        Related = related.GetAwaiter().GetResult();
        RelatedFingerprints = Related.FingerprintsOf(Cards.Hashes);
        PageHeads = new PageHead(catalog, Editions, theme);
        RouteHashes = new RouteHashes(catalog);
        Bodies = new BodyRenderer(catalog.Config.Markdown, catalog.Config.BaseUrl, catalog.Config.Related);
        SiteHash = PageHeads.Hash();
        ReadingHash = ReadingRules.Hash(catalog.Config);
        _sitemap = new Lazy<IReadOnlyList<SitemapPart>>(() => SitemapParts.All(this));
    }

    public Catalog Catalog { get; }

    public SiteConfig Config => Catalog.Config;

    public Theme Theme { get; }

    public Editions Editions { get; }

    /// <summary>The edition of every page that belongs to no section.</summary>
    public Edition Edition => Editions.Site;

    public RelatedIndex Related { get; }

    /// <summary>What a related list is chosen from, as a number for each article.</summary>
    public RelatedFingerprints RelatedFingerprints { get; }

    public ArticleContextIndex ArticleContexts { get; }

    public ArticleCards Cards { get; }

    public PageHead PageHeads { get; }

    public BodyRenderer Bodies { get; }

    public FeedBodies FeedBodies { get; } = new();

    /// <summary>The parts of the sitemap, in the order of its index.</summary>
    public IReadOnlyList<SitemapPart> Sitemap => _sitemap.Value;

    /// <summary>How many <see cref="Jobs"/> there are.</summary>
    public int JobCount =>
        Catalog.Articles.Count
        + (Config.Lite ? Catalog.Articles.Count(article => !article.IsWithdrawn) : 0)
        + OtherJobs().Count();

    public RouteHashes RouteHashes { get; }

    /// <summary>Of what every page shows of the site.</summary>
    public ContentHash SiteHash { get; }

    /// <summary>
    /// The hash of the settings about reading articles: they can give a page values that no source contains.
    /// </summary>
    public ContentHash ReadingHash { get; }

    /// <summary>"More from …" of one article, best first.</summary>
    public int[] RelatedTo(int article)
    {
        if (!_scratches.TryTake(out var scratch))
        {
            scratch = Related.NewScratch();
        }

        var list = new RelatedArticle[Config.Related.Count];
        var related = new int[Related.Related(article, scratch, list)];
        for (var i = 0; i < related.Length; i++)
        {
            related[i] = list[i].Article;
        }

        _scratches.Add(scratch);
        return related;
    }

    /// <summary>
    /// A number that changes with a copied file, by its path below content/; null where there is none.
    /// </summary>
    public ulong? AssetMark(string path) => _assetMark(path);

    /// <summary>Every file of the site but the copied ones, in a fixed order.</summary>
    public IEnumerable<PageJob> Jobs()
    {
        for (var article = 0; article < Catalog.Articles.Count; article++)
        {
            var page = new ArticleJob(this, article);
            yield return page;
            if (Config.Lite && !Catalog.Articles[article].IsWithdrawn)
            {
                yield return new LiteArticleJob(this, article, page);
            }
        }

        foreach (var job in OtherJobs())
        {
            yield return job;
        }
    }

    private IEnumerable<PageJob> OtherJobs() =>
        Lists().Concat(LitePages()).Concat(Texts()).Concat(Calendar()).Concat(FeedsAndMaps()).Concat(ToTakeAlong());

    private IEnumerable<PageJob> Lists()
    {
        yield return new FrontJob(this);
        foreach (var section in Catalog.Sections)
        {
            foreach (var job in ListJob.Of(this, ListSubject.Of(this, section)))
            {
                yield return job;
            }
        }

        foreach (var topics in (IReadOnlyList<Topic>[])[Catalog.Tags, Catalog.Authors, Catalog.Series, Catalog.Events])
        {
            foreach (var topic in topics.Where(topic => topic.Url is not null))
            {
                foreach (var job in ListJob.Of(this, ListSubject.Of(topic)))
                {
                    yield return job;
                }
            }
        }
    }

    private IEnumerable<PageJob> LitePages()
    {
        if (!Config.Lite)
        {
            yield break;
        }

        yield return new LiteFrontJob(this);
        foreach (var section in Catalog.Sections)
        {
            yield return new LiteSectionJob(this, ListSubject.OfLite(this, section));
        }
    }

    private IEnumerable<PageJob> Texts()
    {
        if (PageHeads.Site.Tags is not null)
        {
            yield return new IndexJob(this, PageKind.Tags, Edition.Words.Topics, "/tags/", Catalog.Tags);
        }

        if (PageHeads.Site.Authors is not null)
        {
            yield return new IndexJob(this, PageKind.Authors, Edition.Words.Authors, "/authors/", Catalog.Authors);
        }

        foreach (var page in Catalog.Pages)
        {
            yield return new StandingPageJob(this, page);
        }

        yield return new NotFoundJob(this);
    }

    private IEnumerable<PageJob> Calendar()
    {
        yield return new ArchiveJob(this);
        for (var i = 0; i < Catalog.Years.Count; i++)
        {
            yield return new YearJob(this, i);
            for (var month = 0; month < Catalog.Years[i].Months.Count; month++)
            {
                yield return new MonthJob(this, i, month);
            }
        }
    }

    private IEnumerable<PageJob> FeedsAndMaps()
    {
        foreach (var subject in FeedSubject.All(this))
        {
            yield return new FeedJob(this, subject);
        }

        foreach (var part in Sitemap)
        {
            yield return new SitemapJob(part);
        }

        yield return new SitemapIndexJob(this);
        yield return new RobotsJob(this);
        yield return new HeadersJob(this);
        yield return new RedirectsJob(this);
        foreach (var alias in Catalog.Aliases)
        {
            yield return new RedirectJob(this, alias.Url, alias.Target);
        }
    }

    private IEnumerable<PageJob> ToTakeAlong()
    {
        foreach (var volume in Catalog.Books.Volumes)
        {
            yield return new EpubJob(this, volume);
        }

        if (Config.Offline.Worker)
        {
            yield return new ServiceWorkerJob(this);
        }
    }
}
