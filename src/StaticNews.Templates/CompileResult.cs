namespace StaticNews.Templates;

/// <summary>What came of a compilation.</summary>
/// <param name="Template">The template; null when there are errors.</param>
/// <param name="Errors">All errors and warnings, of the template and of what it includes, by template (its own first) and place; one of a kind at a place.</param>
/// <param name="Sources">The names of the templates that were read or looked for: its own, and those it includes by constant names.</param>
public sealed record CompileResult(CompiledTemplate? Template, IReadOnlyList<TemplateError> Errors, IReadOnlyCollection<string> Sources);
