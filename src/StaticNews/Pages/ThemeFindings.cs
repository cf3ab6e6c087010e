using StaticNews.Diagnostics;
using StaticNews.Templates;

namespace StaticNews.Pages;

/// <summary>
/// What the compilation of each page found, put together: an include is compiled with each page that includes it, and its mistake is still one,
/// also where one page includes <c>tags</c> and another is <c>tags.sbn-html</c>.
/// A variable is unused only when no page uses it.
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
            if (!first.HoldsOnlyOfAllPages || pages == _results.Count(result => result.Sources.Any(source => string.Equals(pathOf(source), path, StringComparison.Ordinal))))
            {
                diagnostics.AddRange(TemplateDiagnostics.AllOf(first, pathOf));
            }
        }

        diagnostics.Sort(Diagnostic.Compare);
        return diagnostics;
    }
}
