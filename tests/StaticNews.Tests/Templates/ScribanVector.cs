using System.Buffers;
using System.Text;
using System.Text.Json;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using StaticNews.Templates;
using StaticNews.Templates.Diagnostics;
using ITemplateLoader = StaticNews.Templates.ITemplateLoader;

namespace StaticNews.Tests.Templates;

/// <summary>One conformance vector: a template, a model, includes, and the output or error that Scriban gave.</summary>
internal sealed record ScribanVector(
    string Id,
    string Category,
    string Template,
    string Model,
    IReadOnlyDictionary<string, string> Includes,
    string? Output,
    JsonElement Error
)
{
    private const string Name = "vector";

    public static IReadOnlyList<ScribanVector> ReadAll(string json) =>
        [.. JsonDocument.Parse(json).RootElement.EnumerateArray().Select(Read)];

    /// <summary>The fault of our rendering, or null when it is as it should be.</summary>
    public string? FindDifference()
    {
        var (text, stage, error) = Render();
        if (text is null)
            return DifferenceOfError(stage, error!);
        if (Output is null)
            return $"wrote {Quoted(text)}, expected {Error}";
        return string.Equals(text, Output, StringComparison.Ordinal)
            ? null
            : $"wrote {Quoted(text)}, expected {Quoted(Output)}";
    }

    /// <summary>How our rendering differs from that of the package by itself, or null when it does not.</summary>
    public string? FindDifferenceToPlainScriban()
    {
        var (text, _, error) = Render();
        var plain = RenderPlain();
        if (string.Equals(text, plain, StringComparison.Ordinal))
            return null;
        return $"wrote {(text is null ? error!.Message : Quoted(text))}, plain Scriban {plain ?? "failed"}";
    }

    /// <summary>The page, or the error and whether it came while parsing or while rendering.</summary>
    private (string? Text, string Stage, TemplateError? Error) Render()
    {
        var result = TemplateCompiler.Compile(Name, new Loader(this), null, TemplateOptions.Stock);
        var first = result.Errors.FirstOrDefault(error => error.Severity == TemplateSeverity.Error);
        if (result.Template is null)
            return (null, "parse", first!);
        var output = new ArrayBufferWriter<byte>();
        if (result.Template.Render(ReadModel(), output) is { } error)
            return (null, "render", error);
        return (Encoding.UTF8.GetString(output.WrittenSpan), "", null);
    }

    /// <summary>Null on an error.</summary>
    private string? RenderPlain()
    {
        var template = Scriban.Template.Parse(Template, Name);
        if (template.HasErrors)
            return null;
        var context = new TemplateContext { TemplateLoader = new Loader(this), NewLine = "\n" };
        context.PushGlobal((ScriptObject)ReadModel());
        try
        {
            return template.Render(context);
        }
        catch (ScriptRuntimeException)
        {
            return null;
        }
    }

    private object ReadModel()
    {
        var model = JsonModel.Parse(Model, out var error);
        Assert.Null(error);
        return model!;
    }

    private string? DifferenceOfError(string stage, TemplateError error)
    {
        var found = $"{stage} {error.Line}:{error.Column} {error.Code} {error.Message}";
        if (Output is not null)
            return $"{found}, expected {Quoted(Output)}";
        var file = Error.TryGetProperty("file", out var name) ? name.GetString() : Name;
        var isSame =
            string.Equals(Error.GetProperty("stage").GetString(), stage, StringComparison.Ordinal)
            && Error.GetProperty("line").GetInt32() == error.Line
            && Error.GetProperty("column").GetInt32() == error.Column
            && string.Equals(file, error.TemplateName, StringComparison.Ordinal);
        return isSame ? null : $"{found}, expected {Error}";
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private static ScribanVector Read(JsonElement element) =>
        new(
            element.GetProperty("id").GetString()!,
            element.GetProperty("category").GetString()!,
            element.GetProperty("template").GetString()!,
            element.GetProperty("model").GetRawText(),
            element.TryGetProperty("includes", out var includes) && includes.ValueKind == JsonValueKind.Object
                ? includes
                    .EnumerateObject()
                    .ToDictionary(
                        include => include.Name,
                        include => include.Value.GetString()!,
                        StringComparer.Ordinal
                    )
                : new Dictionary<string, string>(StringComparer.Ordinal),
            element.TryGetProperty("output", out var output) ? output.GetString() : null,
            element.TryGetProperty("error", out var error) ? error : default
        );

    private sealed class Loader(ScribanVector vector) : ITemplateLoader, Scriban.Runtime.ITemplateLoader
    {
        public string? Load(string name) =>
            string.Equals(name, Name, StringComparison.Ordinal)
                ? vector.Template
                : vector.Includes.GetValueOrDefault(name);

        public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => templateName;

        public string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => Load(templatePath);

        public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
            new(Load(templatePath));
    }
}
