using StaticNews.Templates;
using StaticNews.Templates.Diagnostics;

namespace StaticNews.Tests.Templates;

public sealed class TypedModelTests
{
    public enum Mood
    {
        Calm,
        VeryLoud,
    }

    public sealed record Author(string Name, string? Url);

    public sealed record Story(
        string Title,
        HtmlString Body,
        DateTimeOffset Date,
        DateTimeOffset? Updated,
        int WordCount,
        long Views,
        double Score,
        bool IsDraft,
        Mood Mood,
        Author? Editor,
        IReadOnlyList<Author> Authors,
        IReadOnlyList<string> Tags,
        IReadOnlyDictionary<string, object?> Params
    );

    public sealed record PageModel(Story Article, string SiteTitle);

    private static readonly PageModel Model = new(
        new Story(
            "Floods & <fear>",
            new HtmlString("<p>Body</p>"u8.ToArray()),
            new DateTimeOffset(2024, 7, 21, 6, 5, 4, TimeSpan.FromHours(5.5)),
            null,
            1130,
            12_345_678_901,
            0.5,
            false,
            Mood.VeryLoud,
            null,
            [new Author("Asha Rao", "/asha"), new Author("Liam O'Neil", null)],
            ["rain", "dams"],
            new Dictionary<string, object?>
            {
                ["place"] = "Pune",
                ["nested"] = new Dictionary<string, object?> { ["deep"] = 7 },
                ["list"] = new List<object?> { "a", 1 },
            }
        ),
        "Ledger"
    );

    [Theory]
    [InlineData("{{ article.title }}", "Floods &amp; &lt;fear&gt;")]
    [InlineData("{{ article.title | html.escape }}", "Floods &amp; &lt;fear&gt;")]
    [InlineData(
        "{{ 'abc' | string.contains 'b' ? 'y' : 'n' }}{{ x = article.tags | array.size > 3 ? 1 : 2; x }}",
        "y2"
    )]
    [InlineData(
        "{{ if 'abc' | string.size > 1 }}y{{ end }}{{ for t in article.tags | array.sort ?? [] }}{{ t }}{{ end }}",
        "ydamsrain"
    )]
    [InlineData(
        "{{ for t in article.tags + article.tags }}{{ t }}{{ end }}{{ article.tags * 2 | array.size }}",
        "raindamsraindams4"
    )]
    [InlineData("{{ article | object.has_key 'title' }}{{ article.body * 2 }}", "true<p>Body</p><p>Body</p>")]
    [InlineData("{{ article.body }}", "<p>Body</p>")]
    [InlineData("{{ '<b>' + article.body }}", "&lt;b&gt;<p>Body</p>")]
    [InlineData("{{ $'<{article.title}>' }}", "&lt;Floods &amp; &lt;fear&gt;&gt;")]
    [InlineData("{{ $'<{article.title | html.escape}>' }}", "&lt;Floods &amp; &lt;fear&gt;&gt;")]
    [InlineData("{{ capture x }}<i>{{ article.title }}</i>{{ end }}{{ x }}", "<i>Floods &amp; &lt;fear&gt;</i>")]
    [InlineData("{{ article.date | date.to_string '%Y-%m-%dT%H:%M:%S %Z' }}", "2024-07-21T06:05:04 +05:30")]
    [InlineData("[{{ article.updated | date.to_string '%F' }}]", "[]")]
    [InlineData(
        "{{ article.word_count }} {{ article.views }} {{ article.score }} {{ article.is_draft }}",
        "1130 12345678901 0.5 false"
    )]
    [InlineData("{{ article.mood }}{{ if article.mood == 'very_loud' }}!{{ end }}", "very_loud!")]
    [InlineData(
        "{{ for a in article.authors }}{{ for.index }}{{ a.name }}{{ if !for.last }}, {{ end }}{{ end }}",
        "0Asha Rao, 1Liam O&#39;Neil"
    )]
    [InlineData("{{ article.authors[1].name }} {{ article.authors.size }}", "Liam O&#39;Neil 2")]
    [InlineData("{{ article.tags | array.join ' | ' }}", "rain | dams")]
    [InlineData("{{ article.authors | array.map 'name' | array.first }}", "Asha Rao")]
    [InlineData("{{ with article }}{{ title | string.size }}{{ site_title }}{{ end }}", "15Ledger")]
    [InlineData("{{ a = article }}{{ a.word_count + 1 }}", "1131")]
    [InlineData(
        "{{ article.params.place }} {{ article.params.nested.deep }} {{ article.params.none }}{{ "
            + "article.params.list[1] }}",
        "Pune 7 1"
    )]
    [InlineData("{{ article.editor?.name ?? 'nobody' }}", "nobody")]
    [InlineData("{{ func by(x) }}<b>{{ x.name }}</b>{{ end }}{{ by article.authors[0] }}", "<b>Asha Rao</b>")]
    [InlineData("{{ n = 0; for t in article.tags; n = n + 1; end; n }}", "2")]
    [InlineData("{{ string.upcase site_title }}", "LEDGER")]
    public void A_record_is_read_by_snake_case_names_and_escaped_by_type(string template, string expected) =>
        Assert.Equal(expected, new TemplateRun(("page", template)).Write(Model, typeof(PageModel)));

    [Fact]
    public void Includes_know_the_types_of_the_place_that_includes_them()
    {
        var run = new TemplateRun(
            ("page", "{{ for a in article.authors }}{{ include 'by' a article.tags }}{{ end }}"),
            ("by", "{{ a.name }}/{{ $1.name }}/{{ $2[0] }};")
        );
        Assert.Equal(
            "Asha Rao/Asha Rao/rain;Liam O&#39;Neil/Liam O&#39;Neil/rain;",
            run.Write(Model, typeof(PageModel))
        );
    }

    [Theory]
    [InlineData("a\n {{ article.titel }}", "page:2:13 SN3101 [Did you mean 'title'?]")]
    [InlineData("{{ artcle.title }}", "page:1:4 SN3102 [Did you mean 'article'?]")]
    [InlineData("{{ for a in article.authors }}{{ a.nmae }}{{ end }}", "page:1:36 SN3101 [Did you mean 'name'?]")]
    [InlineData("{{ for a in article.authors }}{{ end }}{{ a.name }}", "page:1:43 SN3143")]
    [InlineData("{{ article.date.yaer }}", "page:1:17 SN3101 [Did you mean 'year'?]")]
    [InlineData("{{ article.title.length }}", "page:1:18 SN3101")]
    [InlineData("{{ article.word_count.size }}", "page:1:23 SN3101")]
    [InlineData("{{ x = article.authors[0] }}{{ x.url }}{{ x.ur }}", "page:1:45 SN3101 [Did you mean 'url'?]")]
    [InlineData("{{ article.title | string.upcas }}", "page:1:20 SN3103 [Did you mean 'upcase'?]")]
    [InlineData("{{ article.title | string.slice }}", "page:1:32 SN3203 [A piped value counts as the first argument]")]
    [InlineData(
        "{{ article.title | string.upcase 1 }}",
        "page:1:34 SN3202 [A piped value counts as the first argument]"
    )]
    [InlineData(
        "{{ article.title | string.slice 'x' }}",
        "page:1:33 SN3105 [Convert the text to a number with 'string.to_int' or 'string.to_double']"
    )]
    [InlineData(
        "{{ article.title | date.to_string '%Y' }}",
        "page:1:4 SN3105 [Convert the text to a date with 'date.parse']"
    )]
    [InlineData("{{ article.title | string.truncate 10 elipsis:'' }}", "page:1:39 SN3104 [Did you mean 'ellipsis'?]")]
    [InlineData("{{ include 'nav' }}", "page:1:12 SN3106")]
    [InlineData("{{ include article.title }}", "page:1:12 SN3108 [Use 'case' or 'if' with one 'include' each]")]
    [InlineData("{{ article.title = 'x' }}", "page:1:12 SN3109 [Assign to a variable of the template instead]")]
    [InlineData(
        "{{ for x in article.tags step:2 }}{{ end }}",
        "page:1:26 SN3110 [Its options are limit, offset and reversed, and cols for tablerow]"
    )]
    [InlineData("{{ break }}", "page:1:4 SN3111")]
    [InlineData("{{ for.indx }}", "page:1:8 SN3101 [Did you mean 'index'?]")]
    public void Mistakes_show_when_the_template_is_compiled(string template, string expected) =>
        Assert.Equal(expected, string.Join("; ", new TemplateRun(("page", template)).Errors(typeof(PageModel))));

    [Fact]
    public void All_mistakes_of_a_template_and_its_includes_come_at_once()
    {
        var run = new TemplateRun(
            ("page", "{{ article.titel }}\n{{ if }}x{{ end }}\n{{ include 'nav' }}{{ site_titel }}"),
            ("nav", "<nav>\n{{ article.tag }}")
        );
        Assert.Equal(
            [
                "page:1:12 SN3101 [Did you mean 'title'?]",
                "page:2:7 SN3001",
                "page:3:23 SN3102 [Did you mean 'site_title'?]",
                "nav:2:12 SN3101 [Did you mean 'tags'?]",
            ],
            run.Errors(typeof(PageModel))
        );
    }

    [Fact]
    public void An_include_that_includes_itself_is_compiled_once_for_each_set_of_types()
    {
        var run = new TemplateRun(
            ("page", "{{ depth = 0 }}{{ include 'down' }}"),
            (
                "down",
                "{{ depth = depth + 1 }}{{ depth }}{{ if depth < 3; for t in article.tags limit:1; include 'down'; "
                    + "end; end }}"
            )
        );
        Assert.Equal("123", run.Write(Model, typeof(PageModel)));
    }

    [Fact]
    public void A_null_member_is_an_error_of_the_page_with_its_place()
    {
        var error = new TemplateRun(("page", "a\n<b>{{ article.editor.name }}")).Fail(Model, typeof(PageModel));
        Assert.Equal(
            "page:2:22 SN3308 [Write 'article.editor?.name' if it may be null, or test it with 'if']",
            TemplateRun.Describe(error)
        );
        Assert.Equal("<b>{{ article.editor.name }}", error.SourceLine);
        Assert.Equal((23, 4), (error.Offset, error.Length));
    }

    [Theory]
    [InlineData("{{ article.params.list }}", "page:1:4 SN3126")]
    [InlineData(
        "<a title=\"{{ article.params.list }}\">{{ article.params.nested }}",
        "page:1:14 SN3126; page:1:41 SN3125"
    )]
    [InlineData("{{ for t in article.tags }}{{ article.params.list }}{{ end }}", "page:1:31 SN3126")]
    [InlineData("{{ 1.0 / 0 }}{{ x = 0.0; article.score / x }}", "page:1:4 SN3127; page:1:26 SN3127")]
    [InlineData(
        "{{ capture c }}{{ 0.0 / 0 }}{{ end }}{{ c }}{{ func f; article.params.list; end; f }}",
        "page:1:19 SN3127; page:1:56 SN3126"
    )]
    [InlineData(
        "{{ article.params.list | array.join ' ' }}{{ article.params.place }}{{ article.score }}{{ if "
            + "article.params.list }}{{ end }}",
        ""
    )]
    public void What_means_nothing_to_readers_is_told_while_the_page_is_made(string template, string expected)
    {
        var result = new TemplateRun(("page", template)).Compile(typeof(PageModel));
        Assert.Empty(result.Errors);
        var (page, doubts) = (new System.Buffers.ArrayBufferWriter<byte>(), new List<TemplateError>());
        Assert.Null(result.Template!.Render(Model, page, doubts));
        Assert.True(page.WrittenCount > 0);
        Assert.Equal(
            expected,
            string.Join(
                "; ",
                doubts.Select(doubt =>
                    FormattableString.Invariant($"{doubt.TemplateName}:{doubt.Line}:{doubt.Column} {doubt.Code}")
                )
            )
        );
        Assert.All(doubts, doubt => Assert.Equal(TemplateSeverity.Warning, doubt.Severity));
    }

    [Fact]
    public void One_template_renders_on_many_threads()
    {
        var template = new TemplateRun(
            ("page", "{{ n = 0 }}{{ for t in article.tags }}{{ n = n + for.index }}{{ t }}{{ end }}{{ n }}")
        )
            .Compile(typeof(PageModel))
            .Template!;
        var pages = new string[200];
        Parallel.For(
            0,
            pages.Length,
            i =>
            {
                var output = new System.Buffers.ArrayBufferWriter<byte>();
                Assert.Null(template.Render(Model, output));
                pages[i] = System.Text.Encoding.UTF8.GetString(output.WrittenSpan);
            }
        );
        Assert.All(pages, page => Assert.Equal("raindams1", page));
    }

    [Fact]
    public void The_fingerprint_follows_every_text_and_option_and_nothing_else()
    {
        static UInt128 Print(string page, string nav, TemplateOptions options) =>
            new TemplateRun(("page", page), ("nav", nav)).Compile(typeof(PageModel), options).Template!.Fingerprint;

        var first = Print("{{ include 'nav' }}", "a", TemplateOptions.Html);
        Assert.Equal(first, Print("{{ include 'nav' }}", "a", TemplateOptions.Html));
        Assert.NotEqual(first, Print("{{ include 'nav' }} ", "a", TemplateOptions.Html));
        Assert.NotEqual(first, Print("{{ include 'nav' }}", "b", TemplateOptions.Html));
        Assert.NotEqual(
            first,
            Print("{{ include 'nav' }}", "a", TemplateOptions.Html with { Limits = TemplateLimits.Stock })
        );
    }

    [Fact]
    public void A_typed_model_needs_a_template_that_escapes() =>
        Assert.Throws<ArgumentException>(() =>
            new TemplateRun(("page", "")).Compile(typeof(PageModel), TemplateOptions.Text)
        );
}
