using System.Buffers;
using System.Text;
using System.Text.Json;
using StaticNews.Templates;

namespace StaticNews.Tests.Templates;

/// <summary>One conformance vector: a template, a model, includes, and the output or error that Scriban gave.</summary>
internal sealed record ScribanVector(string Id, string Category, string Template, string Model, IReadOnlyDictionary<string, string> Includes, string? Output, JsonElement Error)
{
    private const string Name = "vector";

    public static IReadOnlyList<ScribanVector> ReadAll(string json) => [.. JsonDocument.Parse(json).RootElement.EnumerateArray().Select(Read)];

    /// <summary>What is wrong with our rendering, or null when it is as it should be.</summary>
    public string? FindDifference()
    {
        var result = TemplateCompiler.Compile(Name, new Loader(this), null, TemplateOptions.Stock);
        var first = result.Errors.FirstOrDefault(error => error.Severity == TemplateSeverity.Error);
        if (result.Template is null) return DifferenceOfError("parse", first!);
        var model = JsonModel.Parse(Model, out var modelError);
        Assert.Null(modelError);
        var output = new ArrayBufferWriter<byte>();
        if (result.Template.Render(model, output) is { } error) return DifferenceOfError("render", error);
        var text = Encoding.UTF8.GetString(output.WrittenSpan);
        if (Output is null) return $"wrote {Quoted(text)}, expected {Error}";
        return string.Equals(text, Output, StringComparison.Ordinal) ? null : $"wrote {Quoted(text)}, expected {Quoted(Output)}";
    }

    private string? DifferenceOfError(string stage, TemplateError error)
    {
        var found = $"{stage} {error.Line}:{error.Column} {error.Code} {error.Message}";
        if (Output is not null) return $"{found}, expected {Quoted(Output)}";
        var file = Error.TryGetProperty("file", out var name) ? name.GetString() : Name;
        var isSame = string.Equals(Error.GetProperty("stage").GetString(), stage, StringComparison.Ordinal)
            && Error.GetProperty("line").GetInt32() == error.Line
            && Error.GetProperty("column").GetInt32() == error.Column
            && string.Equals(file, error.TemplateName, StringComparison.Ordinal);
        return isSame ? null : $"{found}, expected {Error}";
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private static ScribanVector Read(JsonElement element) => new(
        element.GetProperty("id").GetString()!,
        element.GetProperty("category").GetString()!,
        element.GetProperty("template").GetString()!,
        element.GetProperty("model").GetRawText(),
        element.TryGetProperty("includes", out var includes) && includes.ValueKind == JsonValueKind.Object
            ? includes.EnumerateObject().ToDictionary(include => include.Name, include => include.Value.GetString()!, StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal),
        element.TryGetProperty("output", out var output) ? output.GetString() : null,
        element.TryGetProperty("error", out var error) ? error : default);

    private sealed class Loader(ScribanVector vector) : ITemplateLoader
    {
        public string? Load(string name) => string.Equals(name, Name, StringComparison.Ordinal) ? vector.Template : vector.Includes.GetValueOrDefault(name);
    }
}
