using System.Reflection;
using System.Text;
using StaticNews.Diagnostics;
using StaticNews.Pages;
using StaticNews.Templates;
using StaticNews.Text;

namespace StaticNews.Building;

/// <summary>
/// Finds templates: the site's own by path below <c>templates/</c>, else the shipped theme's, which the command carries
/// inside it.
/// </summary>
internal sealed class ThemeFiles : ITemplateLoader
{
    private const string SiteFolder = "templates/";
    private const string ShippedPrefix = "theme/";
    private const string Extension = ".sbn-html";

    /// <summary>Begins the name of a file that lies in no folder of the site.</summary>
    private const string ShippedShown = "(shipped theme)/";

    /// <summary>The words of the interface, one file per language.</summary>
    private const string StringsFolder = "strings/";

    private readonly List<SourceText> _shippedStrings = [];
    private readonly HashSet<string> _shipped = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public ThemeFiles(IReadOnlyList<SourceText> siteTemplates)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (name.StartsWith(ShippedPrefix, StringComparison.Ordinal))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
                Ship(NameOf(name), reader.ReadToEnd());
            }
        }

        foreach (var text in siteTemplates)
        {
            var file = text.Path[SiteFolder.Length..];
            if (!string.Equals(_texts.GetValueOrDefault(file), text.Text, StringComparison.Ordinal))
            {
                _changed.Add(file);
            }

            _texts[file] = text.Text;
            _own.Add(file);
        }

        OwnStrings = [.. siteTemplates.Where(text => IsStrings(text.Path[SiteFolder.Length..]))];
    }

    /// <summary>Paths below <c>templates/</c>, ordinal: the site's own and the shipped ones, each once.</summary>
    public IReadOnlyList<string> Names => [.. _texts.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The shipped ones, ordinal, whether or not the site replaces them.</summary>
    public IReadOnlyList<string> ShippedNames => [.. _shipped.Order(StringComparer.Ordinal)];

    /// <summary>
    /// The built-in files of <c>strings/</c>. They stay what they are beside the site's own: those have single words.
    /// </summary>
    public IReadOnlyList<SourceText> ShippedStrings => _shippedStrings;

    /// <summary>The site's files of <c>strings/</c>.</summary>
    public IReadOnlyList<SourceText> OwnStrings { get; }

    /// <summary>Whether a path below <c>templates/</c> is of a file of words and no template.</summary>
    public static bool IsStrings(string file) =>
        file.StartsWith(StringsFolder, StringComparison.Ordinal)
        && file.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    public bool IsOwn(string file) => _own.Contains(file);

    /// <summary>Whether a template's name leads to the command's own text, though it may lie in the site.</summary>
    public bool IsBuiltIn(string name) => FileOf(name) is { } file && !_changed.Contains(file);

    public bool IsShipped(string file) => _shipped.Contains(file);

    /// <summary><c>partials/head</c> and <c>partials/head.sbn-html</c> are the same template.</summary>
    public string? Load(string name) => FileOf(name) is { } file ? _texts[file] : null;

    /// <summary>The path below <c>templates/</c> of what an include names; null where there is none.</summary>
    public string? FileOf(string name) =>
        _texts.ContainsKey(name) ? name
        : _texts.ContainsKey(name + Extension) ? name + Extension
        : null;

    /// <summary>A shipped file's very bytes.</summary>
    /// <param name="file">One of <see cref="ShippedNames"/>.</param>
    public static byte[] ShippedBytes(string file)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var resource = assembly
            .GetManifestResourceNames()
            .First(name =>
                name.StartsWith(ShippedPrefix, StringComparison.Ordinal)
                && string.Equals(NameOf(name), file, StringComparison.Ordinal)
            );
        using var bytes = new MemoryStream();
        using var stream = assembly.GetManifestResourceStream(resource)!;
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>
    /// The file of a template from the site's root; one that the command ships is named as such. A name of no file
    /// stays.
    /// </summary>
    public string PathOf(string name)
    {
        if (FileOf(name) is not { } file)
        {
            return name;
        }

        return (IsOwn(file) ? SiteFolder : ShippedShown) + file;
    }

    private void Ship(string file, string text)
    {
        _texts[file] = text;
        _shipped.Add(file);
        if (IsStrings(file))
        {
            _shippedStrings.Add(new SourceText(ShippedShown + file, text));
        }
    }

    /// <summary>MSBuild writes a resource's folders as the machine that built it does.</summary>
    private static string NameOf(string resource) => resource[ShippedPrefix.Length..].Replace('\\', '/');
}

/// <summary>A file of the theme, and what uses it.</summary>
/// <param name="Name">Path below <c>templates/</c>: <c>partials/head.sbn-html</c>.</param>
/// <param name="IsOwn">Whether it is the site's; else it is built in.</param>
/// <param name="IsShipped">
/// Whether there is a built-in file of this name. Together with <paramref name="IsOwn"/>: the site replaces it.
/// </param>
/// <param name="Page">The kind of page that it is the template of, as <c>page.kind</c> names it; null for none.</param>
/// <param name="IncludedBy">Names of the files that include it, ordinal.</param>
/// <param name="Includes">Names of the files that it includes, ordinal.</param>
/// <param name="Pages">The kinds of page that show it, directly or through others; empty: nothing uses it.</param>
/// <param name="Nearest">For a file of the site that nothing uses: the name that may be meant, or null.</param>
internal sealed record ThemeFile(
    string Name,
    bool IsOwn,
    bool IsShipped,
    string? Page,
    IReadOnlyList<string> IncludedBy,
    IReadOnlyList<string> Includes,
    IReadOnlyList<string> Pages,
    string? Nearest
)
{
    public bool IsUsed => Pages.Count > 0;
}

/// <summary>
/// Every file of a theme and which uses which. Complete, because a template for pages includes by constant names only
/// (a computed one is an error).
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
            foreach (
                var name in Reach(PageKinds.TemplateOf(kind), includes)
                    .Union(Reach(PageFormats.StyleOf(PageKinds.FormatOf(kind)), includes), StringComparer.Ordinal)
            )
            {
                pages[name].Add(PageKinds.NameOf(kind));
            }
        }

        // Any page may write any word.
        foreach (var name in names.Where(ThemeFiles.IsStrings))
        {
            pages[name].AddRange(PageKinds.All.Select(PageKinds.NameOf));
        }

        return new ThemeMap([
            .. names
                .Where(name => pages[name].Count > 0 || !IsNote(name))
                .Select(name => new ThemeFile(
                    name,
                    theme.IsOwn(name),
                    theme.IsShipped(name),
                    PageOf(name),
                    [.. names.Where(other => includes[other].Contains(name, StringComparer.Ordinal))],
                    includes[name],
                    pages[name],
                    pages[name].Count == 0 && theme.IsOwn(name) && !theme.IsShipped(name)
                        ? Nearest(name, theme.ShippedNames)
                        : null
                )),
        ]);
    }

    /// <summary>A warning for each file of the site that no page uses.</summary>
    public IEnumerable<Diagnostic> Unused() =>
        Files
            .Where(file => file is { IsOwn: true, IsUsed: false })
            .Select(file =>
                TemplateDiagnostics.Unused(
                    SiteFolder + file.Name,
                    file.Nearest is { } near ? SiteFolder + near : null,
                    PageKinds.TemplateOf(PageKind.Page)
                )
            );

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

    /// <summary>
    /// The name that is meant by one that does not exist: the same without its ending or folder, else one that is spelt
    /// alike. Null for none.
    /// </summary>
    public static string? Nearest(string name, IReadOnlyList<string> known) =>
        known.FirstOrDefault(other => Same(Stem(other), Stem(name)))
        ?? known.FirstOrDefault(other => Same(Stem(FileName(other)), Stem(FileName(name))))
        ?? (
            SpellingSuggestion.Nearest(Stem(name), known.Select(Stem)) is { } stem
                ? known.First(other => Same(Stem(other), stem))
                : NearestFile(name, known)
        );

    /// <summary><c>crad</c>: a mistyped name without its folder.</summary>
    private static string? NearestFile(string name, IReadOnlyList<string> known) =>
        !name.Contains('/', StringComparison.Ordinal)
        && SpellingSuggestion.Nearest(Stem(name), known.Select(other => Stem(FileName(other)))) is { } file
            ? known.First(other => Same(Stem(FileName(other)), file))
            : null;

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string[] IncludesOf(ThemeFiles theme, string name) =>
        IsNote(name) || ThemeFiles.IsStrings(name)
            ? []
            :
            [
                .. TemplateIncludes
                    .In(name, theme.Load(name)!)
                    .Select(theme.FileOf)
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ];

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

    private static string Stem(string name) =>
        name.IndexOf('.', name.LastIndexOf('/') + 1) is var dot and > 0 ? name[..dot] : name;

    private static bool Same(string left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
