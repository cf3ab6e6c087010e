using StaticNews.Archive.Topics;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Diagnostics;

namespace StaticNews.Archive.Routes;

/// <summary>All URLs of the site, and the old ones that lead to them.</summary>
/// <param name="Aliases">Ordinal by old URL.</param>
internal sealed record RouteTable(LinkResolver Map, IReadOnlyList<Alias> Aliases)
{
    public static RouteTable Draw(Catalog catalog, ProfileIndex profiles, List<Diagnostic> diagnostics)
    {
        var articles = (ArticleSummary[])catalog.Articles;
        var drawing = new LinkResolver.Drawing(catalog.Config.BaseUrl.Prefix, articles, catalog.Urls);
        var profileUrls = ProfileUrls(catalog, profiles);
        AddSources(drawing, catalog, profileUrls);
        AddLists(drawing, catalog);
        var owners = articles
            .Where(article => article.Aliases.Count > 0)
            .Select(article => (article.Path, article.Aliases, Url: drawing.UrlOf(article.Path)))
            .Concat(profileUrls.Select(pair => (pair.Key.Path, pair.Key.Aliases, Url: pair.Value)))
            .OrderBy(owner => owner.Path, StringComparer.Ordinal);
        var aliases = new List<Alias>();
        var folders = new Lazy<OwnedFolders>(() => GrowingFolders(catalog));
        foreach (var owner in owners)
        {
            AddAliases(catalog.Config, drawing, folders, owner, aliases, diagnostics);
        }

        return new RouteTable(drawing.Finish(), [.. aliases.OrderBy(alias => alias.Url, StringComparer.Ordinal)]);
    }

    /// <summary>
    /// The profiles that have a page. The front page's text has the front page, a tag's text its tag's page.
    /// </summary>
    private static Dictionary<Profile, string> ProfileUrls(Catalog catalog, ProfileIndex profiles)
    {
        var urls = new Dictionary<Profile, string>(ReferenceEqualityComparer.Instance);
        foreach (var section in catalog.Sections)
        {
            Add(section.Profile, section.Url);
        }

        foreach (var topic in catalog.Tags.Concat(catalog.Authors))
        {
            Add(topic.Profile, topic.Url);
        }

        foreach (var page in catalog.Pages)
        {
            Add(page, SiteUrls.Page(page.Key));
        }

        Add(profiles.FrontPage, SiteUrls.FrontPage);
        return urls;

        void Add(Profile? profile, string? url)
        {
            if (profile is not null && url is not null)
            {
                urls[profile] = url;
            }
        }
    }

    private static void AddSources(
        LinkResolver.Drawing drawing,
        Catalog catalog,
        Dictionary<Profile, string> profileUrls
    )
    {
        foreach (var (profile, url) in profileUrls)
        {
            drawing.AddPage(profile.Path, url);
        }

        foreach (var asset in catalog.Assets)
        {
            drawing.AddFile(asset, SiteUrls.Asset(asset));
        }
    }

    private static void AddLists(LinkResolver.Drawing drawing, Catalog catalog)
    {
        string[] single = [SiteUrls.FrontPage, SiteUrls.Archive, SiteUrls.Tags, SiteUrls.Authors];
        string[] withFeed =
        [
            SiteUrls.FrontPage,
            .. catalog.Sections.Select(section => section.Url),
            .. UrlsOf(catalog.Tags),
        ];
        string[] topics =
        [
            .. UrlsOf(catalog.Tags),
            .. UrlsOf(catalog.Authors),
            .. UrlsOf(catalog.Series),
            .. UrlsOf(catalog.Events),
        ];
        string[] files =
        [
            SiteUrls.NotFound,
            SiteUrls.Robots,
            SiteUrls.Redirects,
            SiteUrls.Headers,
            SiteUrls.Sitemap,
            .. withFeed.Select(SiteUrls.FeedOf),
        ];
        foreach (var url in single.Concat(withFeed).Concat(topics))
        {
            drawing.AddPage(null, url);
        }

        foreach (
            var url in files.Concat(
                catalog.Years.SelectMany(year => year.Months).Select(month => SiteUrls.Month(month.Year, month.Month))
            )
        )
        {
            drawing.AddFile(null, url);
        }

        foreach (var book in catalog.Books.Volumes)
        {
            drawing.AddFile(null, book.Url);
        }

        if (catalog.Config.Offline.Worker)
        {
            drawing.AddFile(null, SiteUrls.Worker);
        }

        AddIfAny(drawing, catalog.Series, SiteUrls.Series);
        AddIfAny(drawing, catalog.Events, SiteUrls.Events);
        foreach (var year in catalog.Years)
        {
            drawing.AddPage(null, SiteUrls.Year(year.Year));
        }
    }

    private static void AddIfAny(LinkResolver.Drawing drawing, IReadOnlyList<Topic> topics, string listUrl)
    {
        if (topics.Any(topic => topic.Url is not null))
        {
            drawing.AddPage(null, listUrl);
        }
    }

    private static IEnumerable<string> UrlsOf(IReadOnlyList<Topic> topics) =>
        topics.Select(topic => topic.Url).OfType<string>();

    /// <summary>
    /// Folders that gain and lose files as the archive grows, from the URL to their owner: an alias in one of
    /// them would be taken some day, if it is not today.
    /// </summary>
    private static OwnedFolders GrowingFolders(Catalog catalog)
    {
        var folders = new OwnedFolders();
        folders.Add(SiteUrls.Sitemaps, "the sitemap's parts");
        if (catalog.Config.Lite)
        {
            folders.Add(SiteUrls.Lite, "the text-only edition");
        }

        if (catalog.Config.Pictures.Variants)
        {
            folders.Add(SiteUrls.Variants, "the smaller images");
        }

        var topics = new[] { catalog.Tags, catalog.Authors, catalog.Series, catalog.Events }.SelectMany(UrlsOf);
        foreach (var list in catalog.Sections.Select(section => section.Url).Concat(topics).Prepend(SiteUrls.FrontPage))
        {
            folders.Add(list + SiteUrls.PagerFolder, $"the older pages of '{list}'");
        }

        return folders;
    }

    private static void AddAliases(
        SiteConfig config,
        LinkResolver.Drawing drawing,
        Lazy<OwnedFolders> folders,
        (string Path, IReadOnlyList<LinkReference> Written, string Url) source,
        List<Alias> aliases,
        List<Diagnostic> diagnostics
    )
    {
        foreach (var alias in source.Written)
        {
            var (target, fault) = (alias.Target, AliasFault.None);
            if (AliasPath.IsAddress(alias.Target))
            {
                fault = AliasPath.OfAddress(alias.Target, config.BaseUrl, config.Markdown.Elsewhere, out target);
            }

            if (fault != AliasFault.None)
            {
                diagnostics.Add(
                    ArticleDiagnostics.AliasRefused(alias.At.In(SourcePath.Place(source.Path)), alias.Target, fault)
                );
                continue;
            }

            var file = RouteFile.Of(target);
            if (RouteFile.Fault(file) is { } unsafePath)
            {
                diagnostics.Add(
                    ArchiveDiagnostics.AliasUnsafe(alias.At.In(SourcePath.Place(source.Path)), target, unsafePath)
                );
                continue;
            }

            if (drawing.LeadsTo(target, source.Url))
            {
                continue;
            }

            if (
                (
                    folders.Value.OwnerOf(file.AsSpan(0, file.LastIndexOf('/')))
                    ?? drawing.AddAlias(target, source.Url, source.Path)
                ) is
                { } owner
            )
            {
                diagnostics.Add(
                    ArchiveDiagnostics.AliasTaken(alias.At.In(SourcePath.Place(source.Path)), target, owner)
                );
            }
            else
            {
                aliases.Add(new Alias(target, source.Url));
            }
        }
    }
}

/// <summary>An old URL that leads to a page of today; checked: nothing else has its output path.</summary>
/// <param name="Url">The old one, as written; starts with '/'.</param>
/// <param name="Target">The page's URL.</param>
internal sealed record Alias(string Url, string Target);
