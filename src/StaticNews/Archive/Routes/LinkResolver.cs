using StaticNews.Content;
using StaticNews.Markdown;
using StaticNews.Text;

namespace StaticNews.Archive.Routes;

/// <summary>
/// From what an article may name (a source path, an asset, a URL of the site) to the URL that it has in this build. One
/// rule finds them all: as written; else what looks the same and is in another of Unicode's normal forms, as when a
/// file was copied from a Mac; else a name in another case.
/// </summary>
internal sealed class LinkResolver
{
    public static readonly LinkResolver Empty = new("/", []);

    private readonly string _prefix;
    private readonly IReadOnlyList<string> _articleUrls;

    /// <summary>
    /// The target of a URL without an article, and its own file, by which URLs are compared.
    /// </summary>
    private readonly List<(string Url, string File)> _others = [];
    private readonly Dictionary<string, int> _byPath;
    private readonly Dictionary<FoldedPathHash, int> _byFile;

    /// <summary>
    /// File names without their folders; -1 for a name in several. Gathered when the first link asks.
    /// </summary>
    private readonly Lazy<Dictionary<string, int>> _byName;
    private readonly SpellingIndex _paths;
    private readonly SpellingIndex _names;

    private LinkResolver(string prefix, IReadOnlyList<string> articleUrls)
    {
        (_prefix, _articleUrls) = (UrlPath.Decode(prefix), articleUrls);
        _byPath = new Dictionary<string, int>(articleUrls.Count, StringComparer.Ordinal);
        _byFile = new Dictionary<FoldedPathHash, int>(articleUrls.Count);
        _byName = new Lazy<Dictionary<string, int>>(GatherNames);
        _paths = new SpellingIndex(() => _byPath.Keys);
        _names = new SpellingIndex(() => _byName.Value.Keys);
    }

    /// <summary>The URL of <see cref="Look"/>, or null.</summary>
    public string? Find(string target) => Look(target)?.Url;

    /// <summary>
    /// <paramref name="target"/> is what <see cref="LinkTarget.Key"/> gives: a source path below content/
    /// (<c>world/2014/flood.md</c>, <c>world/map.png</c>), a file's name in any folder (<c>**/flood.md</c>), or a site
    /// URL with or without the base URL's path (<c>/world/</c>, <c>/world/index.html</c>). Null where the site holds no
    /// such thing, or more than one file of that name.
    /// </summary>
    public ResolvedTarget? Look(string target)
    {
        if (target.StartsWith(LinkTarget.AnyFolder, StringComparison.Ordinal))
        {
            return LookName(target[LinkTarget.AnyFolder.Length..]);
        }

        var isFromRoot = target.StartsWith('/');
        if (!isFromRoot && _byPath.TryGetValue(target, out var place))
        {
            return FoundAt(place, null);
        }

        // A relative link may also name a page's URL, "../sport/", and one from the root a file below content/.
        var url = LookUrl(isFromRoot ? target : "/" + target);
        if (url is { Spelling: null })
        {
            return url;
        }

        var source = LookSource(isFromRoot ? target[1..] : target);
        return source is { Spelling: null } || url is null || (source is not null && !isFromRoot) ? source : url;
    }

    /// <summary>
    /// A picture as front matter names it, by a path: the file of that name, although it may have a <c>#</c> or
    /// <c>%</c> in it; else as a link is read.
    /// </summary>
    /// <param name="from">Path below content/ of the source that names it.</param>
    public ResolvedTarget? LookPicture(string from, string src)
    {
        var path = SourcePath.Resolve(from, src);
        if (path is not null && _byPath.TryGetValue(path, out var place))
        {
            return FoundAt(place, null);
        }

        var target = LinkTarget.Read(src, from);
        var found = target.IsInSite ? Look(target.Key) : null;
        return found is { Spelling: null } || path is null ? found : LookSource(path) ?? found;
    }

    /// <summary>The article with a source path, written in any normal form or case; null for none.</summary>
    public ResolvedTarget? LookArticle(string path) => LookSource(path) is { Article: >= 0 } found ? found : null;

    /// <summary>The index of the article with this source path, or -1.</summary>
    public int ArticleAt(string path) =>
        _byPath.TryGetValue(path, out var place) && place < _articleUrls.Count ? place : -1;

    /// <summary>The index of the article with this site URL, or -1.</summary>
    public int ArticleWithUrl(string url) => url.StartsWith('/') && LookUrl(url) is { } found ? found.Article : -1;

    private ResolvedTarget? LookSource(string path)
    {
        if (_byPath.TryGetValue(path, out var place))
        {
            return FoundAt(place, null);
        }

        return _paths.TryFind(path, out var name, out var spelling) ? FoundAt(_byPath[name], spelling) : null;
    }

    private ResolvedTarget? LookName(string name)
    {
        OtherSpelling? spelling = null;
        if (!_byName.Value.TryGetValue(name, out var place))
        {
            place = _names.TryFind(name, out var found, out spelling) ? _byName.Value[found] : -1;
        }

        return place < 0 ? null : FoundAt(place, spelling);
    }

    /// <summary>With the base URL's path before it or without.</summary>
    private ResolvedTarget? LookUrl(string url)
    {
        var found = LookFile(url);
        return found is null && _prefix.Length > 1 && url.StartsWith(_prefix, StringComparison.Ordinal)
            ? LookFile(url[(_prefix.Length - 1)..])
            : found;
    }

    private ResolvedTarget? LookFile(string url)
    {
        // A file without an extension (/CNAME) is its own path; a page without one (/about) is a folder's index.
        var file = RouteFile.Of(url);
        if (_byFile.TryGetValue(FoldedPathHash.Of(file), out var place))
        {
            return Compared(file, place);
        }

        return _byFile.TryGetValue(FoldedPathHash.Of(url), out place) ? Compared(url, place) : null;
    }

    private ResolvedTarget Compared(string file, int place)
    {
        var own = FileOf(place);
        return FoundAt(
            place,
            FoldedPathHash.LookAlike(own, file) ? null : new OtherSpelling(RouteFile.UrlOf(own), null)
        );
    }

    private ResolvedTarget FoundAt(int place, OtherSpelling? spelling) =>
        new(UrlOf(place), place < _articleUrls.Count ? place : -1, spelling);

    private string UrlOf(int place) =>
        place < _articleUrls.Count ? _articleUrls[place] : _others[place - _articleUrls.Count].Url;

    private string FileOf(int place) =>
        place < _articleUrls.Count ? RouteFile.Of(_articleUrls[place]) : _others[place - _articleUrls.Count].File;

    private Dictionary<string, int> GatherNames()
    {
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (path, place) in _byPath)
        {
            var name = path[(path.LastIndexOf('/') + 1)..];
            byName[name] = byName.ContainsKey(name) ? -1 : place;
        }

        return byName;
    }

    private int AddUrl(string url, string file)
    {
        _others.Add((url, file));
        return _articleUrls.Count + _others.Count - 1;
    }

    /// <summary>Fills a map; the map does not change any more once it is handed out.</summary>
    internal sealed class Drawing
    {
        private readonly LinkResolver _map;
        private readonly ArticleSummary[] _articles;
        private readonly List<(string File, int Place)> _files = [];

        /// <summary>
        /// Who has a place, as a message names it, for the sources that are no articles and for aliases.
        /// </summary>
        private readonly Dictionary<int, string> _owners = [];

        /// <summary>Folders, each with something in it; gathered when the first alias asks.</summary>
        private Dictionary<FoldedPathHash, int>? _folders;

        /// <param name="prefix">Path of the base URL, with '/' at both ends.</param>
        /// <param name="articleUrls">By the article's index.</param>
        public Drawing(string prefix, ArticleSummary[] articles, IReadOnlyList<string> articleUrls)
        {
            _map = new LinkResolver(prefix, articleUrls);
            _articles = articles;
            Parallel.Invoke(EnterPaths, EnterFiles);

            void EnterPaths()
            {
                for (var i = 0; i < articles.Length; i++)
                {
                    _map._byPath[articles[i].Path] = i;
                }
            }

            void EnterFiles()
            {
                for (var i = 0; i < articles.Length; i++)
                {
                    _map._byFile[FoldedPathHash.Of(RouteFile.Of(articleUrls[i]))] = i;
                }
            }
        }

        /// <summary>A page of the site, perhaps made from a source.</summary>
        /// <param name="path">Of the source below content/, or null.</param>
        public void AddPage(string? path, string url) => Add(path, RouteFile.Of(url), url);

        /// <summary>A file that is its own URL.</summary>
        public void AddFile(string? path, string url) => Add(path, url, url);

        /// <summary>The URL of a source that was added.</summary>
        public string UrlOf(string path) => _map.UrlOf(_map._byPath[path]);

        /// <summary>
        /// What has the output path of an old URL, as the same file or as a file where it needs a folder (or the
        /// reverse), in the words of a message; null when the old URL now leads to <paramref name="target"/>.
        /// </summary>
        /// <param name="source">Path below content/ of the source that gives the alias.</param>
        public string? AddAlias(string alias, string target, string source)
        {
            var file = RouteFile.Of(alias);
            var key = FoldedPathHash.Of(file);
            _folders ??= FoldersOfAll();
            if (
                _map._byFile.TryGetValue(key, out var place)
                || FileAbove(file, out place)
                || _folders.TryGetValue(key, out place)
            )
            {
                return OwnerOf(place);
            }

            place = _map.AddUrl(target, file);
            _map._byFile.Add(key, place);
            _owners.Add(place, $"an alias in '{SourcePath.Shown(source)}'");
            AddFolders(_folders, file, place);
            return null;
        }

        /// <summary>Whether an old URL is a page's own, or already leads to it.</summary>
        public bool LeadsTo(string alias, string target) =>
            _map._byFile.TryGetValue(FoldedPathHash.Of(RouteFile.Of(alias)), out var place)
            && _map.UrlOf(place).Equals(target, StringComparison.Ordinal);

        public LinkResolver Finish() => _map;

        private void Add(string? path, string file, string url)
        {
            var place = _map.AddUrl(url, file);
            _map._byFile.TryAdd(FoldedPathHash.Of(file), place);
            _files.Add((file, place));
            if (path is not null)
            {
                _owners.Add(place, $"'{SourcePath.Shown(path)}'");
                _map._byPath.TryAdd(path, place);
            }
        }

        private string OwnerOf(int place) =>
            place < _articles.Length
                ? $"'{SourcePath.Shown(_articles[place].Path)}'"
                : _owners.GetValueOrDefault(place) ?? $"the site's own page {_map.UrlOf(place)}";

        private bool FileAbove(string file, out int place)
        {
            for (var end = file.LastIndexOf('/'); end > 0; end = file.LastIndexOf('/', end - 1))
            {
                if (_map._byFile.TryGetValue(FoldedPathHash.Of(file.AsSpan(0, end)), out place))
                {
                    return true;
                }
            }

            place = -1;
            return false;
        }

        private Dictionary<FoldedPathHash, int> FoldersOfAll()
        {
            var folders = new Dictionary<FoldedPathHash, int>();
            for (var i = 0; i < _map._articleUrls.Count; i++)
            {
                AddFolders(folders, RouteFile.Of(_map._articleUrls[i]), i);
            }

            foreach (var (file, place) in _files)
            {
                AddFolders(folders, file, place);
            }

            return folders;
        }

        /// <summary>
        /// Innermost first, and no further than a folder that is known: all around that one are known too.
        /// </summary>
        private static void AddFolders(Dictionary<FoldedPathHash, int> folders, string file, int place)
        {
            for (var end = file.LastIndexOf('/'); end > 0; end = file.LastIndexOf('/', end - 1))
            {
                if (!folders.TryAdd(FoldedPathHash.Of(file.AsSpan(0, end)), place))
                {
                    return;
                }
            }
        }
    }
}

/// <param name="Target">As <see cref="StaticNews.Content.LinkReference.Target"/>.</param>
/// <param name="Url">The site URL that it leads to, or null where the site holds no such thing.</param>
internal readonly record struct ResolvedLink(string Target, string? Url);

/// <summary>The result of resolving a target.</summary>
/// <param name="Url">A site URL.</param>
/// <param name="Article">The index of the article that it is, or -1.</param>
/// <param name="Spelling">
/// How the site spells it, where that is another way than the target's and someone should know; else null.
/// </param>
internal readonly record struct ResolvedTarget(string Url, int Article, OtherSpelling? Spelling);
