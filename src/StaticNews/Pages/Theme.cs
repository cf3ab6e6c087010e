using System.Buffers;
using StaticNews.Diagnostics;
using StaticNews.Templates;
using StaticNews.Text;

namespace StaticNews.Pages;

/// <summary>The compiled templates: the site's own where it has one, else the shipped theme's.</summary>
internal sealed class Theme
{
    private readonly CompiledTemplate?[] _templates;
    private readonly Func<string, string> _pathOf;

    private Theme(CompiledTemplate?[] templates, Func<string, string> pathOf, IReadOnlyList<Diagnostic> diagnostics)
    {
        _templates = templates;
        _pathOf = pathOf;
        Diagnostics = diagnostics;
    }

    /// <summary>Whether every page kind has a template that can be rendered.</summary>
    public bool IsComplete => Array.TrueForAll(_templates, template => template is not null);

    /// <summary>All that is wrong in all templates; with an error among them nothing can be rendered.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <param name="loader">Finds a template by its path below <c>templates/</c>.</param>
    /// <param name="pathOf">The file of such a template, as a diagnostic names it.</param>
    /// <param name="buildInstant">What <c>date.now</c> gives.</param>
    public static Theme Compile(ITemplateLoader loader, Func<string, string> pathOf, DateTimeOffset buildInstant)
    {
        var options = TemplateOptions.Html with { BuildInstant = buildInstant };
        var templates = new CompiledTemplate?[PageKinds.All.Count];
        var findings = new ThemeFindings();
        foreach (var kind in PageKinds.All)
        {
            var result = TemplateCompiler.Compile(PageKinds.TemplateOf(kind), loader, PageKinds.ModelOf(kind), options);
            templates[(int)kind] = result.Template;
            findings.Add(result);
        }

        return new Theme(templates, pathOf, findings.ToDiagnostics(pathOf));
    }

    public ContentHash Fingerprint(PageKind kind) => new(_templates[(int)kind]!.Fingerprint);

    /// <summary>Appends the page to <paramref name="output"/>, or returns what stopped it.</summary>
    public Diagnostic? Render(PageKind kind, object model, IBufferWriter<byte> output) =>
        _templates[(int)kind]!.Render(model, output) is { } error ? Located(error) : null;

    private Diagnostic Located(TemplateError error) => TemplateDiagnostics.From(error, _pathOf(error.TemplateName));
}
