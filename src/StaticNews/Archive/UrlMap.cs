using StaticNews.Articles;
using StaticNews.Articles.Prose;

namespace StaticNews.Archive;

/// <summary>
/// From what an article may name (a source path, an asset, a URL of the site) to the URL that it has in this build. URLs are compared as file
/// systems without case compare them, so a link whose case is wrong leads to the page all the same.
/// </summary>
internal sealed class UrlMap
{
    public static readonly UrlMap Empty = new("/", []);

    private readonly string _prefix;
    private readonly IReadOnlyList<string> _articleUrls;
    private readonly List<string> _otherUrls = [];
    private readonly Dictionary<string, int> _byPath;
    private readonly Dictionary<PathKey, int> _byFile;

    /// <summary>File names without their folders; -1 for a name in several. Gathered when the first link asks.</summary>
    private readonly Lazy<Dictionary<string, int>> _byName;

    private UrlMap(string prefix, IReadOnlyList<string> articleUrls)
    {
        (_prefix, _articleUrls) = (prefix, articleUrls);
        _byPath = new Dictionary<string, int>(articleUrls.Count, StringComparer.Ordinal);
        _byFile = new Dictionary<PathKey, int>(articleUrls.Count);
        _byName = new Lazy<Dictionary<string, int>>(GatherNames);
    }

    /// <summary>
    /// <paramref name="target"/> is what <see cref="LinkTarget.Key"/> gives: a source path below content/ (<c>world/2014/flood.md</c>,
    /// <c>world/map.png</c>), a file's name in any folder (<c>**/flood.md</c>), or a site URL with or without the base URL's path (<c>/world/</c>,
    /// <c>/world/index.html</c>). Null where the site holds no such thing, or more than one file of that name.
    /// </summary>
    public string? Find(string target)
    {
        if (target.StartsWith(LinkTarget.AnyFolder, StringComparison.Ordinal))
        {
            return _byName.Value.TryGetValue(target[LinkTarget.AnyFolder.Length..], out var named) && named >= 0 ? UrlOf(named) : null;
        }

        if (!target.StartsWith('/'))
        {
            // A relative link may also name a page's URL: "../sport/".
            return _byPath.TryGetValue(target, out var place) ? UrlOf(place) : FindUrl($"/{target}");
        }

        var url = FindUrl(target);
        return url is null && _prefix.Length > 1 && target.StartsWith(_prefix, StringComparison.Ordinal)
            ? FindUrl(target[(_prefix.Length - 1)..])
            : url;
    }

    /// <summary>The index of the article with this source path, or -1.</summary>
    public int ArticleAt(string path) => _byPath.TryGetValue(path, out var place) && place < _articleUrls.Count ? place : -1;

    /// <summary>The index of the article with this site URL, or -1.</summary>
    public int ArticleWithUrl(string url) =>
        url.StartsWith('/') && _byFile.TryGetValue(PathKey.Of(OutputPath.Of(url)), out var place) && place < _articleUrls.Count ? place : -1;

    private string? FindUrl(string url)
    {
        // A file without an extension (/CNAME) is its own path; a page without one (/about) is a folder's index.
        return _byFile.TryGetValue(PathKey.Of(OutputPath.Of(url)), out var place) || _byFile.TryGetValue(PathKey.Of(url), out place)
            ? UrlOf(place)
            : null;
    }

    private string UrlOf(int place) => place < _articleUrls.Count ? _articleUrls[place] : _otherUrls[place - _articleUrls.Count];

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

    private int AddUrl(string url)
    {
        _otherUrls.Add(url);
        return _articleUrls.Count + _otherUrls.Count - 1;
    }

    /// <summary>Fills a map; the map does not change any more once it is handed out.</summary>
    internal sealed class Drawing
    {
        private readonly UrlMap _map;
        private readonly ArticleSummary[] _articles;
        private readonly List<(string File, int Place)> _files = [];

        /// <summary>Who has a place, as a message names it, for the sources that are no articles and for aliases.</summary>
        private readonly Dictionary<int, string> _owners = [];

        /// <summary>Folders, each with something in it; gathered when the first alias asks.</summary>
        private Dictionary<PathKey, int>? _folders;

        /// <param name="prefix">Path of the base URL, with '/' at both ends.</param>
        /// <param name="articleUrls">By the article's index.</param>
        public Drawing(string prefix, ArticleSummary[] articles, IReadOnlyList<string> articleUrls)
        {
            _map = new UrlMap(prefix, articleUrls);
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
                    _map._byFile[PathKey.Of(OutputPath.Of(articleUrls[i]))] = i;
                }
            }
        }

        /// <summary>A page of the site, perhaps made from a source.</summary>
        /// <param name="path">Of the source below content/, or null.</param>
        public void AddPage(string? path, string url) => Add(path, OutputPath.Of(url), url);

        /// <summary>A file that is its own URL.</summary>
        public void AddFile(string? path, string url) => Add(path, url, url);

        /// <summary>The URL of a source that was added.</summary>
        public string UrlOf(string path) => _map.UrlOf(_map._byPath[path]);

        /// <summary>
        /// What has the output path of an old URL, as the same file or as a file where it needs a folder (or the reverse), in the
        /// words of a message; null when the old URL now leads to <paramref name="target"/>.
        /// </summary>
        /// <param name="source">Path below content/ of the source that gives the alias.</param>
        public string? AddAlias(string alias, string target, string source)
        {
            var file = OutputPath.Of(alias);
            var key = PathKey.Of(file);
            _folders ??= FoldersOfAll();
            if (_map._byFile.TryGetValue(key, out var place) || FileAbove(file, out place) || _folders.TryGetValue(key, out place))
            {
                return OwnerOf(place);
            }

            place = _map.AddUrl(target);
            _map._byFile.Add(key, place);
            _owners.Add(place, $"an alias in '{SourcePath.Shown(source)}'");
            AddFolders(_folders, file, place);
            return null;
        }

        /// <summary>Whether an old URL is a page's own, or already leads to it.</summary>
        public bool LeadsTo(string alias, string target) =>
            _map._byFile.TryGetValue(PathKey.Of(OutputPath.Of(alias)), out var place) && _map.UrlOf(place).Equals(target, StringComparison.Ordinal);

        public UrlMap Finish() => _map;

        private void Add(string? path, string file, string url)
        {
            var place = _map.AddUrl(url);
            _map._byFile.TryAdd(PathKey.Of(file), place);
            _files.Add((file, place));
            if (path is not null)
            {
                _owners.Add(place, $"'{SourcePath.Shown(path)}'");
                _map._byPath.TryAdd(path, place);
            }
        }

        private string OwnerOf(int place) =>
            place < _articles.Length ? $"'{SourcePath.Shown(_articles[place].Path)}'" : _owners.GetValueOrDefault(place) ?? $"the site's own page {_map.UrlOf(place)}";

        private bool FileAbove(string file, out int place)
        {
            for (var end = file.LastIndexOf('/'); end > 0; end = file.LastIndexOf('/', end - 1))
            {
                if (_map._byFile.TryGetValue(PathKey.Of(file.AsSpan(0, end)), out place))
                {
                    return true;
                }
            }

            place = -1;
            return false;
        }

        private Dictionary<PathKey, int> FoldersOfAll()
        {
            var folders = new Dictionary<PathKey, int>();
            for (var i = 0; i < _map._articleUrls.Count; i++)
            {
                AddFolders(folders, OutputPath.Of(_map._articleUrls[i]), i);
            }

            foreach (var (file, place) in _files)
            {
                AddFolders(folders, file, place);
            }

            return folders;
        }

        /// <summary>Innermost first, and no further than a folder that is known: all around that one are known too.</summary>
        private static void AddFolders(Dictionary<PathKey, int> folders, string file, int place)
        {
            for (var end = file.LastIndexOf('/'); end > 0; end = file.LastIndexOf('/', end - 1))
            {
                if (!folders.TryAdd(PathKey.Of(file.AsSpan(0, end)), place))
                {
                    return;
                }
            }
        }
    }
}
