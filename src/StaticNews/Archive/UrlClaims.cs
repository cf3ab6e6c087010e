using System.Runtime.InteropServices;
using StaticNews.Articles;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Archive;

/// <summary>
/// Who may write which file of the output. Two claims on one file, or on a file and a folder of one name, are settled without regard to
/// the order in which they were made: the site's own pages stand before sources, and the source whose path is first (ordinal) stands before
/// the others. What loses is reported and left out.
/// </summary>
internal sealed class UrlClaims
{
    private readonly ArticleSummary[] _articles;
    private PackedTexts _articleUrls = new([], 0);
    private readonly List<Claim> _others = [];
    private readonly Dictionary<PathKey, int> _files;
    private readonly OwnedFolders _ownedFolders = new();

    /// <summary>Folders that sources need. Thousands of articles share one, so what is wrong with it is found out once.</summary>
    private readonly Dictionary<string, Folder> _folders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Folder>.AlternateLookup<ReadOnlySpan<char>> _foldersBySpan;
    private readonly HashSet<int> _losers = [];
    private readonly List<Diagnostic> _refusals = [];
    private readonly List<(int Loser, PathKey File)> _contested = [];

    /// <param name="articles">In timeline order.</param>
    public UrlClaims(ArticleSummary[] articles)
    {
        _articles = articles;
        _files = new Dictionary<PathKey, int>(articles.Length);
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
    /// Whose place of the site's own a file would lie in, as a message names it; null for one that is nobody's. Asked when the site has claimed all that it makes.
    /// </summary>
    public string? OwnerOf(string file)
    {
        var owner = _ownedFolders.OwnerOf(file.AsSpan(0, file.LastIndexOf('/')));
        for (var end = file.Length; owner is null && end > 0; end = file.LastIndexOf('/', end - 1))
        {
            owner = _files.TryGetValue(PathKey.Of(file.AsSpan(0, end)), out var claim) && IsSites(claim) ? SourceOf(claim) : null;
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
                Enter(i, OutputPath.Of(_articleUrls[i]));
            }
        }
    }

    /// <summary>Paths below content/ of the sources that lost; every one of them is in <paramref name="diagnostics"/>.</summary>
    public HashSet<string> Settle(List<Diagnostic> diagnostics)
    {
        foreach (var (loser, file) in _contested)
        {
            Lose(loser, Clash(loser, _files[file]), diagnostics);
        }

        SettleFolders(diagnostics);
        SettleLitePages(diagnostics);
        diagnostics.AddRange(_refusals);
        var leftOut = new HashSet<string>(StringComparer.Ordinal);
        foreach (var loser in _losers)
        {
            leftOut.Add(SourceOf(loser));
        }

        return leftOut;
    }

    /// <summary>
    /// In the text edition a long article has further pages beside its first, where no other article can be unless it names its URL itself: <c>url: /flood.2.html</c>.
    /// </summary>
    private void SettleLitePages(List<Diagnostic> diagnostics)
    {
        if (!Array.Exists(_articles, article => article.Url is not null))
        {
            return;
        }

        var further = new Dictionary<PathKey, int>();
        for (var i = 0; i < _articles.Length; i++)
        {
            for (var page = _articleUrls.HasText(i) && !_losers.Contains(i) ? 2 : int.MaxValue; page <= _articles[i].LitePages; page++)
            {
                further.TryAdd(PathKey.Of(SiteUrls.LitePage(_articleUrls[i], page)), i);
            }
        }

        for (var i = 0; i < _articles.Length; i++)
        {
            if (_articles[i].Url is not null && _articleUrls.HasText(i) && LiteHolder(i, further) is var holder and >= 0)
            {
                Lose(i, ArchiveDiagnostics.PathClaimedTwice(SourcePath.File(_articles[i].Path), SiteUrls.LiteOf(_articleUrls[i]), NameOf(holder)), diagnostics);
            }
        }
    }

    /// <summary>The article whose further pages take a place that this one needs; -1 for none.</summary>
    private int LiteHolder(int article, Dictionary<PathKey, int> further)
    {
        for (var page = 1; page <= _articles[article].LitePages; page++)
        {
            var file = OutputPath.Of(SiteUrls.LitePage(_articleUrls[article], page));
            if (further.TryGetValue(PathKey.Of(file), out var holder) && holder != article && !_losers.Contains(holder))
            {
                return holder;
            }
        }

        return -1;
    }

    private void Enter(int claim, string file)
    {
        if (!IsSites(claim) && Refusal(claim, file) is { } refusal)
        {
            _refusals.Add(refusal);
            _losers.Add(claim);
            return;
        }

        var key = PathKey.Of(file);
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
            folder = new Folder(_ownedFolders.OwnerOf(parent), parent.IsEmpty ? null : OutputPath.Fault(parent));
            _foldersBySpan[parent] = folder;
        }

        if (folder.Owner is not null)
        {
            return ArchiveDiagnostics.PathIsTheSites(SourcePath.File(SourceOf(claim)), file, folder.Owner);
        }

        var longest = LongestOf(claim, file);
        return (folder.Fault ?? OutputPath.Fault(longest.AsSpan(longest.LastIndexOf('/'))) ?? OutputPath.LengthFault(longest)) is { } fault
            ? ArchiveDiagnostics.PathUnsafe(SourcePath.File(SourceOf(claim)), longest, fault)
            : null;
    }

    /// <summary>The file with the longest name that is made for a claim: a long article has several in the text edition.</summary>
    private string LongestOf(int claim, string file) => claim < _articles.Length && _articles[claim].LitePages is var pages and > 1
        ? SiteUrls.LitePage(_articleUrls[claim], pages)
        : file;

    private void SettleFolders(List<Diagnostic> diagnostics)
    {
        var clashes = new Dictionary<PathKey, int>();
        foreach (var folder in _folders.Keys)
        {
            for (var end = folder.Length; end > 0; end = folder.LastIndexOf('/', end - 1))
            {
                var key = PathKey.Of(folder.AsSpan(0, end));
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
    private void SettleFolders(Dictionary<PathKey, int> clashes, List<Diagnostic> diagnostics)
    {
        var inside = new List<(int Claim, PathKey Folder)>();
        var strongest = new Dictionary<PathKey, int>(clashes);
        for (var claim = 0; claim < _articles.Length + _others.Count; claim++)
        {
            if (!_losers.Contains(claim) && FileOrNull(claim) is { } file && ClashingFolder(file, clashes) is { } folder)
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
                Lose(loser, ArchiveDiagnostics.PathIsAlsoFolder(SourcePath.File(SourceOf(loser)), FileOf(file), NameOf(other)), diagnostics);
            }
        }
    }

    private static PathKey? ClashingFolder(string path, Dictionary<PathKey, int> clashes)
    {
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (PathKey.Of(path.AsSpan(0, end)) is var key && clashes.ContainsKey(key))
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
            ? ArchiveDiagnostics.PathIsTheSites(at, FileOf(loser), NameOf(winner), SourcePath.IsMarkdown(SourceOf(loser)) ? null : _others[winner - _articles.Length].Hint)
            : ArchiveDiagnostics.PathClaimedTwice(at, FileOf(loser), NameOf(winner));
    }

    private void Lose(int loser, Diagnostic diagnostic, List<Diagnostic> diagnostics)
    {
        if (_losers.Add(loser))
        {
            diagnostics.Add(diagnostic);
        }
    }

    /// <summary>Of two claims, the one that stands.</summary>
    private int Stronger(int left, int right)
    {
        if (IsSites(left) || IsSites(right))
        {
            return IsSites(left) ? left : right;
        }

        return string.CompareOrdinal(SourceOf(left), SourceOf(right)) <= 0 ? left : right;
    }

    private bool IsSites(int claim) => claim >= _articles.Length && _others[claim - _articles.Length].IsSites;

    private string SourceOf(int claim) => claim < _articles.Length ? _articles[claim].Path : _others[claim - _articles.Length].Source;

    private string NameOf(int claim) => IsSites(claim) ? SourceOf(claim) : SourcePath.Shown(SourceOf(claim));

    private string? FileOrNull(int claim)
    {
        if (claim >= _articles.Length)
        {
            return _others[claim - _articles.Length].File;
        }

        return _articleUrls.HasText(claim) ? OutputPath.Of(_articleUrls[claim]) : null;
    }

    private string FileOf(int claim) => FileOrNull(claim) ?? "";

    /// <param name="Source">Below content/; for a page of the site's own, its name.</param>
    /// <param name="Hint">For a file that is copied into its place, or null.</param>
    private readonly record struct Claim(string Source, string File, bool IsSites, string? Hint = null);

    /// <param name="Owner">Whose folder of the site's own it lies in, or null.</param>
    /// <param name="Fault">Why it cannot be a path, or null.</param>
    private readonly record struct Folder(string? Owner, string? Fault);
}
