using StaticNews.Diagnostics;
using StaticNews.Pages;
using StaticNews.Templates;

namespace StaticNews;

/// <summary>
/// Every file of a theme and which uses which. Complete, because a template for pages includes by constant names only (a computed one is an error).
/// </summary>
internal sealed class ThemeMap
{
    private const string SiteFolder = "templates/";

    private ThemeMap(IReadOnlyList<ThemeFile> files) => Files = files;

    /// <summary>By name, ordinal. Notes (<c>README.md</c>) are no part of a theme.</summary>
    public IReadOnlyList<ThemeFile> Files { get; }

    public static ThemeMap Draw(ThemeFiles theme)
    {
        var names = theme.Names;
        var includes = names.ToDictionary(name => name, name => IncludesOf(theme, name), StringComparer.Ordinal);
        var pages = names.ToDictionary(name => name, _ => new List<string>(), StringComparer.Ordinal);
        foreach (var kind in PageKinds.All)
        {
            foreach (var name in Reach(PageKinds.TemplateOf(kind), includes).Union(Reach(PageFormats.StyleOf(PageKinds.FormatOf(kind)), includes), StringComparer.Ordinal))
            {
                pages[name].Add(PageKinds.NameOf(kind));
            }
        }

        // Any page may write any word.
        foreach (var name in names.Where(ThemeFiles.IsStrings))
        {
            pages[name].AddRange(PageKinds.All.Select(PageKinds.NameOf));
        }

        return new ThemeMap([.. names.Where(name => pages[name].Count > 0 || !IsNote(name)).Select(name => new ThemeFile(
            name,
            theme.IsOwn(name),
            theme.IsShipped(name),
            PageOf(name),
            [.. names.Where(other => includes[other].Contains(name, StringComparer.Ordinal))],
            includes[name],
            pages[name],
            pages[name].Count == 0 && theme.IsOwn(name) && !theme.IsShipped(name) ? Nearest(name, theme.ShippedNames) : null))]);
    }

    /// <summary>A warning for each file of the site that no page uses.</summary>
    public IEnumerable<Diagnostic> Unused() => Files
        .Where(file => file is { IsOwn: true, IsUsed: false })
        .Select(file => TemplateDiagnostics.Unused(SiteFolder + file.Name, file.Nearest is { } near ? SiteFolder + near : null, PageKinds.TemplateOf(PageKind.Page)));

    /// <summary>A warning for each template of the site that makes empty pages.</summary>
    public static IEnumerable<Diagnostic> EmptyPages(ThemeFiles theme)
    {
        foreach (var name in theme.Names)
        {
            if (theme.IsOwn(name) && PageOf(name) is { } kind && string.IsNullOrWhiteSpace(theme.Load(name)))
            {
                yield return TemplateDiagnostics.EmptyPage(SiteFolder + name, kind);
            }
        }
    }

    /// <summary>The name that is meant by one that does not exist: the same without its ending or folder, else one that is spelt alike. Null for none.</summary>
    public static string? Nearest(string name, IReadOnlyList<string> known) =>
        known.FirstOrDefault(other => Same(Stem(other), Stem(name)))
        ?? known.FirstOrDefault(other => Same(Stem(FileName(other)), Stem(FileName(name))))
        ?? (Spelling.Nearest(Stem(name), known.Select(Stem)) is { } stem ? known.First(other => Same(Stem(other), stem)) : NearestFile(name, known));

    /// <summary><c>crad</c>: a slip in a name that stands without its folder.</summary>
    private static string? NearestFile(string name, IReadOnlyList<string> known) =>
        !name.Contains('/', StringComparison.Ordinal) && Spelling.Nearest(Stem(name), known.Select(other => Stem(FileName(other)))) is { } file
            ? known.First(other => Same(Stem(FileName(other)), file))
            : null;

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string[] IncludesOf(ThemeFiles theme, string name) =>
        IsNote(name) || ThemeFiles.IsStrings(name) ? [] : [.. TemplateIncludes.In(name, theme.Load(name)!).Select(theme.FileOf).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static HashSet<string> Reach(string template, Dictionary<string, string[]> includes)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([template]);
        while (open.TryPop(out var name))
        {
            if (reached.Add(name))
            {
                Array.ForEach(includes[name], open.Push);
            }
        }

        return reached;
    }

    private static string? PageOf(string name)
    {
        foreach (var kind in PageKinds.All)
        {
            if (string.Equals(PageKinds.TemplateOf(kind), name, StringComparison.Ordinal))
            {
                return PageKinds.NameOf(kind);
            }
        }

        return null;
    }

    private static bool IsNote(string name) => name.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    private static string Stem(string name) => name.IndexOf('.', name.LastIndexOf('/') + 1) is var dot and > 0 ? name[..dot] : name;

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
