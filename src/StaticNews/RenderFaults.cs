using StaticNews.Diagnostics;

namespace StaticNews;

/// <summary>
/// What templates had to say while pages were rendered. A line of a template that is wrong on a thousand pages is one message: it names the first page by path and how many others
/// there are, whichever worker met it first.
/// </summary>
internal sealed class RenderFaults
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Path, int Offset, string Code), (Diagnostic Problem, string Page, int Pages)> _found = [];

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
                _found[place] = !_found.TryGetValue(place, out var known) ? (problem, page, 1)
                    : string.CompareOrdinal(page, known.Page) < 0 ? (problem, page, known.Pages + 1)
                    : known with { Pages = known.Pages + 1 };
            }
        }
    }

    public IEnumerable<Diagnostic> Told() => _found.Values.Select(found => TemplateDiagnostics.OnPage(found.Problem, found.Page, found.Pages - 1));
}
