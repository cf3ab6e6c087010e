using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Archive.Sections;

/// <summary>
/// Sections that articles open beside those of site.yml: most often a mistyped name of a folder or of
/// <c>section</c>, which would appear in the navigation of every page. Only a level whose sections site.yml lists is
/// looked at: below a section without sections of its own, folders are as they are. A section with an <c>_index.md</c>
/// is meant.
/// </summary>
internal static class UndeclaredSections
{
    /// <param name="ids">From a section as articles have it to its id path.</param>
    public static void Report(
        IReadOnlyList<SectionConfig> configured,
        ArticleSummary[] articles,
        Dictionary<string, string> ids,
        ProfileIndex profiles,
        List<Diagnostic> diagnostics
    )
    {
        var declared = Flat(configured).Select(section => SectionId.Of(section.Id)).ToHashSet(StringComparer.Ordinal);
        var opened = ids
            .Values.Distinct(StringComparer.Ordinal)
            .Where(id => declared.Count > 0 && id.Length > 0 && SectionTree.ReservedPart(id) is null)
            .Select(id => (Id: id, Opened: OpenedBy(id, declared, profiles)))
            .Where(pair => pair.Opened is not null)
            .ToDictionary(pair => pair.Id, pair => pair.Opened!, StringComparer.Ordinal);
        if (opened.Count == 0)
        {
            return;
        }

        foreach (
            var (id, (first, count)) in Tally(articles, ids, opened).OrderBy(pair => pair.Key, StringComparer.Ordinal)
        )
        {
            var isTop = SectionId.Parent(id).Length == 0;
            diagnostics.Add(
                ArchiveDiagnostics.SectionUndeclared(
                    SourcePath.File(first),
                    id,
                    count,
                    isTop,
                    Nearest(id, declared),
                    Siblings(id, declared)
                )
            );
        }
    }

    private static IEnumerable<SectionConfig> Flat(IEnumerable<SectionConfig> sections) =>
        sections.SelectMany(section => Flat(section.Sections).Prepend(section));

    /// <summary>
    /// The outermost section on the way to one that site.yml should list and does not; null for none.
    /// </summary>
    private static string? OpenedBy(string id, HashSet<string> declared, ProfileIndex profiles)
    {
        for (var end = id.IndexOf('/', StringComparison.Ordinal); ; end = id.IndexOf('/', end + 1))
        {
            var outer = end < 0 ? id : id[..end];
            if (!declared.Contains(outer) && profiles.Find(ProfileKind.Section, outer) is null)
            {
                return Siblings(outer, declared).Count > 0 ? outer : null;
            }

            if (end < 0)
            {
                return null;
            }
        }
    }

    private static Dictionary<string, (string First, int Count)> Tally(
        ArticleSummary[] articles,
        Dictionary<string, string> ids,
        Dictionary<string, string> opened
    )
    {
        var tally = new Dictionary<string, (string First, int Count)>(StringComparer.Ordinal);
        foreach (var article in articles)
        {
            if (opened.TryGetValue(ids[article.Section], out var id))
            {
                var (first, count) = tally.GetValueOrDefault(id, (article.Path, 0));
                tally[id] = (string.CompareOrdinal(article.Path, first) < 0 ? article.Path : first, count + 1);
            }
        }

        return tally;
    }

    /// <summary>The declared sections of the same level.</summary>
    private static List<string> Siblings(string id, HashSet<string> declared) =>
        [
            .. declared
                .Where(other => string.Equals(SectionId.Parent(other), SectionId.Parent(id), StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>
    /// The one that differs in accents alone, else the one of another level that has the name, else the one whose
    /// spelling is near.
    /// </summary>
    private static string? Nearest(string id, HashSet<string> declared)
    {
        var name = NameKey.Of(SectionId.Name(id));
        var siblings = Siblings(id, declared);
        var same = siblings
            .Concat(declared.Order(StringComparer.Ordinal))
            .FirstOrDefault(other => NameKey.Of(SectionId.Name(other)).Equals(name, StringComparison.Ordinal));
        var near = same is null
            ? SpellingSuggestion.Nearest(name, siblings.Select(other => NameKey.Of(SectionId.Name(other))))
            : null;
        return same
            ?? siblings.FirstOrDefault(other =>
                NameKey.Of(SectionId.Name(other)).Equals(near, StringComparison.Ordinal)
            );
    }
}
