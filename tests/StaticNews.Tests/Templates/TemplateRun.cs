using System.Buffers;
using System.Text;
using StaticNews.Templates;
using StaticNews.Templates.Diagnostics;
using StaticNews.Tests.Diagnostics;

namespace StaticNews.Tests.Templates;

/// <summary>Compiles and renders templates given as text.</summary>
internal sealed class TemplateRun(params (string Name, string Text)[] templates) : ITemplateLoader
{
    /// <summary>All of them, for a message.</summary>
    public string Text => string.Join('\n', templates.Select(template => $"[{template.Name}] {template.Text}"));

    public string? Load(string name) =>
        Array.Find(templates, template => string.Equals(template.Name, name, StringComparison.Ordinal)).Text;

    public CompileResult Compile(Type? modelType, TemplateOptions? options = null)
    {
        var result = TemplateCompiler.Compile(templates[0].Name, this, modelType, options ?? TemplateOptions.Html);
        MessageStyle.Check(result.Errors);
        return result;
    }

    /// <summary>What the first template writes; fails the test on any error.</summary>
    public string Write(object? model, Type? modelType, TemplateOptions? options = null)
    {
        var result = Compile(modelType, options);
        Assert.Empty(result.Errors);
        var output = new ArrayBufferWriter<byte>();
        Assert.Null(result.Template!.Render(model, output));
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>Errors as <c>name:line:column code</c>, with the hint in brackets.</summary>
    public string[] Errors(Type? modelType, TemplateOptions? options = null) =>
        [.. Compile(modelType, options).Errors.Select(Describe)];

    /// <summary>
    /// The error that ends the rendering; fails the test when there is none, or when anything was written.
    /// </summary>
    public TemplateError Fail(object? model, Type? modelType, TemplateOptions? options = null)
    {
        var result = Compile(modelType, options);
        Assert.Empty(result.Errors);
        var output = new ArrayBufferWriter<byte>();
        var error = result.Template!.Render(model, output);
        Assert.NotNull(error);
        MessageStyle.Check([error]);
        Assert.Equal(0, output.WrittenCount);
        return error;
    }

    public static string Describe(TemplateError error)
    {
        var hint = error.Hint is null ? "" : $" [{error.Hint}]";
        return FormattableString.Invariant($"{error.TemplateName}:{error.Line}:{error.Column} {error.Code}{hint}");
    }
}
