using StaticNews.Articles;

namespace StaticNews.Archive;

/// <summary>Articles by slug and by file name, for those who pin or link by name. Most archives never ask, so it is built at the first question.</summary>
internal sealed class SourceNames
{
    private readonly Lazy<Dictionary<string, List<ArticleSummary>>> _byName;
    private readonly SpellingIndex _spellings;

    public SourceNames(Timeline timeline)
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
        Find(SourcePath.Name(target)) is [var only] && SourcePath.Name(only.Path).Equals(SourcePath.Name(target), StringComparison.Ordinal) ? only.Path : null;

    private static Dictionary<string, List<ArticleSummary>> Gather(Timeline timeline)
    {
        var byName = new Dictionary<string, List<ArticleSummary>>(timeline.Articles.Length, StringComparer.Ordinal);
        foreach (var article in timeline.Articles.Concat(timeline.Future).OrderBy(article => article.Path, StringComparer.Ordinal))
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
