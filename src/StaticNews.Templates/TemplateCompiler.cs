using System.Buffers;
using Scriban;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>Compiles templates.</summary>
public static class TemplateCompiler
{
    /// <summary>
    /// Compiles a template. With a typed model, everything it includes is compiled with it, and unknown members, names
    /// and functions are errors. With a dynamic one, names and includes are looked up while rendering, as in stock
    /// Scriban.
    /// </summary>
    /// <param name="name">The name of the template for <paramref name="loader"/>.</param>
    /// <param name="loader">Finds its text and the text of its includes.</param>
    /// <param name="modelType">A record class; its public properties are names of the template, in snake_case. Null for
    /// a dynamic model.</param>
    /// <param name="options">
    /// How it is compiled and rendered. A typed model needs <see cref="TemplateOptions.EscapeHtml"/>.
    /// </param>
    /// <returns>Never throws on content: mistakes are in the result.</returns>
    /// <exception cref="ArgumentException">A typed model for a template that does not escape.</exception>
    public static CompileResult Compile(string name, ITemplateLoader loader, Type? modelType, TemplateOptions options)
    {
        if (!options.EscapeHtml)
            return CompileStock(name, loader, modelType, options);
        var unit = new CompileUnit(name, loader, modelType, options);
        var root = unit.CompileRoot();
        var errors = unit.Errors.InOrder(unit.TemplateNames);
        var isUsable = root is not null && !unit.Errors.HasErrors;
        var template = isUsable
            ? new CompiledTemplate(name, modelType, options, unit.Fingerprint(), new PageTemplate(unit, root!))
            : null;
        return new CompileResult(template, errors, unit.TemplateNames);
    }

    private static CompileResult CompileStock(
        string name,
        ITemplateLoader loader,
        Type? modelType,
        TemplateOptions options
    )
    {
        if (modelType is not null)
            throw new ArgumentException("A typed model needs a template that escapes.", nameof(modelType));
        var stock = StockTemplate.Parse(name, loader, options, out var errors);
        return new CompileResult(
            stock is null ? null : new CompiledTemplate(name, null, options, default, stock),
            errors,
            [name]
        );
    }
}

/// <summary>What came of a compilation.</summary>
/// <param name="Template">The template; null when there are errors.</param>
/// <param name="Errors">All errors and warnings, of the template and of what it includes, by template (its own first)
/// and place; one of a kind at a place.</param>
/// <param name="Sources">
/// The names of the templates that were read or looked for: its own, and those it includes by constant names.
/// </param>
public sealed record CompileResult(
    CompiledTemplate? Template,
    IReadOnlyList<TemplateError> Errors,
    IReadOnlyCollection<string> Sources
);

/// <summary>A template ready to render, by any number of threads at once.</summary>
public sealed class CompiledTemplate
{
    private readonly ITemplateRenderer _renderer;

    internal CompiledTemplate(
        string name,
        Type? modelType,
        TemplateOptions options,
        UInt128 fingerprint,
        ITemplateRenderer renderer
    )
    {
        (Name, ModelType, Options, Fingerprint) = (name, modelType, options, fingerprint);
        _renderer = renderer;
    }

    public string Name { get; }

    /// <summary>The type of the model; null for a dynamic one.</summary>
    public Type? ModelType { get; }

    public TemplateOptions Options { get; }

    /// <summary>
    /// A hash of the template's text, the texts it includes by constant names, and the options: equal for equal
    /// results, in every run and on every machine. Zero for a template that does not escape: what it includes shows
    /// only while rendering.
    /// </summary>
    public UInt128 Fingerprint { get; }

    /// <summary>Renders a page as UTF-8.</summary>
    /// <param name="model">An instance of <see cref="ModelType"/>, or for a dynamic model what <see cref="JsonModel"/>
    /// gives, a dictionary, or null.</param>
    /// <param name="output">Where the page goes; nothing is written when there is an error.</param>
    /// <returns>Null, or the error that ended the rendering.</returns>
    public TemplateError? Render(object? model, IBufferWriter<byte> output) =>
        Render(model, output, new List<TemplateError>());

    /// <summary>Renders a page as UTF-8.</summary>
    /// <param name="model">As above.</param>
    /// <param name="output">As above.</param>
    /// <param name="doubts">Gets what was written to the page and means nothing to readers, each a warning: a list with
    /// its brackets, a number divided by zero.</param>
    /// <param name="observer">
    /// Receives what the page holds of <see cref="TemplateOptions.Observed"/> while it is written, also of a page that
    /// an error ends. Null for none.
    /// </param>
    public TemplateError? Render(
        object? model,
        IBufferWriter<byte> output,
        ICollection<TemplateError> doubts,
        IHtmlObserver? observer = null
    )
    {
        if (ModelType is not null && !ModelType.IsInstanceOfType(model))
        {
            throw new ArgumentException($"The model must be a {ModelType.Name}.", nameof(model));
        }
        return _renderer.Render(model, output, doubts, observer);
    }
}

/// <summary>One of the two ways to render a template: as a page, or as stock Scriban does.</summary>
internal interface ITemplateRenderer
{
    /// <param name="observer">Receives nothing where the HTML is not followed.</param>
    TemplateError? Render(
        object? model,
        IBufferWriter<byte> output,
        ICollection<TemplateError> doubts,
        IHtmlObserver? observer
    );
}

/// <summary>Which templates a template includes, read from its text without compiling it.</summary>
public static class TemplateIncludes
{
    /// <summary>
    /// The constant names that a template includes, each once, in the order of the text; of a text with mistakes those
    /// that can be read.
    /// </summary>
    /// <param name="name">The template's own name.</param>
    /// <param name="text">Its text.</param>
    public static IReadOnlyList<string> In(string name, string text)
    {
        if (Template.Parse(text, name).Page is not { } page)
            return [];
        var found = SyntaxTree
            .All(page)
            .Where(static node => SyntaxTree.IncludedName(node) is { Length: > 0 })
            .OrderBy(static node => node.Span.Start.Offset);
        return [.. found.Select(static node => SyntaxTree.IncludedName(node)!).Distinct(StringComparer.Ordinal)];
    }
}

/// <summary>Finds templates by name, for the compiler and for <c>include</c>.</summary>
public interface ITemplateLoader
{
    /// <summary>
    /// The text of a template, or null when there is none of this name. Called by several threads at once.
    /// </summary>
    string? Load(string name);
}
