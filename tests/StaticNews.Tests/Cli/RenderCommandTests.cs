using StaticNews.Tests.Building;
using StaticNews.Tests.Templates;

namespace StaticNews.Tests.Cli;

public sealed class RenderCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_template_is_rendered_with_what_lies_beside_it()
    {
        var template = _folder.Write("a.sbn-html", "{{ include 'partials/head' }}<p>{{ n + 1 }}</p>");
        _folder.Write("partials/head.sbn-html", "<h1>{{ title }}</h1>");
        var model = _folder.Write("m.json", """{ "title": "A & B", "n": 1 }""");

        Assert.Equal(
            new CommandRun(0, "<h1>A &amp; B</h1><p>2</p>", ""),
            CommandRun.Of("render", template, "--model", model)
        );
    }

    [Fact]
    public void Text_is_not_escaped()
    {
        var template = _folder.Write("a.sbn-txt", "{{ title }}");
        var model = _folder.Write("m.json", """{ "title": "A & B" }""");

        Assert.Equal("A & B", CommandRun.Of("render", template, "--model", model).Output);
    }

    [SlowFact]
    public void The_conformance_vectors_pass_through_the_command()
    {
        var tried = 0;
        foreach (
            var vector in ScribanVectorTests
                .ReadVectors()
                .Where(vector => vector.Category is not ("quirk" or "icu") && CanBeFiles(vector))
        )
        {
            var folder = $"{tried++}";
            var template = _folder.Write($"{folder}/vector.sbn", vector.Template);
            var model = _folder.Write($"{folder}/model.json", vector.Model);
            foreach (var (name, text) in vector.Includes)
            {
                _folder.Write($"{folder}/{name}", text);
            }

            var run = CommandRun.Of("render", template, "--model", model);

            var found = run.Status == 0 ? run.Output : run.Error.Split(": error", 2)[0][template.Length..];
            var expected =
                vector.Output
                ?? FormattableString.Invariant(
                    $":{vector.Error.GetProperty("line").GetInt32()}:{vector.Error.GetProperty("column").GetInt32()}"
                );
            Assert.True(
                string.Equals(expected, found, StringComparison.Ordinal),
                $"{vector.Id}: expected {expected}, found {found} {run.Error}"
            );
        }

        Assert.True(tried > 800, $"only {tried} could be tried");
    }

    /// <summary>
    /// Files hold UTF-8 without NUL, and have names that are names; an error in an include is told where it is.
    /// </summary>
    private static bool CanBeFiles(ScribanVector vector) =>
        vector.Includes.Keys.All(name =>
            name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
        )
        && vector
            .Includes.Values.Append(vector.Template)
            .All(text => !text.Contains('\0', StringComparison.Ordinal) && !text.Any(char.IsSurrogate))
        && (vector.Output is not null || !vector.Error.TryGetProperty("file", out _));

    [Theory]
    [InlineData("a\n{{ for }}", ":2:8: error SN3")]
    [InlineData("{{ title | string.nope }}", ":1:12: error SN3103:")]
    [InlineData("{{ include 'none' }}", ":1:4: error SN3106:")]
    [InlineData("{{ include '../secret' }}", ":1:4: error SN3106:")]
    [InlineData("{{ include '/etc/passwd' }}", ":1:4: error SN3106:")]
    public void A_mistake_is_located(string text, string expected)
    {
        var template = _folder.Write("t/a.sbn-html", text);
        _folder.Write("secret.sbn-html", "hidden");

        var run = CommandRun.Of("render", template);

        Assert.Equal((1, ""), (run.Status, run.Output));
        Assert.StartsWith(template + expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_that_is_no_utf8_is_named_with_the_place_and_nothing_is_written()
    {
        var template = _folder.Write("a.sbn-html", "a {{ include 'old' }}");
        var old = _folder.WriteBytes("old.sbn-html", [(byte)'x', (byte)'\n', (byte)'c', 0xE9]);

        var run = CommandRun.Of("render", template);

        Assert.Equal((1, ""), (run.Status, run.Output));
        Assert.StartsWith($"{old}:2:2: error SN5010: the byte 0xE9 is not UTF-8", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_no_model()
    {
        var template = _folder.Write("t/a.sbn-html", "a");

        var run = CommandRun.Of("render", template, "--model", Path.GetDirectoryName(template)!);

        Assert.Equal(2, run.Status);
        Assert.EndsWith("it is a folder.\n", run.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_an_included_template_names_its_file()
    {
        var template = _folder.Write("a.sbn-html", "{{ include 'head' }}");
        var included = _folder.Write("head.sbn-html", "x\n{{ 1 | string.nope }}");

        Assert.StartsWith(
            $"{included}:2:8: error SN3103:",
            CommandRun.Of("render", template).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_mistake_in_the_text_of_an_included_template_is_shown_with_its_include_and_itself()
    {
        var template = _folder.Write("a.sbn-html", "x {{ include 'head' }}");
        var included = _folder.Write("head.sbn-html", "x\n{{ 1 + }}");

        var error = CommandRun.Of("render", template).Error;

        Assert.StartsWith($"{template}:1:6: error SN3320:", error, StringComparison.Ordinal);
        Assert.Contains($"\n{included}:2:8: error SN3001:", error, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_of_a_template_are_shown()
    {
        var template = _folder.Write("a.sbn-html", "{{ 1 + }}\n{{ for x xs }}{{ end }}\n{{ math.uuid }}");

        var error = CommandRun.Of("render", template).Error;

        Assert.All(
            [":1:8: error SN3001:", ":2:4: error SN3008:", ":3:4: error SN3231:"],
            place => Assert.Contains(template + place, error, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("[1]", "A model is a JSON object.")]
    [InlineData("{\n \"a\":", "line 2, column 6: ")]
    [InlineData("", "line 1, column 1: The file is empty")]
    [InlineData("{\n \"a\": 1,\n}", "line 3, column 1: There is a comma before this '}'")]
    [InlineData("{ \"a\": [1, ] }", "line 1, column 12: There is a comma before this ']'")]
    [InlineData("{ 'a': 1 }", "line 1, column 3: Names and texts need double quotes, not single ones.")]
    [InlineData("{ \"é\": 'a' }", "line 1, column 8: Names and texts need double quotes, not single ones.")]
    [InlineData("{\n // a\n}", "line 2, column 2: JSON has no comments")]
    [InlineData("{ \"a\": [1, 2", "The text ends too early")]
    [InlineData("{ \"a\": \"b }", "The text ends too early")]
    [InlineData("{ a: 1 }", "line 1, column 3: Names and texts need double quotes; only")]
    [InlineData("{ \"a\": 1 \"b\": 2 }", "line 1, column 10: Before this a ',' or a ':' is missing.")]
    [InlineData("""{ "a": "\ud800" }""", "half a character")]
    public void A_file_that_is_no_model_is_an_error(string json, string message)
    {
        var template = _folder.Write("a.sbn-html", "{{ a }}");

        var run = CommandRun.Of("render", template, "--model", _folder.Write("m.json", json));

        Assert.Equal((1, ""), (run.Status, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_no_utf8_is_named_with_the_place()
    {
        var template = _folder.Write("a.sbn-html", "{{ a }}");
        var model = _folder.WriteBytes("m.json", [.. "{\n\"a\": \"caf"u8, 0xE9, .. "\"}"u8]);

        var run = CommandRun.Of("render", template, "--model", model);

        Assert.Equal((1, ""), (run.Status, run.Output));
        Assert.StartsWith(
            $"{model}:2:10: error SN5010: the byte 0xE9 is not UTF-8",
            run.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Files_that_are_not_there_are_wrong_usage()
    {
        var template = _folder.Write("a.sbn-html", "x");

        Assert.Equal(
            (2, $"staticnews: cannot read '{_folder.At("m.json")}': it is not there.\n"),
            Failure("render", template, "--model", _folder.At("m.json"))
        );
        Assert.Equal(
            (2, $"staticnews: cannot read '{_folder.At("b.sbn")}': there is no such file.\n"),
            Failure("render", _folder.At("b.sbn"))
        );
        Assert.Equal(
            (2, $"staticnews: cannot read '{_folder.Path}': it is a folder.\n"),
            Failure("render", _folder.Path)
        );
    }

    private static (int Status, string Error) Failure(params string[] arguments)
    {
        var run = CommandRun.Of(arguments);
        return (run.Status, run.Error);
    }
}
