using System.Diagnostics.CodeAnalysis;
using StaticNews.Archive.Routes;
using StaticNews.Content;

namespace StaticNews.Archive;

/// <summary>
/// Articles by slug and by file name, for those who pin or link by name. Most archives never ask, so it is built at the
/// first question.
/// </summary>
internal sealed class SourceNames
{
    private readonly Lazy<Dictionary<string, List<ArticleSummary>>> _byName;
    private readonly SpellingIndex _spellings;

    public SourceNames(ArticleTable timeline)
    {
        _byName = new Lazy<Dictionary<string, List<ArticleSummary>>>(() => Gather(timeline));
        _spellings = new SpellingIndex(() => _byName.Value.Keys);
    }

    /// <summary>Articles, also future ones, with this slug or file name; by path.</summary>
    public IReadOnlyList<ArticleSummary> Find(string name) => _byName.Value.GetValueOrDefault(name, []);

    /// <summary>The same for a name that no article has as it is written, but in another normal form or case.</summary>
    public bool TryFindOtherwise(string name, out IReadOnlyList<ArticleSummary> articles, out OtherSpelling? spelling)
    {
        articles = _spellings.TryFind(name, out var spelled, out spelling) ? Find(spelled) : [];
        return articles.Count > 0;
    }

    /// <summary>The path of the one article whose file has this name, or null where none or several have.</summary>
    public string? Elsewhere(string target) =>
        Find(SourcePath.Name(target)) is [var only]
        && SourcePath.Name(only.Path).Equals(SourcePath.Name(target), StringComparison.Ordinal)
            ? only.Path
            : null;

    private static Dictionary<string, List<ArticleSummary>> Gather(ArticleTable timeline)
    {
        var byName = new Dictionary<string, List<ArticleSummary>>(timeline.Articles.Length, StringComparer.Ordinal);
        foreach (
            var article in timeline
                .Articles.Concat(timeline.Future)
                .OrderBy(article => article.Path, StringComparer.Ordinal)
        )
        {
            Add(byName, article.Slug, article);
            if (SourcePath.Name(article.Path) is var name && !name.Equals(article.Slug, StringComparison.Ordinal))
            {
                Add(byName, name, article);
            }
        }

        return byName;
    }

    private static void Add(Dictionary<string, List<ArticleSummary>> byName, string name, ArticleSummary article)
    {
        if (!byName.TryGetValue(name, out var articles))
        {
            byName.Add(name, articles = new List<ArticleSummary>(1));
        }

        articles.Add(article);
    }
}

/// <summary>
/// Finds a name that is written in another normal form of Unicode or in another case than the archive has it. Made once
/// a build, and only when a name is not found as it is written: most archives never need it.
/// </summary>
internal sealed class SpellingIndex(Func<IEnumerable<string>> names)
{
    private readonly Lazy<(
        Dictionary<FoldedPathHash, string> First,
        Dictionary<FoldedPathHash, List<string>> Others
    )> _names = new(() => Gather(names()));

    /// <summary>
    /// The name that is meant: of several, one that looks exactly as written has priority over one in another case,
    /// and then the first, ordinal.
    /// </summary>
    /// <param name="spelling">
    /// Null where no message is needed: the name is the only one, or the difference is not visible.
    /// </param>
    public bool TryFind(string written, [NotNullWhen(true)] out string? name, out OtherSpelling? spelling)
    {
        var key = FoldedPathHash.Of(written);
        spelling = null;
        if (!_names.Value.First.TryGetValue(key, out name))
        {
            return false;
        }

        List<string> all = [name, .. _names.Value.Others.GetValueOrDefault(key, [])];
        var alike = all.FindAll(candidate => FoldedPathHash.LookAlike(candidate, written));
        var candidates = alike.Count > 0 ? alike : all;
        candidates.Sort(StringComparer.Ordinal);
        name = candidates[0];
        spelling = alike.Count == 1 ? null : new OtherSpelling(name, candidates.Count > 1 ? candidates[1] : null);
        return true;
    }

    private static (Dictionary<FoldedPathHash, string> First, Dictionary<FoldedPathHash, List<string>> Others) Gather(
        IEnumerable<string> names
    )
    {
        var count = names.TryGetNonEnumeratedCount(out var known) ? known : 0;
        var (first, others) = (
            new Dictionary<FoldedPathHash, string>(count),
            new Dictionary<FoldedPathHash, List<string>>()
        );
        foreach (var name in names)
        {
            var key = FoldedPathHash.Of(name);
            if (!first.TryAdd(key, name))
            {
                (others.TryGetValue(key, out var list) ? list : others[key] = []).Add(name);
            }
        }

        return (first, others);
    }
}

/// <summary>How the archive spells what a source names in another way.</summary>
/// <param name="Name">The name that is taken.</param>
/// <param name="Second">Another one that could be meant as well; null for none.</param>
internal readonly record struct OtherSpelling(string Name, string? Second);
