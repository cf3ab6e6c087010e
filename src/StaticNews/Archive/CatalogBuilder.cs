using StaticNews.Articles;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Pictures;

namespace StaticNews.Archive;

/// <summary>
/// Makes the catalogue from what sources say of themselves. In order: who is there (<see cref="Timeline"/>), where it belongs
/// (<see cref="SectionTree"/>), which URL it has (<see cref="UrlClaims"/>); then, of those that stay, the lists, and last what they say of each other.
/// </summary>
internal static class CatalogBuilder
{
    /// <param name="now">Decides only what is still in the future (articles, dates of change) and which articles have expired.</param>
    public static Catalog Build(
        SiteConfig config,
        IReadOnlyList<ArticleSummary> summaries,
        IReadOnlyList<Profile> profiles,
        IReadOnlyList<string> assets,
        DateTimeOffset now,
        bool includeFuture,
        IReadOnlyList<PictureFile> pictures,
        IReadOnlyList<UnpublishedSource> unpublished)
    {
        var diagnostics = new List<Diagnostic>();
        var all = Timeline.Order(UpdatedDates.WithoutFuture(summaries, now, diagnostics), now, includeFuture);
        var shelf = ProfileShelf.Sort([.. profiles.Where(profile => profile.IsPublic(now, includeFuture))], diagnostics);
        var tree = SectionTree.Grow(config.Sections, all.Articles, shelf, diagnostics);
        var settled = Settlement.Reach(config, all, tree, shelf, assets, diagnostics);
        var lists = ArchiveLists.Gather(config, settled, tree, now, diagnostics);
        var catalog = Assemble(config, settled, lists) with { NowTicks = now.UtcTicks, Pictures = new PictureShelf([.. pictures], config.Pictures) };
        var books = config.Offline.Books ? Bookshelf.Of(catalog) : Bookshelf.Empty;
        var connected = Connect(catalog with { Books = books }, settled, lists, UnpublishedSources.Of(unpublished, settled), diagnostics);
        return connected with { UnpublishedFiles = UnpublishedFiles.Find(connected, unpublished, settled.Profiles.All) };
    }

    private static Catalog Assemble(SiteConfig config, Settlement settled, ArchiveLists lists) => new()
    {
        Config = config,
        Articles = settled.Timeline.Articles,
        Future = settled.Timeline.Future,
        Removed = settled.Timeline.Removed,
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
        UrlMap = UrlMap.Empty,
        NameFindings = lists.Findings(settled.Timeline.Articles),
        Diagnostics = [],
    };

    /// <summary>What sources say of each other: old URLs, links, pinned articles.</summary>
    private static Catalog Connect(Catalog catalog, Settlement settled, ArchiveLists lists, UnpublishedSources unpublished, List<Diagnostic> diagnostics)
    {
        var chart = UrlChart.Draw(catalog, settled.Profiles, diagnostics);
        var names = new SourceNames(settled.Timeline);
        var check = new LinkCheck(catalog, settled.Timeline, chart.Map, names, unpublished, new PictureCheck(catalog.Pictures, catalog.Config), diagnostics);
        check.CheckArticles();
        check.CheckProfiles(settled.Profiles.All);
        check.CheckSite();
        check.ReportPictures();
        var pinned = new PinnedArticles(settled.Timeline, chart.Map, names, unpublished, lists.IsListed).Find(diagnostics);
        var translations = Translations.Gather(catalog.Articles, chart.Map, diagnostics);
        diagnostics.Sort(Diagnostic.Compare);
        return catalog with { UrlMap = chart.Map, Aliases = chart.Aliases, Pinned = pinned, Translations = translations, Diagnostics = diagnostics };
    }
}
