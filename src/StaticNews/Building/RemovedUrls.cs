using StaticNews.Archive;
using StaticNews.Archive.Routes;
using StaticNews.Compact;
using StaticNews.Content;
using StaticNews.Content.Facts;
using StaticNews.Diagnostics;
using StaticNews.Output;
using StaticNews.Text;

namespace StaticNews.Building;

/// <summary>
/// Tells of URLs that were published and that nothing makes any more, with the article that probably took their place,
/// until an alias leads from them or site.yml names them (<c>gone</c>). Pages of articles and of other texts count, and
/// aliases; lists, feeds and the text edition come and go with the articles. No message concerns an article whose own
/// front matter takes it down: a draft, one held back, one that is not due yet, or one whose date of removal has
/// passed.
/// </summary>
internal sealed class RemovedUrls(LoadedSite survey, Catalog catalog, BuildLog log, RemovedPages pages)
{
    /// <summary>From so many on, moved pages are one mistake in site.yml and not many in articles.</summary>
    private const int MovedMany = 20;

    private const string Html = ".html";

    private readonly HashSet<string> _takenDown =
    [
        .. survey
            .Unpublished.Where(source => source.State is SourceState.Draft or SourceState.HeldBack)
            .Select(source => source.Path),
        .. catalog.Future.Concat(catalog.Removed).Select(article => article.Path),
    ];

    /// <summary>
    /// Notes the pages that this build removes, and returns the messages about them and about earlier removals.
    /// </summary>
    /// <param name="tree">All of this build's pages are published, and nothing is removed yet.</param>
    public IReadOnlyList<Diagnostic> Update(OutputTree tree, FailedSources failed)
    {
        var known = pages.Read();
        var fresh = tree.Removable(failed).Where(IsPage).Select(PageOf).ToList();
        if (known.Count == 0 && fresh.Count == 0)
        {
            return [];
        }

        var freshPaths = fresh.Select(page => page.Path).ToHashSet(StringComparer.Ordinal);
        var gone = known
            .Where(page => !freshPaths.Contains(page.Path))
            .Concat(fresh)
            .Where(page =>
                !tree.IsProduced(page.Path)
                && !catalog.Config.Gone.Any(pattern => pattern.IsMatch(RouteFile.UrlOf("/" + page.Path)[1..]))
            )
            .OrderBy(page => page.Path, StringComparer.Ordinal)
            .ToList();
        if (!gone.SequenceEqual(known))
        {
            pages.Write(gone);
        }

        return Report([.. gone.Where(page => !_takenDown.Contains(page.Owner))]);
    }

    private static bool IsPage(OwnedFile file) =>
        file.Owner is not null
        && file.Path.EndsWith(Html, StringComparison.Ordinal)
        && !file.Path.StartsWith(SiteUrls.Lite[1..], StringComparison.Ordinal);

    private RemovedPage PageOf(OwnedFile file)
    {
        var window = new LogBuffer();
        if (log.TryFindGoneFacts(file.Owner!, out var facts) && log.TryReadPayload(facts, window, out var payload))
        {
            var from = new FactsScanner(payload, SourcePath.Shown(file.Owner!), new NamePool());
            _ = from.Hash(default, FactUse.LogOnly);
            if (LoadedSummary.ReadFrom(ref from, file.Owner!, facts.Content)?.Summary is { } article)
            {
                return new RemovedPage(
                    file.Path,
                    file.Owner!,
                    article.Id is { } id ? HashOf(id) : default,
                    HashOf(article.Title),
                    article.Content
                );
            }
        }

        return new RemovedPage(file.Path, file.Owner!, default, default, default);
    }

    private List<Diagnostic> Report(IReadOnlyList<RemovedPage> gone)
    {
        var successors = gone.Count == 0 ? null : new Successors(catalog);
        var found = gone.Select(page => (Page: page, Successor: successors!.Of(page))).ToList();
        var moved = found.Where(pair => pair.Successor is { Reason: Successors.SameSource }).ToList();
        var diagnostics = new List<Diagnostic>();
        if (moved.Count >= MovedMany)
        {
            var (first, successor) = moved[0];
            diagnostics.Add(
                ArchiveDiagnostics.UrlsMoved(
                    SourceLocation.File(SourcePath.SiteYml),
                    moved.Count,
                    UrlOf(first),
                    catalog.Urls[successor!.Value.Article]
                )
            );
            found.RemoveAll(pair => pair.Successor is { Reason: Successors.SameSource });
        }

        foreach (var (page, successor) in found)
        {
            diagnostics.Add(
                successor is var (article, reason)
                    ? ArchiveDiagnostics.UrlGone(
                        SourcePath.File(catalog.Articles[article].Path),
                        UrlOf(page),
                        SourcePath.Shown(catalog.Articles[article].Path),
                        reason
                    )
                    : ArchiveDiagnostics.UrlGoneForGood(SourcePath.File(page.Owner), UrlOf(page))
            );
        }

        return diagnostics;
    }

    private static string UrlOf(RemovedPage page) => RouteFile.UrlOf("/" + page.Path);

    private static ContentHash HashOf(string text) => ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>The articles that may have taken the place of others.</summary>
    private sealed class Successors
    {
        public const string SameSource = "its source is published under another URL now";

        private const int Several = -1;

        private readonly Catalog _catalog;
        private readonly Dictionary<ContentHash, int> _byId = [];
        private readonly Dictionary<ContentHash, int> _byTitle = [];
        private readonly Dictionary<ContentHash, int> _byContent = [];

        /// <summary>A title that several articles have ("Editorial") identifies none of them.</summary>
        public Successors(Catalog catalog)
        {
            _catalog = catalog;
            for (var i = 0; i < catalog.Articles.Count; i++)
            {
                var article = catalog.Articles[i];
                Add(_byTitle, HashOf(article.Title), i);
                Add(_byContent, article.Content, i);
                if (article.Id is { } id)
                {
                    Add(_byId, HashOf(id), i);
                }
            }
        }

        private static void Add(Dictionary<ContentHash, int> articles, ContentHash hash, int article)
        {
            if (!articles.TryAdd(hash, article))
            {
                articles[hash] = Several;
            }
        }

        public (int Article, string Reason)? Of(RemovedPage page)
        {
            if (_catalog.Resolver.ArticleAt(page.Owner) is var same and >= 0)
            {
                return (same, SameSource);
            }

            return Find(_byId, page.Id, "it has the same id")
                ?? Find(_byContent, page.Content, "it has the same text")
                ?? Find(_byTitle, page.Title, "it has the same title");
        }

        private static (int Article, string Reason)? Find(
            Dictionary<ContentHash, int> articles,
            ContentHash hash,
            string reason
        ) =>
            hash != default && articles.TryGetValue(hash, out var article) && article != Several
                ? (article, reason)
                : null;
    }
}
