using System.Runtime.InteropServices;
using StaticNews.Archive.Sections;
using StaticNews.Compact;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Diagnostics;

namespace StaticNews.Archive.Routes;

/// <summary>
/// Who may write which file of the output. Two claims on one file, or on a file and a folder of one name, are settled
/// without regard to the order in which they were made: the site's own pages have priority over sources, and the source
/// with the first path (ordinal) has priority over the others. The other claims are reported and left out.
/// </summary>
internal sealed class RouteTableBuilder
{
    private readonly ArticleSummary[] _articles;
    private PackedTexts _articleUrls = new([], 0);
    private readonly List<Claim> _others = [];
    private readonly Dictionary<FoldedPathHash, int> _files;
    private readonly OwnedFolders _ownedFolders = new();

    /// <summary>
    /// Folders that sources need. Thousands of articles share one, so its faults are found once.
    /// </summary>
    private readonly Dictionary<string, Folder> _folders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Folder>.AlternateLookup<ReadOnlySpan<char>> _foldersBySpan;
    private readonly HashSet<int> _losers = [];
    private readonly List<Diagnostic> _refusals = [];
    private readonly List<(int Loser, FoldedPathHash File)> _contested = [];

    /// <param name="articles">In timeline order.</param>
    public RouteTableBuilder(ArticleSummary[] articles)
    {
        _articles = articles;
        _files = new Dictionary<FoldedPathHash, int>(articles.Length);
        _foldersBySpan = _folders.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>A folder in which only the site's own pages live.</summary>
    /// <param name="url">With '/' at both ends.</param>
    /// <param name="owner">As a message names it: "the list of tags".</param>
    public void OwnFolder(string url, string owner) => _ownedFolders.Add(url, owner);

    /// <summary>A file of the site's own.</summary>
    /// <param name="file">Output path: <c>/index.html</c>.</param>
    /// <param name="hint">What to do about a copied file in its place, where another name is no answer.</param>
    public void ClaimForSite(string file, string owner, string? hint = null)
    {
        _others.Add(new Claim(owner, file, IsSites: true, hint));
        Enter(_articles.Length + _others.Count - 1, file);
    }

    /// <summary>A file made from a source that is no article.</summary>
    /// <param name="path">Below content/.</param>
    /// <param name="file">Output path: <c>/about.html</c>.</param>
    public void ClaimForSource(string path, string file)
    {
        _others.Add(new Claim(path, file, IsSites: false));
        Enter(_articles.Length + _others.Count - 1, file);
    }

    /// <summary>
    /// The part of the site that owns the folder of a file, as a message names it; null where it has no owner. Asked
    /// when the site has claimed all that it makes.
    /// </summary>
    public string? OwnerOf(string file)
    {
        var owner = _ownedFolders.OwnerOf(file.AsSpan(0, file.LastIndexOf('/')));
        for (var end = file.Length; owner is null && end > 0; end = file.LastIndexOf('/', end - 1))
        {
            owner =
                _files.TryGetValue(FoldedPathHash.Of(file.AsSpan(0, end)), out var claim) && IsSites(claim)
                    ? SourceOf(claim)
                    : null;
        }

        return owner;
    }

    /// <param name="urls">By article; empty for those that cannot have one.</param>
    public void ClaimForArticles(PackedTexts urls)
    {
        _articleUrls = urls;
        for (var i = 0; i < _articles.Length; i++)
        {
            if (_articleUrls.HasText(i))
            {
                Enter(i, RouteFile.Of(_articleUrls[i]));
            }
        }
    }

    /// <summary>
    /// Paths below content/ of the sources that lost; every one of them is in <paramref name="diagnostics"/>.
    /// </summary>
    public HashSet<string> Settle(List<Diagnostic> diagnostics)
    {
        foreach (var (loser, file) in _contested)
        {
            Lose(loser, Clash(loser, _files[file]), diagnostics);
        }

        SettleFolders(diagnostics);
        diagnostics.AddRange(_refusals);
        var leftOut = new HashSet<string>(StringComparer.Ordinal);
        foreach (var loser in _losers)
        {
            leftOut.Add(SourceOf(loser));
        }

        return leftOut;
    }

    private void Enter(int claim, string file)
    {
        if (!IsSites(claim) && Refusal(claim, file) is { } refusal)
        {
            _refusals.Add(refusal);
            _losers.Add(claim);
            return;
        }

        var key = FoldedPathHash.Of(file);
        ref var holder = ref CollectionsMarshal.GetValueRefOrAddDefault(_files, key, out var taken);
        if (!taken)
        {
            holder = claim;
            return;
        }

        var stands = Stronger(holder, claim);
        _contested.Add((stands == holder ? claim : holder, key));
        holder = stands;
    }

    private Diagnostic? Refusal(int claim, string file)
    {
        var slash = file.LastIndexOf('/');
        var parent = file.AsSpan(0, slash);
        if (!_foldersBySpan.TryGetValue(parent, out var folder))
        {
            folder = new Folder(_ownedFolders.OwnerOf(parent), parent.IsEmpty ? null : RouteFile.Fault(parent));
            _foldersBySpan[parent] = folder;
        }

        if (folder.Owner is not null)
        {
            return ArchiveDiagnostics.PathIsTheSites(SourcePath.File(SourceOf(claim)), file, folder.Owner);
        }

        return (folder.Fault ?? RouteFile.Fault(file.AsSpan(slash)) ?? RouteFile.LengthFault(file)) is { } fault
            ? ArchiveDiagnostics.PathUnsafe(SourcePath.File(SourceOf(claim)), file, fault)
            : null;
    }

    private void SettleFolders(List<Diagnostic> diagnostics)
    {
        var clashes = new Dictionary<FoldedPathHash, int>();
        foreach (var folder in _folders.Keys)
        {
            for (var end = folder.Length; end > 0; end = folder.LastIndexOf('/', end - 1))
            {
                var key = FoldedPathHash.Of(folder.AsSpan(0, end));
                if (_files.TryGetValue(key, out var file) && !_losers.Contains(file))
                {
                    clashes[key] = file;
                }
            }
        }

        if (clashes.Count > 0)
        {
            SettleFolders(clashes, diagnostics);
        }
    }

    /// <summary>Rare, so it may walk all claims again.</summary>
    private void SettleFolders(Dictionary<FoldedPathHash, int> clashes, List<Diagnostic> diagnostics)
    {
        var inside = new List<(int Claim, FoldedPathHash Folder)>();
        var strongest = new Dictionary<FoldedPathHash, int>(clashes);
        for (var claim = 0; claim < _articles.Length + _others.Count; claim++)
        {
            if (
                !_losers.Contains(claim)
                && FileOrNull(claim) is { } file
                && ClashingFolder(file, clashes) is { } folder
            )
            {
                inside.Add((claim, folder));
                strongest[folder] = Stronger(strongest[folder], claim);
            }
        }

        foreach (var (claim, folder) in inside)
        {
            var file = clashes[folder];
            var loser = strongest[folder] == file ? claim : file;
            var other = loser == file ? strongest[folder] : file;
            if (!_losers.Contains(loser))
            {
                Lose(
                    loser,
                    ArchiveDiagnostics.PathIsAlsoFolder(SourcePath.File(SourceOf(loser)), FileOf(file), NameOf(other)),
                    diagnostics
                );
            }
        }
    }

    private static FoldedPathHash? ClashingFolder(string path, Dictionary<FoldedPathHash, int> clashes)
    {
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (FoldedPathHash.Of(path.AsSpan(0, end)) is var key && clashes.ContainsKey(key))
            {
                return key;
            }
        }

        return null;
    }

    private Diagnostic Clash(int loser, int winner)
    {
        var at = SourcePath.File(SourceOf(loser));
        return IsSites(winner)
            ? ArchiveDiagnostics.PathIsTheSites(
                at,
                FileOf(loser),
                NameOf(winner),
                SourcePath.IsMarkdown(SourceOf(loser)) ? null : _others[winner - _articles.Length].Hint
            )
            : ArchiveDiagnostics.PathClaimedTwice(at, FileOf(loser), NameOf(winner));
    }

    private void Lose(int loser, Diagnostic diagnostic, List<Diagnostic> diagnostics)
    {
        if (_losers.Add(loser))
        {
            diagnostics.Add(diagnostic);
        }
    }

    /// <summary>The one of two claims that has priority.</summary>
    private int Stronger(int left, int right)
    {
        if (IsSites(left) || IsSites(right))
        {
            return IsSites(left) ? left : right;
        }

        return string.CompareOrdinal(SourceOf(left), SourceOf(right)) <= 0 ? left : right;
    }

    private bool IsSites(int claim) => claim >= _articles.Length && _others[claim - _articles.Length].IsSites;

    private string SourceOf(int claim) =>
        claim < _articles.Length ? _articles[claim].Path : _others[claim - _articles.Length].Source;

    private string NameOf(int claim) => IsSites(claim) ? SourceOf(claim) : SourcePath.Shown(SourceOf(claim));

    private string? FileOrNull(int claim)
    {
        if (claim >= _articles.Length)
        {
            return _others[claim - _articles.Length].File;
        }

        return _articleUrls.HasText(claim) ? RouteFile.Of(_articleUrls[claim]) : null;
    }

    private string FileOf(int claim) => FileOrNull(claim) ?? "";

    /// <param name="Source">Below content/; for a page of the site's own, its name.</param>
    /// <param name="Hint">For a file that is copied into its place, or null.</param>
    private readonly record struct Claim(string Source, string File, bool IsSites, string? Hint = null);

    /// <param name="Owner">The owner of the site's own folder that it lies in, or null.</param>
    /// <param name="Fault">Why it cannot be a path, or null.</param>
    private readonly record struct Folder(string? Owner, string? Fault);
}

/// <summary>The sources that have a place in the output, after all claims on paths are settled.</summary>
/// <param name="Table">The articles; from here on an article is its index in them.</param>
/// <param name="Urls">By article.</param>
/// <param name="SectionOf">By article: an index in the section tree, or -1.</param>
/// <param name="Assets">Ordinal.</param>
/// <param name="LeftOut">Paths below content/ of the sources without a place; why is reported.</param>
internal sealed record RoutedSources(
    ArticleTable Table,
    IReadOnlyList<string> Urls,
    int[] SectionOf,
    ProfileIndex Profiles,
    IReadOnlyList<string> Assets,
    IReadOnlyCollection<string> LeftOut
)
{
    private const string WritesItself = "StaticNews writes this file itself";

    public static RoutedSources Reach(
        SiteConfig config,
        ArticleTable timeline,
        SectionTree tree,
        ProfileIndex profiles,
        IReadOnlyList<string> assets,
        List<Diagnostic> diagnostics
    )
    {
        var claims = new RouteTableBuilder(timeline.Articles);
        ClaimForSite(claims, tree);
        ClaimForOffline(claims, config, timeline.Articles, tree);
        if (config.Pictures.Variants)
        {
            claims.OwnFolder(SiteUrls.Variants, "the smaller images");
        }

        foreach (var page in profiles.Of(ProfileKind.Page))
        {
            claims.ClaimForSource(page.Path, RouteFile.Of(SiteUrls.Page(page.Key)));
        }

        foreach (var asset in assets)
        {
            claims.ClaimForSource(asset, SiteUrls.Asset(asset));
        }

        var urls = UrlsOf(config, timeline.Articles, tree, claims, diagnostics);
        claims.ClaimForArticles(urls);
        var leftOut = claims.Settle(diagnostics);
        var kept = Kept(timeline.Articles, urls, leftOut);
        return new RoutedSources(
            timeline with
            {
                Articles = Array.ConvertAll(kept, i => timeline.Articles[i]),
            },
            kept.Length == urls.Count ? urls : new PackedTexts(kept.Select(i => urls[i]), kept.Length),
            Array.ConvertAll(kept, i => tree.SectionOf[i]),
            profiles.Without(leftOut),
            [.. assets.Where(asset => !leftOut.Contains(asset)).Order(StringComparer.Ordinal)],
            WithReserved(leftOut, timeline.Articles, tree)
        );
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
    private static PackedTexts UrlsOf(
        SiteConfig config,
        ArticleSummary[] articles,
        SectionTree tree,
        RouteTableBuilder claims,
        List<Diagnostic> diagnostics
    )
    {
        var permalinks = new Permalinks(config.Permalink);
        var taken = new Lazy<Dictionary<FoldedPathHash, string>>(UsualFiles);
        return new PackedTexts(
            articles.Select(
                (article, i) =>
                    LiteralUrl(article, claims, taken, diagnostics) is { } literal
                    && tree.SectionOf[i] != SectionTree.Reserved
                        ? literal
                        : Usual(i)
            ),
            articles.Length
        );

        string Usual(int article) =>
            tree.SectionOf[article] switch
            {
                SectionTree.Reserved => "",
                SectionTree.None => permalinks.Of(articles[article], ""),
                var section => permalinks.Of(articles[article], tree.Nodes[section].Id),
            };

        // An article with a URL of its own choice must not take the page of one that has its usual URL.
        Dictionary<FoldedPathHash, string> UsualFiles()
        {
            var files = new Dictionary<FoldedPathHash, string>();
            for (var i = 0; i < articles.Length; i++)
            {
                if (articles[i].Url is null && Usual(i) is { Length: > 0 } url)
                {
                    files.TryAdd(FoldedPathHash.Of(RouteFile.Of(url)), articles[i].Path);
                }
            }

            return files;
        }
    }

    /// <summary>
    /// The URL that an article gives itself; none where the site's own pages stand or will stand, or the page of
    /// another article.
    /// </summary>
    private static string? LiteralUrl(
        ArticleSummary article,
        RouteTableBuilder claims,
        Lazy<Dictionary<FoldedPathHash, string>> taken,
        List<Diagnostic> diagnostics
    )
    {
        if (article.Url is not { } url)
        {
            return null;
        }

        var file = RouteFile.Of(url.Target);
        var owner =
            claims.OwnerOf(file)
            ?? (
                taken.Value.TryGetValue(FoldedPathHash.Of(file), out var other) ? $"'{SourcePath.Shown(other)}'" : null
            );
        if (owner is null)
        {
            return url.Target;
        }

        diagnostics.Add(ArchiveDiagnostics.UrlIsTheSites(url.At.In(SourcePath.Place(article.Path)), url.Target, owner));
        return null;
    }

    private static void ClaimForSite(RouteTableBuilder claims, SectionTree tree)
    {
        claims.ClaimForSite(RouteFile.Of(SiteUrls.FrontPage), "the front page");
        claims.ClaimForSite(
            SiteUrls.NotFound,
            "the page for wrong addresses",
            $"{WritesItself}; change its template, templates/not-found.sbn-html"
        );
        claims.ClaimForSite(
            SiteUrls.Robots,
            "the site's robots.txt",
            $"{WritesItself} and allows all robots; add your own rules with your web server"
        );
        claims.ClaimForSite(
            SiteUrls.Redirects,
            "the list of redirects",
            $"{WritesItself} from the 'aliases' of articles and pages; write old addresses there"
        );
        claims.ClaimForSite(
            SiteUrls.Headers,
            "the list of headers",
            $"{WritesItself}; add your own headers with your web server"
        );
        claims.ClaimForSite(
            SiteUrls.Feed,
            "the site's feed",
            $"{WritesItself}; change its content with 'feeds' in site.yml"
        );
        claims.ClaimForSite(SiteUrls.Sitemap, "the sitemap", $"{WritesItself}; delete this one");
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
            claims.ClaimForSite(RouteFile.Of(url), $"the section '{section.Id}'");
            claims.ClaimForSite(
                SiteUrls.FeedOf(url),
                $"the feed of the section '{section.Id}'",
                $"{WritesItself}; change its content with 'feeds' in site.yml"
            );
            claims.OwnFolder(url + SiteUrls.PagerFolder, $"older pages of the section '{section.Id}'");
        }
    }

    private static void ClaimForOffline(
        RouteTableBuilder claims,
        SiteConfig config,
        ArticleSummary[] articles,
        SectionTree tree
    )
    {
        if (config.Offline.Books)
        {
            EpubVolumes.Claim(claims, articles, tree);
        }

        if (config.Offline.Worker)
        {
            claims.ClaimForSite(
                SiteUrls.Worker,
                "the site's service worker",
                $"{WritesItself}; 'offline: {{ worker: false }}' in site.yml leaves it out"
            );
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
