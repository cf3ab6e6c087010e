namespace StaticNews.Templates;

/// <summary>
/// A mistake of a template that shows while it renders. Thrown inside the engine only, made by <see cref="TemplateErrors"/> only, and turned into the
/// <see cref="TemplateError"/> that a rendering returns.
/// </summary>
internal sealed class RenderFault(string code, string message, string? hint, int argument, TemplateError? inner = null) : Exception(message)
{
    /// <summary>An <see cref="Argument"/> that means the end of the call, where an argument is missing.</summary>
    public const int AtEndOfCall = -2;

    public string Code => code;

    public string? Hint => hint;

    /// <summary>The index of the argument it is about, -1 for the call as a whole, or <see cref="AtEndOfCall"/>; the caller finds the span.</summary>
    public int Argument => argument;

    /// <summary>The mistake in an included text that is behind it; null for none.</summary>
    public TemplateError? Inner => inner;

    /// <summary>Where it happened; null until the innermost node that knows adds it.</summary>
    public FaultPlace? Place { get; private set; }

    public RenderFault At(FaultPlace place)
    {
        Place ??= place;
        return this;
    }
}
