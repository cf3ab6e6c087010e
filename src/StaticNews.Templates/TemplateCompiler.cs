namespace StaticNews.Templates;

/// <summary>Compiles templates.</summary>
public static class TemplateCompiler
{
    /// <summary>
    /// Compiles a template. With a typed model, everything it includes is compiled with it, and unknown members, names and functions are errors.
    /// With a dynamic one, names and includes are looked up while rendering, as in stock Scriban.
    /// </summary>
    /// <param name="name">The name of the template for <paramref name="loader"/>.</param>
    /// <param name="loader">Finds its text and the text of its includes.</param>
    /// <param name="modelType">A record class; its public properties are names of the template, in snake_case. Null for a dynamic model.</param>
    /// <param name="options">How it is compiled and rendered.</param>
    /// <returns>Never throws on content: mistakes are in the result.</returns>
    public static CompileResult Compile(string name, ITemplateLoader loader, Type? modelType, TemplateOptions options)
    {
        var unit = new CompileUnit(name, loader, modelType, options);
        var page = unit.CompileRoot();
        var errors = unit.Errors.InOrder(unit.TemplateNames);
        return new CompileResult(unit.Errors.HasErrors ? null : new CompiledTemplate(unit, page), errors, unit.TemplateNames);
    }
}
