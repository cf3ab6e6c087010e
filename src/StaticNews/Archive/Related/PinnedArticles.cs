using StaticNews.Archive.Routes;
using StaticNews.Content;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Archive.Related;

/// <summary>
/// Finds the articles that <c>related:</c> names: by path from the article's folder, by path from content/, by URL, by
/// slug, by file name.
/// </summary>
internal sealed class PinnedArticles(
    ArticleTable timeline,
    LinkResolver urls,
    SourceNames names,
    UnpublishedSources unpublished,
    bool[] listed
)
{
    /// <summary>The most paths that one message lists; a longer list is not readable.</summary>
    private const int CandidatesShown = 5;

    /// <summary>
    /// Articles with pins: the indexes of their pinned articles, in order, each once, listed ones only.
    /// </summary>
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

    /// <summary>
    /// Its index; -1 where a diagnostic reports the reason, and for an article that waits for its date.
    /// </summary>
    private int Locate(int article, LinkReference pin, List<Diagnostic> diagnostics)
    {
        var paths = Paths(timeline.Articles[article].Path, pin.Target);
        foreach (var path in paths)
        {
            if (urls.ArticleAt(path) is var index and >= 0)
            {
                return index;
            }

            if (unpublished.At(path) is { } reason)
            {
                Report(article, pin, reason, diagnostics);
                return -1;
            }
        }

        if (pin.Target.StartsWith('/') && urls.Look(pin.Target) is { Article: >= 0 } byUrl)
        {
            return Told(article, pin, byUrl, diagnostics);
        }

        var candidates = pin.Target.Contains('/') ? [] : names.Find(SourcePath.Name(pin.Target));
        return candidates.Count == 0
            ? LocateOtherwise(article, pin, paths, diagnostics)
            : LocateByName(article, pin, candidates, diagnostics);
    }

    private int LocateByName(
        int article,
        LinkReference pin,
        IReadOnlyList<ArticleSummary> candidates,
        List<Diagnostic> diagnostics
    )
    {
        if (candidates is [var only])
        {
            return urls.ArticleAt(only.Path);
        }

        var shown = string.Join(", ", candidates.Take(CandidatesShown).Select(candidate => $"'{candidate.Path}'"));
        var more = candidates.Count > CandidatesShown ? ", …" : "";
        diagnostics.Add(ArchiveDiagnostics.PinnedAmbiguous(PlaceOf(article, pin), pin.Target, shown + more));
        return -1;
    }

    /// <summary>In another normal form or case, which is looked for only where nothing is spelled so.</summary>
    private int LocateOtherwise(int article, LinkReference pin, string[] paths, List<Diagnostic> diagnostics)
    {
        foreach (var path in paths)
        {
            if (urls.LookArticle(path) is { } found)
            {
                return Told(article, pin, found, diagnostics);
            }
        }

        if (paths.Select(unpublished.Find).FirstOrDefault(reason => reason is not null) is { } reason)
        {
            Report(article, pin, reason, diagnostics);
            return -1;
        }

        return pin.Target.Contains('/')
            ? NotFound(article, pin, diagnostics)
            : LocateByOtherName(article, pin, diagnostics);
    }

    private int LocateByOtherName(int article, LinkReference pin, List<Diagnostic> diagnostics)
    {
        var name = SourcePath.Name(pin.Target);
        if (unpublished.Named(name + ".md") is { } reason)
        {
            Report(article, pin, reason, diagnostics);
            return -1;
        }

        if (names.TryFindOtherwise(name, out var candidates, out var spelling))
        {
            if (spelling is { } other)
            {
                diagnostics.Add(
                    ArchiveDiagnostics.SpelledOtherwise(PlaceOf(article, pin), pin.Target, other.Name, other.Second)
                );
            }

            return LocateByName(article, pin, candidates, diagnostics);
        }

        return NotFound(article, pin, diagnostics);
    }

    private int NotFound(int article, LinkReference pin, List<Diagnostic> diagnostics)
    {
        diagnostics.Add(
            ArchiveDiagnostics.PinnedNotFound(PlaceOf(article, pin), pin.Target, names.Elsewhere(pin.Target))
        );
        return -1;
    }

    private int Told(int article, LinkReference pin, in ResolvedTarget found, List<Diagnostic> diagnostics)
    {
        if (found.Spelling is { } spelling)
        {
            diagnostics.Add(
                ArchiveDiagnostics.SpelledOtherwise(PlaceOf(article, pin), pin.Target, spelling.Name, spelling.Second)
            );
        }

        return found.Article;
    }

    private void Report(int article, LinkReference pin, UnpublishedReason reason, List<Diagnostic> diagnostics)
    {
        if (reason != UnpublishedReason.Future)
        {
            diagnostics.Add(
                reason switch
                {
                    UnpublishedReason.Draft => ArchiveDiagnostics.PinnedDraft(PlaceOf(article, pin), pin.Target),
                    UnpublishedReason.Removed => ArchiveDiagnostics.PinnedNotListed(PlaceOf(article, pin), pin.Target),
                    _ => ArchiveDiagnostics.PinnedErrors(PlaceOf(article, pin), pin.Target),
                }
            );
        }
    }

    private SourceLocation PlaceOf(int article, LinkReference pin) =>
        pin.At.In(SourcePath.Place(timeline.Articles[article].Path));

    private static string[] Paths(string from, string target)
    {
        var file = SourcePath.IsMarkdown(target) ? target : target + ".md";
        string?[] meanings = [SourcePath.Resolve(from, file), SourcePath.Resolve("", file), FromRoot(file)];
        return [.. meanings.OfType<string>()];
    }

    private static string? FromRoot(string file) =>
        file.StartsWith("content/", StringComparison.Ordinal)
            ? SourcePath.Resolve("", file["content/".Length..])
            : null;
}
