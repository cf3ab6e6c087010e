using StaticNews.Archive.Routes;
using StaticNews.Content;
using StaticNews.Diagnostics;

namespace StaticNews.Archive;

/// <summary>
/// Which articles are one text in several languages: those of one <c>translation_key</c>, and those whose file names
/// say it (<c>flood.hi.md</c> beside <c>flood.md</c>). Withdrawn ones have none. Of an archive without translations it
/// costs one look at each article.
/// </summary>
internal sealed class Translations
{
    public static readonly Translations None = new();

    private readonly Dictionary<int, int[]> _of = [];

    private Translations() { }

    /// <summary>
    /// The article and its translations, by language tag, ordinal, each language once; empty where it has none.
    /// </summary>
    public ReadOnlySpan<int> Of(int article) => _of.TryGetValue(article, out var group) ? group : [];

    public static Translations Gather(
        IReadOnlyList<ArticleSummary> articles,
        LinkResolver urls,
        List<Diagnostic> diagnostics
    )
    {
        var byKey = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < articles.Count; i++)
        {
            if (articles[i].TranslationKey is { } key && !articles[i].IsWithdrawn)
            {
                (byKey.TryGetValue(key, out var group) ? group : byKey[key] = []).Add(i);
            }
        }

        if (byKey.Count == 0)
        {
            return None;
        }

        var translations = new Translations();
        foreach (var (key, group) in byKey)
        {
            // The source that others translate by their names has no key of its own.
            if (
                urls.ArticleAt(key) is var original and >= 0
                && articles[original].TranslationKey is null
                && !articles[original].IsWithdrawn
            )
            {
                group.Add(original);
            }

            translations.Add(InOrder(group, articles, key, diagnostics));
        }

        return translations;
    }

    private void Add(int[] group)
    {
        if (group.Length < 2)
        {
            return;
        }

        foreach (var article in group)
        {
            _of[article] = group;
        }
    }

    /// <summary>
    /// By language, then path; of two in one language the first by path stays, the other is reported and not linked.
    /// </summary>
    private static int[] InOrder(
        List<int> group,
        IReadOnlyList<ArticleSummary> articles,
        string key,
        List<Diagnostic> diagnostics
    )
    {
        group.Sort(
            (left, right) =>
                string.CompareOrdinal(articles[left].Language, articles[right].Language) is var byLanguage and not 0
                    ? byLanguage
                    : string.CompareOrdinal(articles[left].Path, articles[right].Path)
        );
        var kept = new List<int>(group.Count);
        foreach (var article in group)
        {
            if (
                kept.Count > 0
                && articles[kept[^1]] is var first
                && string.Equals(first.Language, articles[article].Language, StringComparison.Ordinal)
            )
            {
                diagnostics.Add(
                    ArchiveDiagnostics.TranslationTwice(
                        SourcePath.File(articles[article].Path),
                        key,
                        first.Language,
                        SourcePath.Shown(first.Path)
                    )
                );
            }
            else
            {
                kept.Add(article);
            }
        }

        return [.. kept];
    }
}
