using StaticNews.Articles;
using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Archive;

/// <summary>The sources that have a place in the output, after all claims on paths are settled.</summary>
/// <param name="Timeline">The articles; from here on an article is its index in them.</param>
/// <param name="Urls">By article.</param>
/// <param name="SectionOf">By article: an index in the section tree, or -1.</param>
/// <param name="Assets">Ordinal.</param>
/// <param name="LeftOut">Paths below content/ of the sources without a place; why is reported.</param>
internal sealed record Settlement(
    Timeline Timeline, IReadOnlyList<string> Urls, int[] SectionOf, ProfileShelf Profiles, IReadOnlyList<string> Assets, IReadOnlyCollection<string> LeftOut)
{
    private const string WritesItself = "StaticNews writes this file itself";

    public static Settlement Reach(
        SiteConfig config,
        Timeline timeline,
        SectionTree tree,
        ProfileShelf profiles,
        IReadOnlyList<string> assets,
        List<Diagnostic> diagnostics)
    {
        var claims = new UrlClaims(timeline.Articles);
        ClaimForSite(claims, tree);
        ClaimForOffline(claims, config, timeline.Articles, tree);
        if (config.Pictures.Variants)
        {
            claims.OwnFolder(SiteUrls.Variants, "the smaller pictures");
        }

        foreach (var page in profiles.Of(ProfileKind.Page))
        {
            claims.ClaimForSource(page.Path, OutputPath.Of(SiteUrls.Page(page.Key)));
        }

        foreach (var asset in assets)
        {
            claims.ClaimForSource(asset, SiteUrls.Asset(asset));
        }

        var urls = UrlsOf(config, timeline.Articles, tree, claims, diagnostics);
        claims.ClaimForArticles(urls);
        var leftOut = claims.Settle(diagnostics);
        var kept = Kept(timeline.Articles, urls, leftOut);
        return new Settlement(
            timeline with { Articles = Array.ConvertAll(kept, i => timeline.Articles[i]) },
            kept.Length == urls.Count ? urls : new PackedTexts(kept.Select(i => urls[i]), kept.Length),
            Array.ConvertAll(kept, i => tree.SectionOf[i]),
            profiles.Without(leftOut),
            [.. assets.Where(asset => !leftOut.Contains(asset)).Order(StringComparer.Ordinal)],
            WithReserved(leftOut, timeline.Articles, tree));
    }

    /// <summary>With the articles in sections that cannot be.</summary>
    private static HashSet<string> WithReserved(HashSet<string> leftOut, ArticleSummary[] articles, SectionTree tree)
    {
        for (var i = 0; i < articles.Length; i++)
        {
            if (tree.SectionOf[i] == SectionTree.Reserved)
            {
                leftOut.Add(articles[i].Path);
            }
        }

        return leftOut;
    }

    /// <summary>Empty for an article in a section that cannot be: it was reported with the section.</summary>
    private static PackedTexts UrlsOf(SiteConfig config, ArticleSummary[] articles, SectionTree tree, UrlClaims claims, List<Diagnostic> diagnostics)
    {
        var permalinks = new Permalinks(config.Permalink);
        var taken = new Lazy<Dictionary<PathKey, string>>(UsualFiles);
        return new PackedTexts(articles.Select((article, i) => LiteralUrl(article, claims, taken, diagnostics) is { } literal && tree.SectionOf[i] != SectionTree.Reserved ? literal : Usual(i)), articles.Length);

        string Usual(int article) => tree.SectionOf[article] switch
        {
            SectionTree.Reserved => "",
            SectionTree.None => permalinks.Of(articles[article], ""),
            var section => permalinks.Of(articles[article], tree.Nodes[section].Id),
        };

        // An article with a URL of its own choice must not take the page of one that has its usual URL.
        Dictionary<PathKey, string> UsualFiles()
        {
            var files = new Dictionary<PathKey, string>();
            for (var i = 0; i < articles.Length; i++)
            {
                if (articles[i].Url is null && Usual(i) is { Length: > 0 } url)
                {
                    files.TryAdd(PathKey.Of(OutputPath.Of(url)), articles[i].Path);
                }
            }

            return files;
        }
    }

    /// <summary>The URL that an article gives itself; none where the site's own pages stand or will stand, or the page of another article.</summary>
    private static string? LiteralUrl(ArticleSummary article, UrlClaims claims, Lazy<Dictionary<PathKey, string>> taken, List<Diagnostic> diagnostics)
    {
        if (article.Url is not { } url)
        {
            return null;
        }

        var file = OutputPath.Of(url.Target);
        var owner = claims.OwnerOf(file) ?? (taken.Value.TryGetValue(PathKey.Of(file), out var other) ? $"'{SourcePath.Shown(other)}'" : null);
        if (owner is null)
        {
            return url.Target;
        }

        diagnostics.Add(ArchiveDiagnostics.UrlIsTheSites(url.At.In(SourcePath.Place(article.Path)), url.Target, owner));
        return null;
    }

    private static void ClaimForSite(UrlClaims claims, SectionTree tree)
    {
        claims.ClaimForSite(OutputPath.Of(SiteUrls.FrontPage), "the front page");
        claims.ClaimForSite(SiteUrls.NotFound, "the page for wrong addresses", $"{WritesItself}; change its template, templates/not-found.sbn-html");
        claims.ClaimForSite(SiteUrls.Robots, "the site's robots.txt", $"{WritesItself} and lets all robots read all; rules of your own are for your host to add");
        claims.ClaimForSite(SiteUrls.Redirects, "the list of redirects", $"{WritesItself} from the 'aliases' of articles and pages; write old addresses there");
        claims.ClaimForSite(SiteUrls.Headers, "the list of headers", $"{WritesItself}; headers of your own are for your host to add");
        claims.ClaimForSite(SiteUrls.Feed, "the site's feed", $"{WritesItself}; say what is in it with 'feeds' in site.yml");
        claims.ClaimForSite(SiteUrls.Sitemap, "the sitemap", $"{WritesItself}; delete yours");
        claims.OwnFolder(SiteUrls.Archive, "the calendar pages");
        claims.OwnFolder(SiteUrls.Tags, "the tags' pages");
        claims.OwnFolder(SiteUrls.Authors, "the authors' pages");
        claims.OwnFolder(SiteUrls.Series, "the series' pages");
        claims.OwnFolder(SiteUrls.Events, "the events' pages");
        claims.OwnFolder(SiteUrls.Sitemaps, "the sitemap's parts");
        claims.OwnFolder(SiteUrls.Lite, "the text-only edition");
        claims.OwnFolder(SiteUrls.FrontPage + SiteUrls.PagerFolder, "older pages of the front page");
        foreach (var section in tree.Nodes)
        {
            var url = SiteUrls.Section(section.Id);
            claims.ClaimForSite(OutputPath.Of(url), $"the section '{section.Id}'");
            claims.ClaimForSite(SiteUrls.FeedOf(url), $"the feed of the section '{section.Id}'", $"{WritesItself}; say what is in it with 'feeds' in site.yml");
            claims.OwnFolder(url + SiteUrls.PagerFolder, $"older pages of the section '{section.Id}'");
        }
    }

    private static void ClaimForOffline(UrlClaims claims, SiteConfig config, ArticleSummary[] articles, SectionTree tree)
    {
        if (config.Offline.Books)
        {
            Bookshelf.Claim(claims, articles, tree);
        }

        if (config.Offline.Worker)
        {
            claims.ClaimForSite(SiteUrls.Worker, "the site's service worker", $"{WritesItself}; 'offline: {{ worker: false }}' in site.yml leaves it out");
        }
    }

    private static int[] Kept(ArticleSummary[] articles, PackedTexts urls, HashSet<string> leftOut)
    {
        var kept = new int[articles.Length];
        var count = 0;
        for (var i = 0; i < articles.Length; i++)
        {
            if (urls.HasText(i) && (leftOut.Count == 0 || !leftOut.Contains(articles[i].Path)))
            {
                kept[count++] = i;
            }
        }

        return kept[..count];
    }
}
