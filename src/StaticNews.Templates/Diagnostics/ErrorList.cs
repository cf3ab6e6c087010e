namespace StaticNews.Templates;

/// <summary>The findings of one compilation, bounded: a text of garbage has more mistakes than anyone reads.</summary>
internal sealed class ErrorList
{
    private const int MaxErrors = 200;

    private readonly List<TemplateError> _errors = [];

    public bool HasErrors { get; private set; }

    public int Count => _errors.Count;

    public void Add(TemplateError error)
    {
        HasErrors |= error.Severity == TemplateSeverity.Error;
        if (_errors.Count < MaxErrors) _errors.Add(error);
    }

    public void AddRange(IEnumerable<TemplateError> errors)
    {
        foreach (var error in errors) Add(error);
    }

    /// <summary>By template in the order of their first finding, then by place, each once.</summary>
    public IReadOnlyList<TemplateError> InOrder()
    {
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var error in _errors) ranks.TryAdd(error.TemplateName, ranks.Count);
        return [.. _errors.Distinct().OrderBy(error => ranks[error.TemplateName]).ThenBy(error => error.Offset).ThenBy(error => error.Code, StringComparer.Ordinal)];
    }
}
