using System.Buffers;
using System.Globalization;
using System.Text;
using StaticNews.Templates;
using StaticNews.Tests.Templates.Fuzz;

namespace StaticNews.Tests.Templates.Markup;

/// <summary>An observer is told what the finished page holds, whatever way the template wrote it.</summary>
public sealed class HtmlObserverTests
{
    private const int Rounds = 2000;

    private static readonly ObservedHtml Observed = new(
        ["pre", "figure", "link", "noscript"],
        [
            new AttributeFilter("lang"),
            new AttributeFilter("src", "img"),
            new AttributeFilter("srcset", "img", "source"),
            new AttributeFilter("href", "link"),
            new AttributeFilter("content", "meta"),
        ]
    );

    private static readonly Model Values = new(
        "a<b>\"'&",
        "javascript:alert(1)",
        new HtmlString("<img src=\"/h.png\"><p lang='x'>é</p><pre>"),
        12,
        null,
        true,
        false,
        ["i", "j"],
        []
    );

    private static readonly Dictionary<string, object?> Members = new(StringComparer.Ordinal)
    {
        ["x"] = Values.X,
        ["y"] = Values.Y,
        ["html"] = Values.Html,
        ["n"] = Values.N,
        ["none"] = Values.None,
        ["yes"] = Values.Yes,
        ["no"] = Values.No,
        ["items"] = Values.Items,
        ["empty"] = Values.Empty,
    };

    [Theory]
    [InlineData("<PRE class=a>", "<pre@0")]
    [InlineData(
        "<img src=\"/a{{ n }}.png\"{{ if yes }} lang='{{ n }}'{{ end }}>",
        "img src=/a12.png@10 img lang=12@26"
    )]
    [InlineData("{{ if no }}<img src=\"/1\">{{ else }}<img src=\"/2\">{{ end }}", "img src=/2@10")]
    [InlineData("{{ if yes }}<img{{ else }}<source{{ end }} src=\"/{{ n }}\">", "img src=/12@10")]
    [InlineData("{{ if no }}<img{{ else }}<source{{ end }} src=\"/{{ n }}\">", "")]
    [InlineData("<img src=\"{{ if yes }}/1\"{{ else }}/2\" alt=\"\"{{ end }}>", "img src=/1@10")]
    [InlineData("<img src={{ if yes }}/1{{ else }}/2{{ end }}>", "img src=/1@9")]
    [InlineData("{{ for i in items }}<p lang=\"{{ i }}\">{{ end }}", "p lang=i@9 p lang=j@21")]
    [InlineData("<h{{ if yes }}1{{ else }}2{{ end }} lang=\"en\">", "h1 lang=en@10")]
    [InlineData("<p{{ k = 1 }}re>", "<pre@0")]
    [InlineData("<pre{{ if yes }}x{{ end }}>", "")]
    [InlineData("<pre{{ if no }} class=\"a\"{{ end }}>", "<pre@0")]
    [InlineData("{{ capture c }}<pre>{{ end }}<p>{{ c }}", "<pre@3")]
    [InlineData("{{ capture c }}<pre>{{ end }}<p title=\"{{ c }}\">", "")]
    [InlineData("{{ capture c }}<pre>{{ end }}", "")]
    [InlineData("{{ html }}{{ html }}", "img src=/h.png@10 p lang=x@27 <pre@36 img src=/h.png@51 p lang=x@68 <pre@77")]
    [InlineData("<title>{{ html }}<pre></title>", "")]
    [InlineData("{{ '<pre>' }}<!-- <pre> --></pre lang=\"x\">", "")]
    [InlineData("<img src=\"{{ y }}\">", "img src=about:invalid@10")]
    [InlineData("<img srcset=\"{{ n }}{{ y }} 1x, /b\">", "img srcset=about:invalid 1x, /b@13")]
    [InlineData("<noscript><pre></noscript>", "<noscript@0 <pre@10")]
    [InlineData("<img src=\"/a", "")]
    [InlineData("<pre", "")]
    public void An_observer_is_told_what_is_written(string template, string told)
    {
        foreach (var model in new object[] { Values, Members })
            Assert.Equal(told, string.Join(' ', Render(new TemplateRun(("page", template)), model)!));
    }

    [Fact]
    public void Only_what_was_asked_for_is_told_and_nothing_without_a_question()
    {
        const string Text = "<pre lang=x><img src=y>";
        var options = TemplateOptions.Html;
        Assert.Empty(Render(new TemplateRun(("page", Text)), Values, options)!);
        options = options with { Observed = new ObservedHtml([], [new AttributeFilter("src", "source")]) };
        Assert.Empty(Render(new TemplateRun(("page", Text)), Values, options)!);
    }

    [Fact]
    public void HTML_that_knows_what_it_contains_is_not_examined_again()
    {
        var told = HtmlContent.Of("<pre>", Observed);
        var page = Values with { Html = new HtmlString("<fig>", told) };
        Assert.Equal(["<pre@2"], Render(new TemplateRun(("page", "é{{ html }}")), page));

        // It was examined for something else.
        page = page with
        {
            Html = new HtmlString("<pre>", HtmlContent.Of("<pre>", new ObservedHtml([], []))),
        };
        Assert.Equal(["<pre@0"], Render(new TemplateRun(("page", "{{ html }}")), page));
    }

    [Fact]
    public void Whatever_a_template_does_the_observer_knows_the_page()
    {
        var (compiled, told) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var templates = new ObservedTemplates(round).Draw();
            object model = round % 2 == 0 ? Values : Members;
            if (Render(new TemplateRun(templates), model, null, round) is not { } heard)
                continue;
            compiled++;
            told += heard.Count;
        }
        Assert.InRange(compiled, Rounds / 2, Rounds);
        Assert.InRange(told, compiled, int.MaxValue);
    }

    /// <summary>What an observer is told, which must be what the page holds; null for no page.</summary>
    private static List<string>? Render(TemplateRun run, object model, TemplateOptions? given = null, int round = -1)
    {
        var options = given ?? TemplateOptions.Html with { Observed = Observed };
        var template = run.Compile(model as Model is null ? null : typeof(Model), options).Template;
        var (output, observer) = (new ArrayBufferWriter<byte>(), new Recorder());
        // Twice, so that a context is used again.
        if (template?.Render(model, output, [], new Recorder()) is not null || template is null)
            return null;
        output.ResetWrittenCount();
        Assert.Null(template.Render(model, output, [], observer));
        if (given is not null || model is Model { Html.Content: not null })
            return observer.Told;
        var scan = new Recorder();
        HtmlContent.Of(output.WrittenSpan, Observed).Tell(output.WrittenSpan, 0, scan);
        if (!scan.Told.SequenceEqual(observer.Told))
        {
            Assert.Fail(
                $"round {round}: {run.Text}\n\npage: {Encoding.UTF8.GetString(output.WrittenSpan)}\n\n"
                    + $"scan: {string.Join(' ', scan.Told)}\ntold: {string.Join(' ', observer.Told)}"
            );
        }
        return observer.Told;
    }

    private sealed record Model(
        string X,
        string Y,
        HtmlString Html,
        int N,
        string? None,
        bool Yes,
        bool No,
        IReadOnlyList<string> Items,
        IReadOnlyList<string> Empty
    );

    private sealed class Recorder : IHtmlObserver
    {
        public List<string> Told { get; } = [];

        public void StartTag(string element, int start) =>
            Told.Add(string.Create(CultureInfo.InvariantCulture, $"<{element}@{start}"));

        public void Attribute(string element, string name, ReadOnlySpan<byte> value, int start) =>
            Told.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{element} {name}={Encoding.UTF8.GetString(value)}@{start}"
                )
            );
    }
}
