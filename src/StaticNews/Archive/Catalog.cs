using StaticNews.Archive.Related;
using StaticNews.Archive.Routes;
using StaticNews.Archive.Sections;
using StaticNews.Archive.Topics;
using StaticNews.Compact;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Diagnostics;
using StaticNews.Images;
using StaticNews.Markdown;
using StaticNews.Text;

namespace StaticNews.Archive;

/// <summary>
/// All cross-article knowledge, built anew on every build from the summaries; immutable from then on.
/// </summary>
internal sealed record Catalog
{
    public required SiteConfig Config { get; init; }

    /// <summary>
    /// Every article that has a page, date descending, then path; an article's index here is its identity.
    /// </summary>
    public required IReadOnlyList<ArticleSummary> Articles { get; init; }

    /// <summary>Site URL of each article, by index: <c>/world/2014/05/flood.html</c>.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>Indexes of the articles that lists show (published, not expired), newest first.</summary>
    public required int[] Listed { get; init; }

    /// <summary>Top-level sections in navigation order, each followed by its own.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>Index in <see cref="Sections"/> for each article; -1 for an article without a section.</summary>
    public required int[] SectionOf { get; init; }

    /// <summary>By key, ordinal. Tags below the minimum are here too, with a null URL.</summary>
    public required IReadOnlyList<Topic> Tags { get; init; }

    /// <summary>
    /// Indexes in <see cref="Tags"/> for each article, in the order the article names them, synonyms resolved, each
    /// once.
    /// </summary>
    public required ArticleTopics TagsOf { get; init; }

    /// <summary>By key, ordinal.</summary>
    public required IReadOnlyList<Topic> Authors { get; init; }

    /// <summary>
    /// Indexes in <see cref="Authors"/> for each article, parallel to its bylines; -1 for a byline without a letter or
    /// digit.
    /// </summary>
    public required ArticleTopics AuthorsOf { get; init; }

    /// <summary>By key, ordinal.</summary>
    public required IReadOnlyList<Topic> Series { get; init; }

    /// <summary>Index in <see cref="Series"/> for each article, or -1.</summary>
    public required int[] SeriesOf { get; init; }

    /// <summary>By key, ordinal.</summary>
    public required IReadOnlyList<Topic> Events { get; init; }

    /// <summary>Index in <see cref="Events"/> for each article, or -1.</summary>
    public required int[] EventOf { get; init; }

    /// <summary>Newest first; listed articles only.</summary>
    public required IReadOnlyList<ArchiveYear> Years { get; init; }

    /// <summary>Empty where site.yml does not ask for them.</summary>
    public EpubVolumes Books { get; init; } = EpubVolumes.Empty;

    /// <summary>The texts of <c>_pages/</c>, by path.</summary>
    public required IReadOnlyList<Profile> Pages { get; init; }

    /// <summary>The front page's own text (<c>content/_index.md</c>), or null.</summary>
    public required Profile? FrontPage { get; init; }

    /// <summary>
    /// Files copied as they are, below content/, ordinal: pictures beside articles, <c>_assets/…</c>.
    /// </summary>
    public required IReadOnlyList<string> Assets { get; init; }

    /// <summary>Those of <see cref="Assets"/> that are images, with the facts from their files.</summary>
    public ImageIndex Pictures { get; init; } = ImageIndex.Empty;

    /// <summary>Old URLs, ordinal.</summary>
    public required IReadOnlyList<Alias> Aliases { get; init; }

    /// <summary>Articles that pin others as related: the indexes of these, in order, listed ones only.</summary>
    public required IReadOnlyDictionary<int, int[]> Pinned { get; init; }

    /// <summary>Articles that are one text in several languages.</summary>
    public required Translations Translations { get; init; }

    /// <summary>What leads where in the site.</summary>
    public required LinkResolver Resolver { get; init; }

    /// <summary>
    /// Odd spellings and likely slips, by kind and key; reported by who can read where they are written.
    /// </summary>
    public required IReadOnlyList<NameProblem> NameProblems { get; init; }

    /// <summary>
    /// The time for which the catalogue was made, in UTC ticks: it decides which articles only a preview shows.
    /// </summary>
    public long NowTicks { get; init; } = long.MaxValue;

    /// <summary>Articles whose date has not come, in no particular order.</summary>
    public IReadOnlyList<ArticleSummary> Future { get; init; } = [];

    /// <summary>Articles whose date of removal has passed, in no particular order.</summary>
    public IReadOnlyList<ArticleSummary> Removed { get; init; } = [];

    /// <summary>
    /// Files that only texts name which no page shows. Those of failed texts are among <see cref="Assets"/>, and copied
    /// only if they were published before.
    /// </summary>
    public IReadOnlyList<UnpublishedFile> UnpublishedFiles { get; init; } = [];

    /// <summary>In the order in which they are shown.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <param name="summaries">In any order.</param>
    /// <param name="profiles">In any order.</param>
    /// <param name="assets">Files below content/ that are copied as they are, in any order.</param>
    /// <param name="now">Decides only which articles are still in the future and which have expired.</param>
    /// <param name="includeFuture">Whether articles whose date has not come are built all the same.</param>
    /// <param name="pictures">By path, ordinal: the facts about the pictures among the assets.</param>
    /// <param name="unpublished">Sources that gave no summary or profile, and why.</param>
    public static Catalog Build(
        SiteConfig config,
        IReadOnlyList<ArticleSummary> summaries,
        IReadOnlyList<Profile> profiles,
        IReadOnlyList<string> assets,
        DateTimeOffset now,
        bool includeFuture,
        IReadOnlyList<ImageFile>? pictures = null,
        IReadOnlyList<UnpublishedSource>? unpublished = null
    ) =>
        CatalogBuilder.Build(
            config,
            summaries,
            profiles,
            assets,
            now,
            includeFuture,
            pictures ?? [],
            unpublished ?? []
        );

    /// <summary>Why only a preview shows an article; null for one that is public.</summary>
    public ArticlePreview? PreviewOf(int article) =>
        Articles[article] switch
        {
            { Access: var access } when access.HasFlag(ArticleAccess.Draft) => ArticlePreview.Draft,
            var other when ArticleTable.DueTicks(other) > NowTicks => ArticlePreview.Future,
            _ => null,
        };

    /// <summary>Whether search engines may list an article's page.</summary>
    public bool IsIndexed(int article)
    {
        var summary = Articles[article];
        return summary.Access == ArticleAccess.Public
            && ArticleTable.DueTicks(summary) <= NowTicks
            && (
                summary.Status == ArticleStatus.Published
                || (summary.Status == ArticleStatus.Retracted && !Config.RetractedNoindex)
            );
    }

    /// <summary>
    /// The targets that a source's text names and where they lead: for its renderer, and for the key of its page.
    /// </summary>
    /// <param name="links">Of an article or a profile.</param>
    public IReadOnlyList<ResolvedLink> ResolvedLinks(IReadOnlyList<LinkReference> links)
    {
        var resolved = links.Count == 0 ? [] : new ResolvedLink[links.Count];
        for (var i = 0; i < resolved.Length; i++)
        {
            resolved[i] = new ResolvedLink(links[i].Target, Resolver.Find(links[i].Target));
        }

        return resolved;
    }

    /// <summary>
    /// The URL of the picture that a source names: absolute, or from the site's root; null for none, and where the
    /// archive lacks its file.
    /// </summary>
    /// <param name="from">The source.</param>
    public string? PictureUrl(string from, ArticleImage? image)
    {
        if (image is null)
        {
            return null;
        }

        return WebAddress.IsHttp(image.Src) ? image.Src : Resolver.LookPicture(from, image.Src)?.Url;
    }

    /// <summary>
    /// The URL of an address that site.yml gives, a logo or a footer's link: what the archive has by that name, in its
    /// own spelling; else the address as it is written.
    /// </summary>
    /// <param name="address">Absolute, or from the site's root; percent-encoded or not.</param>
    /// <returns>From the site's root and decoded, with its query and fragment apart; or absolute.</returns>
    public (string Url, string Suffix) AddressOf(string address)
    {
        var target = LinkTarget.Read(address, "");
        return target.IsInSite
            ? (Resolver.Find(target.Key) ?? "/" + target.Key.TrimStart('/'), target.Suffix)
            : (address, "");
    }

    /// <summary>A tag as the article spells it; the tag's own name where the article has a synonym.</summary>
    /// <param name="tag">Index in <see cref="Tags"/>, one of the article's.</param>
    public string TagName(int article, int tag)
    {
        var topic = Tags[tag];
        if (topic.OwnSpellings is { } own)
        {
            foreach (var written in Articles[article].Tags)
            {
                if (own.Contains(written))
                {
                    return written;
                }

                if (string.Equals(written, topic.Name, StringComparison.Ordinal))
                {
                    break;
                }
            }
        }

        return topic.Name;
    }

    /// <summary>An author as the article spells them; the profile's title for its handle and for synonyms.</summary>
    /// <param name="n">Which of the article's bylines.</param>
    public string AuthorName(int article, int n)
    {
        var written = Articles[article].Authors[n].Name;
        return AuthorsOf[article][n] is var author and >= 0 ? Authors[author].DisplayName(written) : written;
    }

    /// <summary>The same for an article by its index.</summary>
    public IReadOnlyList<ResolvedLink> ResolvedLinks(int article) => ResolvedLinks(Articles[article].Links);
}

/// <summary>Why only a preview shows an article (<c>--drafts</c>, <c>--future</c>).</summary>
internal enum ArticlePreview : byte
{
    Draft,
    Future,
}

/// <summary>
/// Makes the catalogue from the facts of the sources. In order: the articles (<see cref="ArticleTable"/>), where
/// it belongs (<see cref="SectionTree"/>), which URL it has (<see cref="RouteTableBuilder"/>); then, of those that
/// stay, the lists, and last their references to each other.
/// </summary>
internal static class CatalogBuilder
{
    /// <param name="now">
    /// Decides only what is still in the future (articles, dates of change) and which articles have expired.
    /// </param>
    public static Catalog Build(
        SiteConfig config,
        IReadOnlyList<ArticleSummary> summaries,
        IReadOnlyList<Profile> profiles,
        IReadOnlyList<string> assets,
        DateTimeOffset now,
        bool includeFuture,
        IReadOnlyList<ImageFile> pictures,
        IReadOnlyList<UnpublishedSource> unpublished
    )
    {
        var diagnostics = new List<Diagnostic>();
        var all = ArticleTable.Order(UpdatedDates.WithoutFuture(summaries, now, diagnostics), now, includeFuture);
        var shelf = ProfileIndex.Sort(
            [.. profiles.Where(profile => profile.IsPublic(now, includeFuture))],
            diagnostics
        );
        var tree = SectionTree.Build(config.Sections, all.Articles, shelf, diagnostics);
        var settled = RoutedSources.Reach(config, all, tree, shelf, assets, diagnostics);
        var lists = ArchiveLists.Gather(config, settled, tree, now, diagnostics);
        var catalog = Assemble(config, settled, lists) with
        {
            NowTicks = now.UtcTicks,
            Pictures = new ImageIndex([.. pictures], config.Pictures),
        };
        var books = config.Offline.Books ? EpubVolumes.Of(catalog) : EpubVolumes.Empty;
        var connected = Connect(
            catalog with
            {
                Books = books,
            },
            settled,
            lists,
            UnpublishedSources.Of(unpublished, settled),
            diagnostics
        );
        return connected with
        {
            UnpublishedFiles = UnpublishedFiles.Find(connected, unpublished, settled.Profiles.All),
        };
    }

    private static Catalog Assemble(SiteConfig config, RoutedSources settled, ArchiveLists lists) =>
        new()
        {
            Config = config,
            Articles = settled.Table.Articles,
            Future = settled.Table.Future,
            Removed = settled.Table.Removed,
            Urls = settled.Urls,
            Listed = lists.Listed,
            Sections = lists.Sections,
            SectionOf = settled.SectionOf,
            Tags = lists.Tags.Topics,
            TagsOf = lists.Tags.Of,
            Authors = lists.Authors.Topics,
            AuthorsOf = lists.Authors.Of,
            Series = lists.Series.Topics,
            SeriesOf = lists.SeriesOf,
            Events = lists.Events.Topics,
            EventOf = lists.EventOf,
            Years = lists.Years,
            Pages = settled.Profiles.Of(ProfileKind.Page),
            FrontPage = settled.Profiles.FrontPage,
            Assets = settled.Assets,
            Aliases = [],
            Pinned = new Dictionary<int, int[]>(),
            Translations = Translations.None,
            Resolver = LinkResolver.Empty,
            NameProblems = lists.Findings(settled.Table.Articles),
            Diagnostics = [],
        };

    /// <summary>References between sources: old URLs, links, pinned articles.</summary>
    private static Catalog Connect(
        Catalog catalog,
        RoutedSources settled,
        ArchiveLists lists,
        UnpublishedSources unpublished,
        List<Diagnostic> diagnostics
    )
    {
        var chart = RouteTable.Draw(catalog, settled.Profiles, diagnostics);
        var names = new SourceNames(settled.Table);
        var check = new LinkChecker(
            catalog,
            settled.Table,
            chart.Map,
            names,
            unpublished,
            new ImageChecker(catalog.Pictures, catalog.Config),
            diagnostics
        );
        check.CheckArticles();
        check.CheckProfiles(settled.Profiles.All);
        check.CheckSite();
        check.ReportPictures();
        var pinned = new PinnedArticles(settled.Table, chart.Map, names, unpublished, lists.IsListed).Find(diagnostics);
        var translations = Translations.Gather(catalog.Articles, chart.Map, diagnostics);
        diagnostics.Sort(Diagnostic.Compare);
        return catalog with
        {
            Resolver = chart.Map,
            Aliases = chart.Aliases,
            Pinned = pinned,
            Translations = translations,
            Diagnostics = diagnostics,
        };
    }
}
