using System.Buffers;
using System.Reflection;
using System.Text;
using StaticNews.Templates;

namespace StaticNews.Tests.Templates.Language;

/// <summary>
/// The language as Scriban documents it, statement by statement and function by function, without escaping. Each table beside this file has a case a line:
/// <c>template ⇒ output</c>, or <c>⇒ parse 1:4</c> and <c>⇒ render 1:4</c> for an error at that place, and a JSON model after another arrow where one is
/// needed. <c>⏎</c> stands for a line feed, <c>␍</c> for a carriage return.
/// </summary>
public sealed class LanguageTests
{
    private const string Name = "case";

    private static readonly string Folder = Path.Combine(
        typeof(LanguageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(data => data.Key == "RepositoryRoot").Value!,
        "tests", "StaticNews.Tests", "Templates", "Language");

    public static TheoryData<string> Tables => [.. Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_case_of_a_table_gives_what_it_says(string table)
    {
        var wrong = new StringBuilder();
        var cases = File.ReadAllLines(Path.Combine(Folder, table + ".txt")).Where(line => line.Length > 0 && !line.StartsWith('#')).ToArray();
        foreach (var line in cases)
        {
            var parts = line.Split(" ⇒ ");
            Assert.InRange(parts.Length, 2, 3);
            var result = Render(Text(parts[0]), parts.Length > 2 ? parts[2] : "{}");
            if (!string.Equals(result, Text(parts[1]), StringComparison.Ordinal)) wrong.Append(line).Append("\n    gave ").AppendLine(result);
        }
        Assert.NotEmpty(cases);
        Assert.True(wrong.Length == 0, wrong.ToString());
    }

    private static string Text(string written) => written.Replace('⏎', '\n').Replace('␍', '\r');

    private static string Render(string template, string json)
    {
        var result = new TemplateRun((Name, template)).Compile(null, TemplateOptions.Stock);
        if (result.Template is null) return Place("parse", result.Errors.First(error => error.Severity == TemplateSeverity.Error));
        var model = JsonModel.Parse(json, out var modelError);
        Assert.Null(modelError);
        var output = new ArrayBufferWriter<byte>();
        return result.Template.Render(model, output) is { } failure ? Place("render", failure) : Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static string Place(string stage, TemplateError error) => FormattableString.Invariant($"{stage} {error.Line}:{error.Column}");
}
