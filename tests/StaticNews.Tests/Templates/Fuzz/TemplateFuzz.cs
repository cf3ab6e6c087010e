using System.Buffers;
using System.Diagnostics;
using System.Text;
using StaticNews.Templates;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Tests.Templates.Fuzz;

/// <summary>
/// Random and mutated templates, compiled and rendered: each must end with a page or located errors, in time and within
/// the limits on memory. A round depends on its number alone, so that any of them can be run again.
/// </summary>
/// <param name="vectors">Templates to mutate.</param>
/// <param name="pages">
/// Shipped templates with their names and the type of their model; null for one that only others include.
/// </param>
internal sealed class TemplateFuzz(
    IReadOnlyList<string> vectors,
    IReadOnlyList<(string Name, string Text, Type? Model)> pages
) : ITemplateLoader
{
    /// <summary>Far above what the limits allow a template, far below what would hurt a build.</summary>
    private const long MaxAllocated = 256L << 20;

    private const int ModelsKept = 64;

    private const int MaxAttempts = 3;

    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(1);

    private static readonly TemplateLimits Limits = new(500, 40, 100_000, 10_000, TimeSpan.FromMilliseconds(20));

    private static readonly TemplateOptions[] Options =
    [
        TemplateOptions.Html with
        {
            Limits = Limits,
        },
        TemplateOptions.Stock with
        {
            Limits = Limits,
        },
    ];

    private static readonly string[] Pieces =
    [
        "{{",
        "}}",
        "{{-",
        "-}}",
        "{{~",
        "~}}",
        "{%{",
        "}%}",
        " ",
        " ",
        " ",
        "\n",
        "\r\n",
        "\r",
        ";",
        "if ",
        "else ",
        "else if ",
        "end",
        "for ",
        "x",
        " in ",
        "y",
        "while ",
        "case ",
        "when ",
        "func ",
        "f",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ".",
        "?.",
        "..",
        "..<",
        "...",
        "|",
        "||",
        "&&",
        "??",
        "?!",
        "?",
        ":",
        ",",
        "=",
        "==",
        "+=",
        "++",
        "--",
        "-",
        "*",
        "/",
        "//",
        "%",
        "!",
        "@",
        "^",
        "$",
        "$1",
        "$$",
        "$x",
        "'a'",
        "\"b\\n\"",
        "`c`",
        "$'{",
        "}'",
        "1",
        "2.5",
        "0x1F",
        "0b11u",
        "1.5m",
        "1e400",
        "99999999999999999999",
        "null",
        "true",
        "this",
        "empty",
        "capture ",
        "wrap ",
        "with ",
        "ret ",
        "break",
        "continue",
        "import ",
        "readonly ",
        "tablerow ",
        "include ",
        "include_join ",
        "do;",
        "string.",
        "upcase",
        "array.each ",
        "array.sort ",
        "array.map ",
        "object.eval ",
        "object.to_json ",
        "date.parse ",
        "date.to_string ",
        "date.format = ",
        "regex.replace ",
        "math.format ",
        "timespan.from_days ",
        "html.escape ",
        "string.pad_left ",
        "string.literal ",
        "string.truncate ",
        "for.index",
        "for.changed",
        "limit:2 ",
        "offset:1 ",
        "cols:2 ",
        "reversed ",
        "#",
        "##",
        "text",
        "é",
        "\ud83d",
        "\0",
        "\\",
        "\t",
        "<b>",
        "&",
        " href=\"",
        "\">",
        "<script>",
        "</script>",
        "name: ",
        "items",
        "page",
        "title",
        "size",
    ];

    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly Dictionary<(Type, int), object> _models = [];
    private string _name = "";
    private string _text = "";

    public string? Load(string name)
    {
        if (string.Equals(name, _name, StringComparison.Ordinal))
            return _text;
        foreach (var page in pages)
        {
            if (
                string.Equals(name, page.Name, StringComparison.Ordinal)
                || string.Equals(name + ".sbn-html", page.Name, StringComparison.Ordinal)
            )
                return page.Text;
        }
        return null;
    }

    /// <summary>The template of a round, without running it.</summary>
    public string TextOf(int round)
    {
        Write(new Random(round), out var text, out _, out _);
        return text;
    }

    /// <summary>Runs a round.</summary>
    /// <returns>Null, or what was wrong.</returns>
    public string? Run(int round)
    {
        var random = new Random(round);
        Write(random, out _text, out _name, out var modelType);
        // A typed model is one of pages.
        var options = modelType is null ? Options[random.Next(Options.Length)] : Options[0];
        var model = modelType is null ? RandomJson(random) : ModelOf(modelType, random);
        // A machine that is busy with something else makes any template slow once; one that is slow itself is slow each
        // time.
        for (var attempt = 1; ; attempt++)
        {
            var problem = Measure(modelType, options, model, out var isSlow);
            if (!isSlow || attempt == MaxAttempts)
                return problem;
        }
    }

    private string? Measure(Type? modelType, TemplateOptions options, object? model, out bool isSlow)
    {
        isSlow = false;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var worked = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        try
        {
            if (Run(modelType, options, model) is { } misplaced)
                return misplaced;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return exception.ToString();
        }
        var time = Stopwatch.GetElapsedTime(started);
        isSlow = time > MaxTime && Environment.CpuUsage.TotalTime - worked > MaxTime;
        if (isSlow)
            return $"took {time.TotalSeconds:F1} s";
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        return allocated > MaxAllocated ? $"allocated {allocated >> 20} MiB" : null;
    }

    private string? Run(Type? modelType, TemplateOptions options, object? model)
    {
        var result = TemplateCompiler.Compile(_name, this, modelType, options);
        foreach (var error in result.Errors)
        {
            if (IsMisplaced(error))
                return $"{error.Code} lies outside of the text";
        }
        if (result.Template is null)
            return result.Errors.Count > 0 ? null : "no template and no error";
        _output.Clear();
        if (result.Template.Render(model, _output) is { } failure)
            return IsMisplaced(failure) ? $"{failure.Code} lies outside of the text" : null;
        return Utf8IsValid(_output.WrittenSpan) ? null : "wrote bytes that are no UTF-8";
    }

    // A fault within 'object.eval' lies in that text, which may be longer.
    private bool IsMisplaced(TemplateError error) =>
        string.Equals(error.TemplateName, _name, StringComparison.Ordinal)
        && (error.Offset < 0 || error.Length < 0 || error.Offset + error.Length > _text.Length);

    private static bool Utf8IsValid(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    private void Write(Random random, out string text, out string name, out Type? model)
    {
        (name, model) = ("fuzz", random.Next(3) == 0 ? typeof(TypedModelTests.Story) : null);
        switch (random.Next(10))
        {
            case < 3:
                text = Soup(random);
                break;
            case < 8:
                text = Mutated(vectors[random.Next(vectors.Count)], random, random.Next(1, 5));
                break;
            case 8:
                text = Joined(random);
                break;
            default:
                var page = pages[random.Next(pages.Count)];
                (name, model) = (page.Name, random.Next(4) == 0 ? null : page.Model);
                text = Mutated(page.Text, random, random.Next(0, 4));
                break;
        }
    }

    private static string Soup(Random random)
    {
        var text = new StringBuilder(random.Next(2) == 0 ? "{{ " : "");
        for (var i = random.Next(1, 30); i > 0; i--)
            text.Append(Pieces[random.Next(Pieces.Length)]);
        if (random.Next(2) == 0)
            text.Append(" }}");
        return text.ToString();
    }

    /// <summary>Parts of templates one after the other.</summary>
    private string Joined(Random random)
    {
        var text = new StringBuilder();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var template = vectors[random.Next(vectors.Count)];
            if (template.Length > 0)
                text.Append(template, 0, random.Next(2) == 0 ? template.Length : random.Next(template.Length));
        }
        return text.ToString();
    }

    /// <summary>
    /// A template with a few places changed: something left out, put in, doubled, swapped or replaced.
    /// </summary>
    private string Mutated(string template, Random random, int changes)
    {
        var text = new StringBuilder(template.Length > 3000 ? Window(template, random) : template);
        for (; changes > 0; changes--)
        {
            var at = random.Next(text.Length + 1);
            var length = Math.Min(random.Next(1, 8), text.Length - at);
            switch (random.Next(6))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2:
                    text.Insert(at, text.ToString(at, length));
                    break;
                case 3:
                    text.Remove(at, length).Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 4:
                    var other = vectors[random.Next(vectors.Count)];
                    var from = random.Next(other.Length + 1);
                    text.Insert(at, other.AsSpan(from, Math.Min(random.Next(20), other.Length - from)));
                    break;
                default:
                    if (at < text.Length)
                        text[at] = (char)random.Next(1, 0x180);
                    break;
            }
        }
        return text.ToString();
    }

    private static string Window(string template, Random random) =>
        template.Substring(random.Next(template.Length - 2000), 2000);

    private static object? RandomJson(Random random) => JsonModel.Parse(RandomModel.Json(random), out _);

    // Making records by reflection takes longer than rendering them: a few of each type serve all rounds, each drawn
    // from its own seed.
    private object ModelOf(Type type, Random random)
    {
        var seed = random.Next(ModelsKept);
        if (!_models.TryGetValue((type, seed), out var model))
            _models[(type, seed)] = model = RandomModel.Of(type, new Random(seed));
        return model;
    }
}
