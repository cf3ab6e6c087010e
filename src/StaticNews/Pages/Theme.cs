using System.Buffers;
using StaticNews.Diagnostics;
using StaticNews.Pages.Models;
using StaticNews.Templates;
using StaticNews.Templates.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>The compiled templates: the site's own where it has one, else the shipped theme's.</summary>
internal sealed class Theme
{
    private readonly CompiledTemplate?[] _templates;
    private readonly StyleTemplate?[] _styles;
    private readonly Func<string, string> _pathOf;

    private Theme(
        CompiledTemplate?[] templates,
        StyleTemplate?[] styles,
        Func<string, string> pathOf,
        IReadOnlyList<Diagnostic> diagnostics
    )
    {
        _templates = templates;
        _styles = styles;
        _pathOf = pathOf;
        Diagnostics = diagnostics;
    }

    /// <summary>Whether every page kind has a template that can be rendered, and every format its style.</summary>
    public bool IsComplete =>
        Array.TrueForAll(_templates, template => template is not null)
        && Array.TrueForAll(_styles, style => style is null or { Result.Template: not null });

    /// <summary>The site's, as texts.</summary>
    public required SiteTemplates OwnTemplates { get; init; }

    /// <summary>Whether every page has the head that the theme ships, with its policy in it.</summary>
    public required bool WritesPolicies { get; init; }

    /// <summary>All that is wrong in all templates; with an error among them nothing can be rendered.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <param name="loader">Finds a template by its path below <c>templates/</c>.</param>
    /// <param name="pathOf">The file of such a template, as a diagnostic names it.</param>
    /// <param name="isShipped">Whether a template is the command's own, and not the site's.</param>
    /// <param name="buildInstant">What <c>date.now</c> gives.</param>
    public static Theme Compile(
        ITemplateLoader loader,
        Func<string, string> pathOf,
        Func<string, bool> isShipped,
        DateTimeOffset buildInstant
    )
    {
        var options = PageObserver.Observe(
            TemplateOptions.Html with
            {
                BuildInstant = buildInstant,
                Models = PageKinds.Models,
            }
        );
        var templates = new CompiledTemplate?[PageKinds.All.Count];
        var findings = new ThemeFindings();
        var sources = new IReadOnlyCollection<string>[templates.Length];
        foreach (var kind in PageKinds.All)
        {
            var result = TemplateCompiler.Compile(PageKinds.TemplateOf(kind), loader, PageKinds.ModelOf(kind), options);
            templates[(int)kind] = result.Template;
            sources[(int)kind] = result.Sources;
            findings.Add(result);
        }

        StyleTemplate?[] styles =
        [
            .. PageFormats.All.Select(format => StyleOf(format, loader, options, sources, findings)),
        ];
        var own = new SiteTemplates(loader, pathOf, isShipped);
        return new Theme(templates, styles, pathOf, [.. findings.ToDiagnostics(pathOf), .. own.Blocked(sources)])
        {
            OwnTemplates = own,
            WritesPolicies = Array.TrueForAll(sources, of => of.Any(source => IsHead(source) && isShipped(source))),
        };
    }

    /// <summary>The style sheet of a style variant as its pages contain it, or the error.</summary>
    public (StyleSheet? Sheet, Diagnostic? Problem) Style(StyleVariant look, SiteModel site)
    {
        if (_styles[(int)PageKinds.FormatOf(look.Kind)] is not { } style)
        {
            return (StyleSheet.None, null);
        }

        var (sheet, error) = style.Render(site, look);
        return (sheet, error is null ? null : Located(error));
    }

    /// <summary>
    /// The first construct that is not closed in a style sheet; null for none, and for the stock theme.
    /// </summary>
    public Diagnostic? StyleFault(StyleVariant look, StyleSheet sheet) =>
        _styles[(int)PageKinds.FormatOf(look.Kind)] is { } style
            ? OwnTemplates.StyleFault(style.Result.Sources, sheet)
            : null;

    public ContentHash Fingerprint(PageKind kind) => new(_templates[(int)kind]!.Fingerprint);

    /// <summary>Appends the page to <paramref name="output"/>, unless something stops it.</summary>
    /// <param name="problems">
    /// Receives its fault: an error where it is not written, a warning where it is.
    /// </param>
    /// <param name="observer">Receives what the page holds.</param>
    /// <returns>Whether it is written.</returns>
    public bool Render(
        PageKind kind,
        object model,
        IBufferWriter<byte> output,
        ICollection<Diagnostic> problems,
        PageObserver observer
    )
    {
        var doubts = new List<TemplateError>();
        var error = _templates[(int)kind]!.Render(model, output, doubts, observer);
        foreach (var found in error is null ? doubts : doubts.Append(error))
        {
            problems.Add(Located(found));
        }

        return error is null;
    }

    /// <summary>
    /// Null where pages include a sheet that cannot stand alone: a head of the site's own, from before sheets were
    /// written apart, may let its style ask what page it is on.
    /// </summary>
    private static StyleTemplate? StyleOf(
        PageFormat format,
        ITemplateLoader loader,
        TemplateOptions options,
        IReadOnlyCollection<string>[] sources,
        ThemeFindings findings
    )
    {
        var file = PageFormats.StyleOf(format);
        var style = StyleTemplate.Compile(file, loader, options);
        if (style.Result.Template is null && Array.Exists(sources, of => of.Contains(file, StringComparer.Ordinal)))
        {
            return null;
        }

        findings.Add(style.Result);
        return style;
    }

    private static bool IsHead(string source) =>
        source is "partials/head" or "partials/head.sbn-html" or "partials/lite-head" or "partials/lite-head.sbn-html";

    private Diagnostic Located(TemplateError error) => TemplateDiagnostics.From(error, _pathOf(error.TemplateName));
}

/// <summary>
/// What the compilation of each page found, put together: an include is compiled with each page that includes it, and
/// its mistake is still one, also where one page includes <c>tags</c> and another is <c>tags.sbn-html</c>. A variable
/// is unused only when no page uses it.
/// </summary>
internal sealed class ThemeFindings
{
    private readonly List<CompileResult> _results = [];

    public void Add(CompileResult result) => _results.Add(result);

    /// <summary>By path, offset and code; each once a place.</summary>
    /// <param name="pathOf">The file of a template, as a diagnostic names it.</param>
    public IReadOnlyList<Diagnostic> ToDiagnostics(Func<string, string> pathOf)
    {
        var places = new Dictionary<(string Path, int Offset, string Code), (TemplateError First, int Pages)>();
        foreach (var error in _results.SelectMany(result => result.Errors))
        {
            var place = (pathOf(error.TemplateName), error.Offset, error.Code);
            places[place] = places.TryGetValue(place, out var known) ? (known.First, known.Pages + 1) : (error, 1);
        }

        var diagnostics = new List<Diagnostic>();
        foreach (var ((path, _, _), (first, pages)) in places)
        {
            if (
                !first.HoldsOnlyOfAllPages
                || pages
                    == _results.Count(result =>
                        result.Sources.Any(source => string.Equals(pathOf(source), path, StringComparison.Ordinal))
                    )
            )
            {
                diagnostics.AddRange(TemplateDiagnostics.AllOf(first, pathOf));
            }
        }

        diagnostics.Sort(Diagnostic.Compare);
        return diagnostics;
    }
}
