namespace StaticNews.Templates;

/// <summary>What is to be said of a template, before its place is known.</summary>
/// <param name="Code">SN3xxx.</param>
/// <param name="Message">One sentence for the person who writes the template.</param>
/// <param name="Hint">What to do about it, or null.</param>
internal sealed record TemplateMessage(string Code, string Message, string? Hint);

/// <summary>
/// A mistake that a function or a limit of this layer reports while a template renders. Scriban adds the place; <see cref="RenderErrors"/>
/// makes a <see cref="TemplateError"/> of both.
/// </summary>
internal sealed class RenderFault(string code, string message, string? hint, TemplateError? inner = null) : Exception(message)
{
    public TemplateMessage Content { get; } = new(code, message, hint);

    /// <summary>The mistake in an included text that is behind it; null for none.</summary>
    public TemplateError? Inner => inner;
}
