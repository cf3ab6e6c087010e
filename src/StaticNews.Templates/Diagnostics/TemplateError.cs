namespace StaticNews.Templates.Diagnostics;

/// <summary>An error or a warning about a template, found when it was compiled or rendered.</summary>
/// <param name="Code">SN3xxx; the catalogue is <c>TemplateErrors</c>.</param>
/// <param name="Severity">Errors keep the template from being used; warnings do not.</param>
/// <param name="Message">One sentence for the author of the template, without a full stop.</param>
/// <param name="Hint">What to do, without a full stop at the end; or null.</param>
/// <param name="TemplateName">The template, or the included one, as its loader names it.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1, in UTF-16 units; a tab is one.</param>
/// <param name="Offset">UTF-16 units from the start of the template's text.</param>
/// <param name="Length">UTF-16 units; 0 at the end of the text.</param>
/// <param name="SourceLine">The text of the line without its end, for a code frame.</param>
/// <param name="Inner">
/// The error in an included text, if this is the place of its include; null otherwise.
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
    /// Whether the message must be reported for all templates that include a text before it is true of this text:
    /// another page may use a variable that this page does not use.
    /// </summary>
    public bool HoldsOnlyOfAllPages =>
        Code is TemplateWarnings.UnusedVariableCode or TemplateWarnings.UnusedFunctionCode;

    /// <summary>
    /// Whether the message is a consequence of the other errors of its template, so that it is listed after them.
    /// </summary>
    internal bool IsSecondary { get; init; }
}

/// <summary>Whether a template with this message can be used.</summary>
public enum TemplateSeverity
{
    Warning,
    Error,
}

/// <summary>
/// The errors and warnings of one compilation. Their number is limited, because a text that is not a template has more
/// of them than anyone reads.
/// </summary>
internal sealed class ErrorList
{
    /// <summary>The limit; further errors are not kept.</summary>
    public const int MostErrors = 200;

    private readonly List<TemplateError> _errors = [];
    private readonly HashSet<(string Template, int Offset, string Code)> _known = [];

    public bool HasErrors { get; private set; }

    public int Count => _errors.Count;

    /// <summary>Whether the limit is reached, so that the rest of the text does not have to be checked.</summary>
    public bool IsFull => _errors.Count == MostErrors;

    /// <summary>
    /// Adds an error, unless there is one with the same code at the same place: an include is compiled again for each
    /// page and each set of types.
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

    /// <summary>
    /// The errors by template and place. Secondary ones come after the others of their template.
    /// </summary>
    /// <param name="templates">
    /// The templates in their order. Other templates follow in the order of their first error.
    /// </param>
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

/// <summary>A message about a template, before its place is known.</summary>
/// <param name="Code">SN3xxx.</param>
/// <param name="Message">As in <see cref="TemplateError"/>.</param>
/// <param name="Hint">As in <see cref="TemplateError"/>.</param>
internal sealed record TemplateMessage(string Code, string Message, string? Hint);

/// <summary>
/// The exception that a function or a limit of this library throws while a template is rendered. Scriban adds the
/// place, and <see cref="RenderErrors"/> makes a <see cref="TemplateError"/> of both.
/// </summary>
internal sealed class RenderFault(string code, string message, string? hint, TemplateError? inner = null)
    : Exception(message)
{
    public TemplateMessage Content { get; } = new(code, message, hint);

    /// <summary>The error in an included text that is the cause, or null.</summary>
    public TemplateError? Inner => inner;
}
