namespace StaticNews.Templates.Diagnostics;

/// <summary>A mistake in a template, found when it was compiled or when it rendered.</summary>
/// <param name="Code">SN3xxx; the catalogue is <c>TemplateErrors</c>.</param>
/// <param name="Severity">Errors keep the template from being used; warnings do not.</param>
/// <param name="Message">One sentence for the person who writes the template.</param>
/// <param name="Hint">What to do about it, or null.</param>
/// <param name="TemplateName">The template, or the included one, as its loader names it.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1, in UTF-16 units; a tab is one.</param>
/// <param name="Offset">UTF-16 units from the start of the template's text.</param>
/// <param name="Length">UTF-16 units; 0 at the end of the text.</param>
/// <param name="SourceLine">The text of the line without its end, for a code frame.</param>
/// <param name="Inner">
/// The mistake itself, when this is the place of an include whose text has it; null otherwise.
/// </param>
public sealed record TemplateError(
    string Code,
    TemplateSeverity Severity,
    string Message,
    string? Hint,
    string TemplateName,
    int Line,
    int Column,
    int Offset,
    int Length,
    string SourceLine,
    TemplateError? Inner = null
)
{
    /// <summary>
    /// Whether it was said of one template with what it includes, and is true of an include only if it is said of all
    /// that include it: a variable that this page does not use may be used by another.
    /// </summary>
    public bool HoldsOnlyOfAllPages =>
        Code is TemplateWarnings.UnusedVariableCode or TemplateWarnings.UnusedFunctionCode;

    /// <summary>
    /// Whether it only goes with the other mistakes of its template, which are what to read first wherever they stand.
    /// </summary>
    internal bool IsSecondary { get; init; }
}

/// <summary>Whether a template with this finding can be used.</summary>
public enum TemplateSeverity
{
    Warning,
    Error,
}

/// <summary>The findings of one compilation, bounded: a text of garbage has more mistakes than anyone reads.</summary>
internal sealed class ErrorList
{
    /// <summary>Those beyond are not kept.</summary>
    public const int MostErrors = 200;

    private readonly List<TemplateError> _errors = [];
    private readonly HashSet<(string Template, int Offset, string Code)> _known = [];

    public bool HasErrors { get; private set; }

    public int Count => _errors.Count;

    /// <summary>Whether more would be dropped, so that a text of garbage need not be gone through.</summary>
    public bool IsFull => _errors.Count == MostErrors;

    /// <summary>
    /// Takes it in, unless the same is known of the place: an include is compiled for each page and each set of types
    /// anew.
    /// </summary>
    public void Add(TemplateError error)
    {
        if (!_known.Add((error.TemplateName, error.Offset, error.Code)))
            return;
        HasErrors |= error.Severity == TemplateSeverity.Error;
        if (_errors.Count < MostErrors)
            _errors.Add(error);
    }

    public void AddRange(IEnumerable<TemplateError> errors)
    {
        foreach (var error in errors)
            Add(error);
    }

    /// <summary>By template, then by place; what is secondary comes behind the rest of its template.</summary>
    /// <param name="templates">The templates in their order; those that are not among them follow in the order of their
    /// first finding.</param>
    public IReadOnlyList<TemplateError> InOrder(IEnumerable<string> templates)
    {
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in templates.Concat(_errors.Select(error => error.TemplateName)))
            ranks.TryAdd(name, ranks.Count);
        return
        [
            .. _errors
                .OrderBy(error => ranks[error.TemplateName])
                .ThenBy(error => error.IsSecondary)
                .ThenBy(error => error.Offset)
                .ThenBy(error => error.Code, StringComparer.Ordinal),
        ];
    }
}

/// <summary>What is to be said of a template, before its place is known.</summary>
/// <param name="Code">SN3xxx.</param>
/// <param name="Message">One sentence for the person who writes the template.</param>
/// <param name="Hint">What to do about it, or null.</param>
internal sealed record TemplateMessage(string Code, string Message, string? Hint);

/// <summary>
/// A mistake that a function or a limit of this layer reports while a template renders. Scriban adds the place;
/// <see cref="RenderErrors"/> makes a <see cref="TemplateError"/> of both.
/// </summary>
internal sealed class RenderFault(string code, string message, string? hint, TemplateError? inner = null)
    : Exception(message)
{
    public TemplateMessage Content { get; } = new(code, message, hint);

    /// <summary>The mistake in an included text that is behind it; null for none.</summary>
    public TemplateError? Inner => inner;
}
