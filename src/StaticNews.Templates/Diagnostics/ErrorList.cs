namespace StaticNews.Templates;

/// <summary>The findings of one compilation, bounded: a text of garbage has more mistakes than anyone reads.</summary>
internal sealed class ErrorList
{
    private const int MaxErrors = 200;

    private readonly List<TemplateError> _errors = [];
    private readonly HashSet<(string Template, int Offset, string Code)> _known = [];

    public bool HasErrors { get; private set; }

    public int Count => _errors.Count;

    /// <summary>Takes it in, unless the same is known of the place: an include is compiled for each page and each set of types anew.</summary>
    public void Add(TemplateError error)
    {
        if (!_known.Add((error.TemplateName, error.Offset, error.Code))) return;
        HasErrors |= error.Severity == TemplateSeverity.Error;
        if (_errors.Count < MaxErrors) _errors.Add(error);
    }

    public void AddRange(IEnumerable<TemplateError> errors)
    {
        foreach (var error in errors) Add(error);
    }

    /// <summary>By template, then by place; what is secondary comes behind the rest of its template.</summary>
    /// <param name="templates">The templates in their order; those that are not among them follow in the order of their first finding.</param>
    public IReadOnlyList<TemplateError> InOrder(IEnumerable<string> templates)
    {
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in templates.Concat(_errors.Select(error => error.TemplateName))) ranks.TryAdd(name, ranks.Count);
        return
        [
            .. _errors.OrderBy(error => ranks[error.TemplateName]).ThenBy(error => error.IsSecondary).ThenBy(error => error.Offset)
                .ThenBy(error => error.Code, StringComparer.Ordinal),
        ];
    }
}
