namespace StaticNews.Templates;

/// <summary>A function of the language.</summary>
/// <param name="DisplayName">The full name, such as <c>string.upcase</c>.</param>
/// <param name="Parameters">In order.</param>
/// <param name="Body">What it does.</param>
/// <param name="Writer">The direct way to the page, or null.</param>
/// <param name="IsHtml">Whether the result (and what <paramref name="Writer"/> writes) is HTML already and needs no escaping.</param>
internal sealed record BuiltinFunction(
    string DisplayName,
    IReadOnlyList<Parameter> Parameters,
    BuiltinBody Body,
    BuiltinWriter? Writer = null,
    bool IsHtml = false) : ITemplateFunction;
