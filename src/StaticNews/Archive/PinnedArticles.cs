using StaticNews.Articles;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Archive;

/// <summary>Finds the articles that <c>related:</c> names: by path from the article's folder, by path from content/, by URL, by slug, by file name.</summary>
internal sealed class PinnedArticles(Timeline timeline, UrlMap urls, SourceNames names, bool[] listed)
{
    /// <summary>A message that lists more than this helps nobody.</summary>
    private const int CandidatesShown = 5;

    private readonly HashSet<string> _future = timeline.Future.Select(article => article.Path).ToHashSet(StringComparer.Ordinal);

    /// <summary>Articles with pins: the indexes of their pinned articles, in order, each once, listed ones only.</summary>
    public IReadOnlyDictionary<int, int[]> Find(List<Diagnostic> diagnostics)
    {
        var pinned = new Dictionary<int, int[]>();
        for (var i = 0; i < timeline.Articles.Length; i++)
        {
            if (timeline.Articles[i].Related.Count > 0 && FindFor(i, diagnostics) is { Length: > 0 } found)
            {
                pinned.Add(i, found);
            }
        }

        return pinned;
    }

    private int[] FindFor(int article, List<Diagnostic> diagnostics)
    {
        var found = new List<int>();
        foreach (var pin in timeline.Articles[article].Related)
        {
            var target = Locate(article, pin, diagnostics);
            if (target == article)
            {
                diagnostics.Add(ArchiveDiagnostics.PinnedItself(PlaceOf(article, pin), pin.Target));
            }
            else if (target >= 0 && !listed[target])
            {
                diagnostics.Add(ArchiveDiagnostics.PinnedNotListed(PlaceOf(article, pin), pin.Target));
            }
            else if (target >= 0 && !found.Contains(target))
            {
                found.Add(target);
            }
        }

        return [.. found];
    }

    /// <summary>Its index; -1 where a diagnostic says why not, and for an article that waits for its date.</summary>
    private int Locate(int article, LinkReference pin, List<Diagnostic> diagnostics)
    {
        foreach (var path in Paths(timeline.Articles[article].Path, pin.Target))
        {
            if (urls.ArticleAt(path) is var index and >= 0)
            {
                return index;
            }

            if (_future.Contains(path))
            {
                return -1;
            }
        }

        return urls.ArticleWithUrl(pin.Target) is var byUrl and >= 0 ? byUrl : LocateByName(article, pin, diagnostics);
    }

    private int LocateByName(int article, LinkReference pin, List<Diagnostic> diagnostics)
    {
        var candidates = pin.Target.Contains('/') ? [] : names.Find(SourcePath.Name(pin.Target));
        switch (candidates.Count)
        {
            case 0:
                diagnostics.Add(ArchiveDiagnostics.PinnedNotFound(PlaceOf(article, pin), pin.Target, names.Elsewhere(pin.Target)));
                return -1;
            case 1:
                return urls.ArticleAt(candidates[0].Path);
            default:
                var shown = string.Join(", ", candidates.Take(CandidatesShown).Select(candidate => $"'{candidate.Path}'"));
                var more = candidates.Count > CandidatesShown ? ", …" : "";
                diagnostics.Add(ArchiveDiagnostics.PinnedAmbiguous(PlaceOf(article, pin), pin.Target, shown + more));
                return -1;
        }
    }

    private SourceLocation PlaceOf(int article, LinkReference pin) => pin.At.In(SourcePath.Place(timeline.Articles[article].Path));

    private static IEnumerable<string> Paths(string from, string target)
    {
        var file = SourcePath.IsMarkdown(target) ? target : target + ".md";
        string?[] meanings = [SourcePath.Resolve(from, file), SourcePath.Resolve("", file), FromRoot(file)];
        return meanings.OfType<string>();
    }

    private static string? FromRoot(string file) =>
        file.StartsWith("content/", StringComparison.Ordinal) ? SourcePath.Resolve("", file["content/".Length..]) : null;
}
