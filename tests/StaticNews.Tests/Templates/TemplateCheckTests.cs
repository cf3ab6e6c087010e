using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using StaticNews.Templates;
using StaticNews.Templates.Diagnostics;
using StaticNews.Tests.Snapshots;

namespace StaticNews.Tests.Templates;

/// <summary>
/// What is said of templates before they render. The cases are in template-checks.txt, what must be said in the
/// approved file beside this one.
/// </summary>
public sealed class TemplateCheckTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "StaticNews.Tests", "Templates");

    [Fact]
    public void Each_case_says_what_was_approved() => Snapshot.Match(Report());

    [Theory]
    [InlineData("CheckErrors.cs")]
    [InlineData("TemplateWarnings.cs")]
    public void Each_code_has_a_case(string catalogue)
    {
        var source = File.ReadAllText(
            Path.Combine(Repository.Root, "src", "StaticNews.Templates", "Diagnostics", catalogue)
        );
        var codes = Regex
            .Matches(source, "\"(SN\\d{4})\"")
            .Select(match => match.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(codes);
        var report = Report();
        Assert.All(codes, code => Assert.Contains($" {code}: ", report, StringComparison.Ordinal));
    }

    [Fact]
    public void With_a_dynamic_model_none_of_this_is_said()
    {
        // A member of 'for' that is not there is a mistake of the text: stock Scriban's parser says so.
        var cases = ReadCases()
            .Where(each =>
                !each.Name.StartsWith("mistakes in the text", StringComparison.Ordinal)
                && each.Name is not "a member of a loop"
            )
            .ToArray();
        Assert.True(cases.Length > 60);
        Assert.All(
            cases,
            each => Assert.Empty(new TemplateRun(each.Templates).Compile(null, TemplateOptions.Text).Errors)
        );
    }

    [Fact]
    public void An_include_that_is_broken_names_the_place_of_the_mistake_itself()
    {
        var run = new TemplateRun(("page", "a\n{{ include 'part' }}"), ("part", "<p>\n{{ 1 + }}"));
        foreach (var (options, code) in new[] { (TemplateOptions.Html, "SN3320"), (TemplateOptions.Text, "SN3300") })
        {
            var error = run.Fail(null, null, options);
            Assert.Equal(("page", 2, 4, code), (error.TemplateName, error.Line, error.Column, error.Code));
            var inner = Assert.IsType<TemplateError>(error.Inner);
            Assert.Equal(
                ("part", 2, 8, "SN3001", "{{ 1 + }}"),
                (inner.TemplateName, inner.Line, inner.Column, inner.Code, inner.SourceLine)
            );
            Assert.Null(inner.Inner);
        }
    }

    [Fact]
    public void Chance_keeps_a_page_that_escapes_from_being_compiled_with_any_model()
    {
        var run = new TemplateRun(("page", "{{ if x }}{{ math.uuid }}{{ end }}"));
        Assert.Equal(
            ["page:1:14 SN3231 [Use the hash of a constant text for an id: page.url | string.md5]"],
            run.Errors(null, TemplateOptions.Html)
        );
        Assert.Empty(run.Errors(null, TemplateOptions.Text));
    }

    private static string Report()
    {
        var report = new StringBuilder();
        foreach (var (name, templates) in ReadCases())
        {
            report.Append("## ").Append(name).Append('\n');
            var errors = new TemplateRun(templates).Compile(typeof(TypedModelTests.PageModel)).Errors;
            foreach (var error in errors)
                Append(report, error);
            if (errors.Count == 0)
                report.Append("nothing\n");
            report.Append('\n');
        }
        return report.ToString();
    }

    private static void Append(StringBuilder report, TemplateError error)
    {
        var severity = error.Severity == TemplateSeverity.Error ? "error" : "warning";
        report.Append(
            CultureInfo.InvariantCulture,
            $"{error.TemplateName}:{error.Line}:{error.Column}: {severity} {error.Code}: {error.Message}\n"
        );
        report.Append("    ").Append(error.SourceLine).Append('\n');
        report
            .Append(' ', 3 + error.Column)
            .Append('^', Math.Clamp(error.Length, 1, Math.Max(1, error.SourceLine.Length - error.Column + 1)))
            .Append('\n');
        if (error.Hint is { } hint)
            report.Append("    hint: ").Append(hint).Append('\n');
    }

    private static List<(string Name, (string Name, string Text)[] Templates)> ReadCases()
    {
        var cases = new List<(string, (string, string)[])>();
        var text = File.ReadAllText(Path.Combine(Folder, "template-checks.txt"));
        foreach (var part in text.Split("\n## ")[1..])
        {
            var lineEnd = part.IndexOf('\n', StringComparison.Ordinal);
            var templates = part[(lineEnd + 1)..].Split("\n== ");
            var includes = templates[1..]
                .Select(include => include.Split('\n', 2))
                .Select(include => (include[0], include[1]));
            cases.Add((part[..lineEnd], [("page", templates[0]), .. includes]));
        }
        return cases;
    }
}
