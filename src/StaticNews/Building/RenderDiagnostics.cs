using StaticNews.Archive.Sections;
using StaticNews.Configuration;
using StaticNews.Content;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Building;

/// <summary>
/// Collects the diagnostics of templates while pages are rendered. A line that is wrong on a thousand pages is one
/// message: it names the first page by path and how many others there are, whichever worker met it first.
/// </summary>
internal sealed class RenderDiagnostics
{
    private readonly Lock _gate = new();
    private readonly Dictionary<
        (string Path, int Offset, string Code),
        (Diagnostic Problem, string Page, int Pages)
    > _found = [];

    /// <param name="page">Its output path.</param>
    /// <param name="problems">Each place of a template once.</param>
    public void Add(string page, IReadOnlyList<Diagnostic> problems)
    {
        if (problems.Count == 0)
        {
            return;
        }

        lock (_gate)
        {
            foreach (var problem in problems)
            {
                var place = (problem.At.Path, problem.At.Offset, problem.Code);
                _found[place] =
                    !_found.TryGetValue(place, out var known) ? (problem, page, 1)
                    : string.CompareOrdinal(page, known.Page) < 0 ? (problem, page, known.Pages + 1)
                    : known with { Pages = known.Pages + 1 };
            }
        }
    }

    public IEnumerable<Diagnostic> Told() =>
        _found.Values.Select(found => TemplateDiagnostics.OnPage(found.Problem, found.Page, found.Pages - 1));
}

/// <summary>
/// Reports once, at a line of site.yml, the effect of that line on a large part of an archive: a key that is mapped to
/// one that means something else, a pattern or a default that gives many articles one URL, a budget that no page keeps.
/// Of a few articles the places are what an editor needs, so they stay.
/// </summary>
internal static class SettingDiagnostics
{
    /// <summary>Fewer are mended one by one.</summary>
    private const int Least = 10;

    /// <summary>One in so many articles; fewer are exceptions.</summary>
    private const int LeastShare = 5;

    /// <param name="diagnostics">In order.</param>
    /// <param name="articles">All that are published; without those in error, a share of which is the larger.</param>
    public static List<Diagnostic> SaidOnce(List<Diagnostic> diagnostics, SiteConfig config, int articles)
    {
        var found = diagnostics.ConvertAll(diagnostic => WithSection(diagnostic, config));
        var groups = new Dictionary<(string Code, SourceLocation Cause), List<Diagnostic>>();
        foreach (var diagnostic in found)
        {
            if (CauseOf(diagnostic, config) is { } cause)
            {
                if (!groups.TryGetValue((diagnostic.Code, cause), out var group))
                {
                    groups.Add((diagnostic.Code, cause), group = []);
                }

                group.Add(diagnostic);
            }
        }

        var many = groups
            .Where(group => group.Value.Count >= Least && (long)group.Value.Count * LeastShare >= articles)
            .ToList();
        if (many.Count == 0)
        {
            found.Sort(Diagnostic.Compare);
            return found;
        }

        var said = many.SelectMany(group => group.Value).ToHashSet(ReferenceEqualityComparer.Instance);
        List<Diagnostic> once =
        [
            .. found.Where(diagnostic => !said.Contains(diagnostic)),
            .. many.Select(group =>
                ConfigurationDiagnostics.SettingOfMany(group.Key.Cause, group.Value.Count, group.Value[0])
            ),
        ];
        once.Sort(Diagnostic.Compare);
        return once;
    }

    private static SourceLocation? CauseOf(Diagnostic diagnostic, SiteConfig config)
    {
        if (string.Equals(diagnostic.Code, WeightDiagnostics.PageTooHeavyCode, StringComparison.Ordinal))
        {
            return config
                .Budgets?.FirstOrDefault(budget =>
                    diagnostic.Message.Contains(WeightDiagnostics.BudgetOf(budget.Kind), StringComparison.Ordinal)
                )
                ?.At;
        }

        if (!diagnostic.At.Path.StartsWith(ArticleReader.ContentFolder, StringComparison.Ordinal))
        {
            return null;
        }

        var key = KeyOf(diagnostic.At.LineText);
        return diagnostic.Code switch
        {
            ArchiveDiagnostics.PathClaimedTwiceCode => (key is "slug" ? null : Default(diagnostic, config, "slug"))
                ?? (config.Permalink.Text.Contains("{id}", StringComparison.Ordinal) ? null : config.PermalinkAt),
            ArchiveDiagnostics.TranslationTwiceCode when key is not "translation_key" => Default(
                diagnostic,
                config,
                "translation_key"
            ),
            _ => key is not null && IsOfReading(diagnostic.Code) && config.KeyPlaces.TryGetValue(key, out var place)
                ? place
                : null,
        };
    }

    /// <summary>
    /// A section that no article can be in is reported once already; where a default gives it to articles, it is
    /// reported for that.
    /// </summary>
    private static Diagnostic WithSection(Diagnostic diagnostic, SiteConfig config) =>
        string.Equals(diagnostic.Code, ArchiveDiagnostics.SectionReservedCode, StringComparison.Ordinal)
        && diagnostic.At.Path.StartsWith(ArticleReader.ContentFolder, StringComparison.Ordinal)
        && DefaultsRule.TextFor(config.Defaults, diagnostic.At.Path[ArticleReader.ContentFolder.Length..], "section")
            is var (section, place)
        && diagnostic.Message.Contains($"'{SectionId.Of(section)}'", StringComparison.Ordinal)
            ? diagnostic with
            {
                At = place,
            }
            : diagnostic;

    /// <summary>The mapping decides the type of a value, but not whether images lack texts or files.</summary>
    private static bool IsOfReading(string code) =>
        code.StartsWith("SN1", StringComparison.Ordinal) && !code.StartsWith("SN17", StringComparison.Ordinal);

    private static SourceLocation? Default(Diagnostic diagnostic, SiteConfig config, string key) =>
        DefaultsRule.TextFor(config.Defaults, diagnostic.At.Path[ArticleReader.ContentFolder.Length..], key)?.At;

    /// <summary>Of <c>topics: [a, b]</c>; null for a line that is none of front matter.</summary>
    private static string? KeyOf(string? line) =>
        line is not null
        && line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        && line[0] is not (' ' or '-')
            ? line[..colon].Trim('"', '\'', ' ')
            : null;
}
