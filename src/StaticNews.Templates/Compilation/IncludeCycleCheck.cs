namespace StaticNews.Templates;

/// <summary>
/// Finds templates that include one another without any condition between: no rendering of them could end. A template that includes itself under
/// an <c>if</c> or in a loop is no mistake, for that is how a tree of any depth is written.
/// </summary>
internal sealed class IncludeCycleCheck(IReadOnlyDictionary<string, ParsedTemplate?> templates, ErrorList errors)
{
    private readonly Dictionary<string, List<(string Name, TextSpan At)>> _certain = new(StringComparer.Ordinal);
    private readonly HashSet<string> _finished = new(StringComparer.Ordinal);
    private readonly List<string> _path = [];
    private bool _isFound;

    /// <returns>Whether there is such a cycle.</returns>
    public bool Report()
    {
        foreach (var (name, template) in templates)
        {
            if (template is not null) _certain[name] = CertainIncludes.Of(template.Root);
        }
        foreach (var name in _certain.Keys.Order(StringComparer.Ordinal)) Follow(name);
        return _isFound;
    }

    private void Follow(string name)
    {
        if (_path.IndexOf(name) is var start and >= 0)
        {
            ReportCycle(_path[start..]);
            return;
        }
        if (_finished.Contains(name) || !_certain.TryGetValue(name, out var includes)) return;
        _path.Add(name);
        foreach (var (included, _) in includes) Follow(included);
        _path.RemoveAt(_path.Count - 1);
        _finished.Add(name);
    }

    /// <summary>A cycle begins at its first name in ordinal order, so that each page that meets it says the same.</summary>
    private void ReportCycle(List<string> cycle)
    {
        _isFound = true;
        var first = cycle.IndexOf(cycle.Min(StringComparer.Ordinal)!);
        string[] chain = [.. cycle[first..], .. cycle[..first], cycle[first]];
        var (_, at) = _certain[chain[^2]].Find(include => string.Equals(include.Name, chain[^1], StringComparison.Ordinal));
        errors.Add(TemplateErrors.Placed(CheckErrors.IncludeCycle(chain), new FaultPlace(templates[chain[^2]]!.Source, at)));
    }
}
