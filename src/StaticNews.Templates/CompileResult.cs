namespace StaticNews.Templates;

/// <summary>What came of a compilation.</summary>
/// <param name="Template">The template; null when there are errors.</param>
/// <param name="Errors">All errors and warnings, of the template and of what it includes, by template and place.</param>
public sealed record CompileResult(CompiledTemplate? Template, IReadOnlyList<TemplateError> Errors);
