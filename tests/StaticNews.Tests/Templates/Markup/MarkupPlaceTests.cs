using StaticNews.Templates;

namespace StaticNews.Tests.Templates.Markup;

/// <summary>Values at every kind of place in HTML: how they are written, and where they cannot be.</summary>
public sealed class MarkupPlaceTests
{
    private static readonly DateTimeOffset Sunday = new(2024, 7, 21, 6, 5, 4, TimeSpan.FromHours(5.5));

    /// <param name="X">A text.</param>
    /// <param name="Y">Another one.</param>
    /// <param name="H">The text again, as HTML.</param>
    /// <param name="N">A number.</param>
    /// <param name="B">True.</param>
    /// <param name="L">The letters of the text.</param>
    /// <param name="None">Null.</param>
    /// <param name="Day">A date.</param>
    public sealed record Model(
        string X,
        string Y,
        HtmlString H,
        int N,
        bool B,
        IReadOnlyList<string> L,
        string? None,
        DateTimeOffset Day
    );

    private static Model Of(string x) =>
        new(x, "script:y()", new HtmlString(x), -5, true, [.. x.Select(c => c.ToString())], null, Sunday);

    private static Dictionary<string, object?> MembersOf(Model model) =>
        new(StringComparer.Ordinal)
        {
            ["x"] = model.X,
            ["y"] = model.Y,
            ["h"] = model.H,
            ["n"] = model.N,
            ["b"] = model.B,
            ["l"] = model.L,
            ["none"] = model.None,
            ["day"] = model.Day,
        };

    [Theory]
    // Text, and elements that hold nothing but text.
    [InlineData("<p>{{ x }}</p>", "a<b>&\"'", "<p>a&lt;b&gt;&amp;&quot;&#39;</p>")]
    [InlineData("<p>{{ h }}</p>", "<b>&amp;</b>", "<p><b>&amp;</b></p>")]
    [InlineData("1 < 2 {{ h }}", "<b>", "1 < 2 <b>")]
    [InlineData("<title>{{ x }}</title>{{ h }}", "</title><b>", "<title>&lt;/title&gt;&lt;b&gt;</title></title><b>")]
    [InlineData("<title>{{ h }}</title>", "</title><b>", "<title>&lt;/title&gt;&lt;b&gt;</title>")]
    [InlineData(
        "<textarea>{{ h }}</textarea>",
        "a &amp; b</textarea>",
        "<textarea>a &amp; b&lt;/textarea&gt;</textarea>"
    )]
    [InlineData("<TITLE>{{ h }}</TITLE >{{ h }}", "<i>", "<TITLE>&lt;i&gt;</TITLE ><i>")]
    [InlineData("<title></titles>{{ h }}</title>", "<i>", "<title></titles>&lt;i&gt;</title>")]
    // Comments.
    [InlineData("<!-- {{ x }} -->{{ h }}", "--><b>", "<!-- &#45;&#45;&gt;&lt;b&gt; -->--><b>")]
    [InlineData("<!-- {{ h }} -->", "a-b --!> -", "<!-- a-b &#45;&#45;!&gt; &#45; -->")]
    [InlineData("<!--{{ day | date.to_string '%F' }}-->", "", "<!--2024-07-21-->")]
    [InlineData("<!-->{{ h }}", "<i>", "<!--><i>")]
    [InlineData("<!doctype {{ x }}>{{ h }}", "<i>", "<!doctype &lt;i&gt;><i>")]
    // Attributes.
    [InlineData("<a title=\"{{ x }}\">", "\"'<>&", "<a title=\"&quot;&#39;&lt;&gt;&amp;\">")]
    [InlineData("<a title='{{ x }}'>", "\"'<>&", "<a title='&quot;&#39;&lt;&gt;&amp;'>")]
    [InlineData(
        "<a title=\"{{ h }}\">",
        "<b class=\"x\">A &amp; B</b>",
        "<a title=\"&lt;b class=&quot;x&quot;&gt;A &amp; B&lt;/b&gt;\">"
    )]
    [InlineData("<a title='{{ h }}'>", "it's", "<a title='it&#39;s'>")]
    [InlineData("<a title=\"{{ x | html.escape }}\">", "\"&", "<a title=\"&quot;&amp;\">")]
    [InlineData("<a data-x=\"{{ l | object.to_json }}\">", "\"", "<a data-x=\"[&quot;\\u0022&quot;]\">")]
    [InlineData("<a data-x='{{ l | object.to_json }}'>", "'", "<a data-x='[&quot;\\u0027&quot;]'>")]
    [InlineData("<time datetime=\"{{ day | date.to_string '%F' }}\">", "", "<time datetime=\"2024-07-21\">")]
    [InlineData("<img width=\"{{ n }}\" alt=\"{{ none }}\">", "", "<img width=\"-5\" alt=\"\">")]
    [InlineData("<a title = \"a > b {{ h }}\">{{ h }}", "<i>", "<a title = \"a > b &lt;i&gt;\"><i>")]
    [InlineData("<a\n\ttitle\n=\n'{{ h }}'\n/>{{ h }}", "<i>", "<a\n\ttitle\n=\n'&lt;i&gt;'\n/><i>")]
    [InlineData("<a title=\"{{ $'{h}!' }}\">", "<i>", "<a title=\"&lt;i&gt;!\">")]
    [InlineData("<a title=\"{{ b ? h : x }}\">", "<i>", "<a title=\"&lt;i&gt;\">")]
    [InlineData(
        "<a title=\"{{ capture c }}<b>{{ x }}</b>{{ end; c }}\">",
        "&",
        "<a title=\"&lt;b&gt;&amp;&lt;/b&gt;\">"
    )]
    [InlineData("<a id=x title=\"{{ h }}\">", "<i>", "<a id=x title=\"&lt;i&gt;\">")]
    [InlineData("<a id=x>{{ h }}", "<i>", "<a id=x><i>")]
    [InlineData("</a title=\"{{ h }}\">", "<i>", "</a title=\"&lt;i&gt;\">")]
    [InlineData(
        "<meta name=\"description\" content=\"{{ x }}\">",
        "a:b c",
        "<meta name=\"description\" content=\"a:b c\">"
    )]
    // Addresses: one value.
    [InlineData("<a href=\"{{ x }}\">", "/a?b=c&d#e", "<a href=\"/a?b=c&amp;d#e\">")]
    [InlineData(
        "<a href=\"{{ x }}\">",
        "https://a.example/é ü?q=\"'<>`",
        "<a href=\"https://a.example/é%20ü?q=%22%27%3C%3E%60\">"
    )]
    [InlineData("<a href=\"{{ x }}\">", "a%20b%3Ac", "<a href=\"a%20b%3Ac\">")]
    [InlineData("<a href=\"{{ x }}\">", "//a.example", "<a href=\"//a.example\">")]
    [InlineData("<a href=\"{{ x }}\">", "", "<a href=\"\">")]
    [InlineData("<a href=\"{{ x }}\">", "#a:b", "<a href=\"#a:b\">")]
    [InlineData("<a href=\"{{ x }}\">", "?a:b", "<a href=\"?a:b\">")]
    [InlineData("<a href=\"{{ x }}\">", "mailto:a@b.example", "<a href=\"mailto:a@b.example\">")]
    [InlineData("<a href=\"{{ x }}\">", "TEL:+4420", "<a href=\"TEL:+4420\">")]
    [InlineData("<a href=\"{{ x }}\">", "  https://a.example\n", "<a href=\"https://a.example\">")]
    [InlineData("<a href=\"{{ x }}\">", "javascript:alert(1)", "<a href=\"about:invalid\">")]
    [InlineData("<a href='{{ x }}'>", "JaVaScRiPt:alert(1)", "<a href='about:invalid'>")]
    [InlineData("<a href=\"{{ x }}\">", " \tjavascript:alert(1)", "<a href=\"about:invalid\">")]
    [InlineData("<a href=\"{{ x }}\">", "\u0001javascript:alert(1)", "<a href=\"about:invalid\">")]
    [InlineData("<a href=\"{{ x }}\">", "java\nscript:alert(1)", "<a href=\"about:invalid\">")]
    [InlineData("<a href=\"{{ x }}\">", "java\tscript:alert(1)", "<a href=\"about:invalid\">")]
    [InlineData("<a href=\"{{ x }}\">", "javascript\r\n:alert(1)", "<a href=\"about:invalid\">")]
    [InlineData("<a href=\"{{ x }}\">", "vbscript:x", "<a href=\"about:invalid\">")]
    [InlineData("<a href=\"{{ x }}\">", "data:text/html,<script>", "<a href=\"about:invalid\">")]
    [InlineData("<img src=\"{{ x }}\">", "data:image/svg+xml,<svg>", "<img src=\"about:invalid\">")]
    [InlineData("<img src=\"{{ x }}\">", "data:image/png;base64,iVBO", "<img src=\"data:image/png;base64,iVBO\">")]
    [InlineData("<a href=\"{{ x }}\">", "javascript&#58;alert(1)", "<a href=\"javascript&amp;#58;alert(1)\">")]
    [InlineData("<a href=\"{{ x }}\">", "javascript&colon;alert(1)", "<a href=\"javascript&amp;colon;alert(1)\">")]
    [InlineData("<a href=\"{{ h }}\">", "javascript&#58;alert(1)", "<a href=\"about:invalid\">")]
    [InlineData("<a href=\"{{ h }}\">", "/a?b&amp;c", "<a href=\"/a?b&amp;c\">")]
    [InlineData("<a href=\"{{ x | html.escape }}\">", "/a?b&c", "<a href=\"/a?b&amp;c\">")]
    [InlineData("<a href=\"{{ x | html.escape }}\">", "javascript:'", "<a href=\"about:invalid\">")]
    [InlineData("<a href=\"{{ x }}\">", "custom-scheme:x", "<a href=\"about:invalid\">")]
    [InlineData("<a href=\"{{ x }}\">", "file:///etc/passwd", "<a href=\"about:invalid\">")]
    [InlineData("<a href=\"{{ x }}\">", "blob:https://a", "<a href=\"about:invalid\">")]
    [InlineData("<a HREF=\"{{ x }}\">", "javascript:1", "<a HREF=\"about:invalid\">")]
    [InlineData("<form action=\"{{ x }}\">", "javascript:1", "<form action=\"about:invalid\">")]
    [InlineData("<button formaction=\"{{ x }}\">", "javascript:1", "<button formaction=\"about:invalid\">")]
    [InlineData("<object data=\"{{ x }}\">", "javascript:1", "<object data=\"about:invalid\">")]
    [InlineData("<video poster=\"{{ x }}\">", "javascript:1", "<video poster=\"about:invalid\">")]
    [InlineData("<use xlink:href=\"{{ x }}\">", "javascript:1", "<use xlink:href=\"about:invalid\">")]
    [InlineData("<img data-src=\"{{ x }}\">", "javascript:1", "<img data-src=\"about:invalid\">")]
    [InlineData(
        "<meta property=\"og:image\" content=\"{{ x }}\">",
        "javascript:1",
        "<meta property=\"og:image\" content=\"about:invalid\">"
    )]
    [InlineData(
        "<meta property=\"og:url\" content=\"{{ x }}\">",
        "https://a.example/",
        "<meta property=\"og:url\" content=\"https://a.example/\">"
    )]
    [InlineData(
        "<meta http-equiv=\"Refresh\" content=\"0; URL={{ x }}\">",
        "javascript:1",
        "<meta http-equiv=\"Refresh\" content=\"0; URL=about:invalid\">"
    )]
    [InlineData(
        "<meta http-equiv=\"refresh\" content=\"0;url='{{ x }}'\">",
        "/a b",
        "<meta http-equiv=\"refresh\" content=\"0;url='/a%20b'\">"
    )]
    // Addresses of several parts.
    [InlineData("<a href=\"{{ none }}{{ x }}\">", "javascript:1", "<a href=\"about:invalid\">")]
    [InlineData("<a href=\"{{ x }}{{ y }}\">", "java", "<a href=\"about:invalid\">")]
    [InlineData("<a href=\"{{ x }}{{ y }}\">", "/base/", "<a href=\"/base/script:y()\">")]
    [InlineData("<a href=\"{{ x }}{{ y }}\">{{ x }}{{ y }}", "java", "<a href=\"about:invalid\">javascript:y()")]
    [InlineData("<a href=\"java{{ y }}\">", "", "<a href=\"about:invalid\">")]
    [InlineData("<a href=\"story-{{ n }}.html\">", "", "<a href=\"story--5.html\">")]
    [InlineData("<a href=\"{{ x }}:{{ n }}\">", "javascript", "<a href=\"about:invalid\">")]
    [InlineData("<a href=\"{{ x }}&#58;{{ n }}\">", "javascript", "<a href=\"about:invalid\">")]
    [InlineData("<a href=\"{{ x }}.html\">", "javascript:1", "<a href=\"about:invalid\">")]
    [InlineData("<a href=\"{{ x }}.html\">", "news", "<a href=\"news.html\">")]
    [InlineData("<a href=\"{{ x }}/a\">", "javascript:1", "<a href=\"about:invalid/a\">")]
    [InlineData("<a href=\"{{ x }}#a\">", "https://a.example", "<a href=\"https://a.example#a\">")]
    [InlineData("<a href=\"/s?q={{ x }}&p={{ y }}\">", "a b:&c", "<a href=\"/s?q=a%20b:&amp;c&p=script:y()\">")]
    [InlineData(
        "<a href=\"https://a.example/{{ x }}\">",
        "javascript:1",
        "<a href=\"https://a.example/javascript:1\">"
    )]
    [InlineData("<a href=\"mailto:{{ x }}\">", "a@b.example", "<a href=\"mailto:a@b.example\">")]
    [InlineData("<a href=\"#{{ x }}\">", "a:b", "<a href=\"#a:b\">")]
    [InlineData("<a href=\"{{ if b }}{{ x }}{{ end }}\">", "javascript:1", "<a href=\"about:invalid\">")]
    [InlineData("<a href=\"{{ if b }}{{ x }}{{ else }}/{{ end }}{{ y }}\">", "java", "<a href=\"about:invalid\">")]
    [InlineData("<a href=\"{{ for c in l }}{{ c }}{{ end }}\">", "javascript:1", "<a href=\"about:invalid\">")]
    [InlineData("<a href=\"{{ for c in l }}/{{ c }}{{ end }}\">", "ab", "<a href=\"/a/b\">")]
    [InlineData("<a href=\"{{ b ? x : y }}\">", "javascript:1", "<a href=\"about:invalid\">")]
    [InlineData("<a href=\" {{ x }}\">", "javascript:1", "<a href=\" about:invalid\">")]
    [InlineData(
        "<a href=\"javascript:void(0)\" title=\"{{ x }}\">",
        "a",
        "<a href=\"javascript:void(0)\" title=\"a\">"
    )]
    [InlineData(
        "<img srcset=\"{{ x }} 2x, {{ y }} 3x\">",
        "/a b.jpg",
        "<img srcset=\"/a%20b.jpg 2x, about:invalid 3x\">"
    )]
    [InlineData(
        "<img srcset=\"{{ for c in l }}{{ c }}{{ y }} {{ for.index }}x, {{ end }}\">",
        "/:",
        "<img srcset=\"/script:y() 0x, about:invalid 1x, \">"
    )]
    // Style.
    [InlineData("<p style=\"width:{{ n }}%;color:{{ x }}\">", "#f00", "<p style=\"width:-5%;color:#f00\">")]
    [InlineData("<p style=\"color:{{ x }}\">", "red;background:url(//a)", "<p style=\"color:unset\">")]
    [InlineData(
        "<style>p { color: {{ x }} }</style>{{ h }}",
        "</style><b>",
        "<style>p { color: unset }</style></style><b>"
    )]
    [InlineData("<style>{{ h }}</style>", "a{}", "<style>unset</style>")]
    [InlineData(
        "<style>p { font: {{ x }} }</style>",
        "12px Georgia, serif",
        "<style>p { font: 12px Georgia, serif }</style>"
    )]
    // Scripts.
    [InlineData(
        "<script>var x = {{ x | object.to_json }};</script>",
        "</script>'\"&",
        "<script>var x = \"\\u003C/script\\u003E\\u0027\\u0022\\u0026\";</script>"
    )]
    [InlineData(
        "<script>var n = {{ n }}, b = {{ b }};</script>{{ h }}",
        "<i>",
        "<script>var n = -5, b = true;</script><i>"
    )]
    [InlineData("<script>var x = {{ none | object.to_json }};</script>", "", "<script>var x = null;</script>")]
    [InlineData(
        "<script>var x = \"{{ x }}\";</script>",
        "a\"\\</script>\n\u2028",
        "<script>var x = \"a\\u0022\\u005C\\u003C/script\\u003E\\u000A\\u2028\";</script>"
    )]
    [InlineData(
        "<script>var x = '{{ h }}';</script>",
        "it's <!--",
        "<script>var x = 'it\\u0027s \\u003C!--';</script>"
    )]
    [InlineData("<script>var x = `{{ x }}`;</script>", "`${a}", "<script>var x = `\\u0060\\u0024{a}`;</script>")]
    [InlineData(
        "<script type=\"application/ld+json\">{\"url\": \"{{ x }}\", \"n\": {{ n }}}</script>",
        "a\tb",
        "<script type=\"application/ld+json\">{\"url\": \"a\\u0009b\", \"n\": -5}</script>"
    )]
    [InlineData(
        "<script>a = b / c; // it's\nd = /[\"/]/g; e = '{{ x }}'</script>",
        "'",
        "<script>a = b / c; // it's\nd = /[\"/]/g; e = '\\u0027'</script>"
    )]
    [InlineData(
        "<script>/* it's */ return /'/.test(\"{{ x }}\")</script>",
        "\"",
        "<script>/* it's */ return /'/.test(\"\\u0022\")</script>"
    )]
    [InlineData("<script>a = 'it\\'s {{ x }}'</script>", "'", "<script>a = 'it\\'s \\u0027'</script>")]
    [InlineData("<script>a = {{ b ? 1 : (x | object.to_json) }}</script>", "", "<script>a = 1</script>")]
    // Branches, functions, captures and includes.
    [InlineData("<a{{ if b }} class=\"{{ h }}\"{{ end }}>{{ h }}", "<i>", "<a class=\"&lt;i&gt;\"><i>")]
    [InlineData(
        "<input {{ if b }}checked{{ else }}disabled{{ end }} value=\"{{ h }}\">",
        "<i>",
        "<input checked value=\"&lt;i&gt;\">"
    )]
    [InlineData("<h{{ if b }}1{{ else }}2{{ end }}>{{ h }}", "<i>", "<h1><i>")]
    [InlineData("<a title={{ if b }}\"{{ h }}\"{{ else }}'y'{{ end }}>", "<i>", "<a title=\"&lt;i&gt;\">")]
    [InlineData("<a{{ for c in l }} data-{{ case c; when 'a' }}a{{ else }}b{{ end }}=\"1\"{{ end }}>", "a", null)]
    [InlineData("<ul{{ for c in l }} class=\"{{ c }}\"{{ end }}>", "ab", "<ul class=\"a\" class=\"b\">")]
    [InlineData(
        "{{ func f(v) }}<b>{{ v }}</b>{{ end }}{{ f x }}<a title=\"{{ f x }}\">",
        "&",
        "<b>&amp;</b><a title=\"&lt;b&gt;&amp;&lt;/b&gt;\">"
    )]
    [InlineData("{{ func f(v); ret v; end }}<a href=\"{{ f x }}\">", "javascript:1", "<a href=\"about:invalid\">")]
    [InlineData("{{ func f }}{{ x }}{{ end }}<a href=\"{{ f }}\">", "javascript:1", "<a href=\"about:invalid\">")]
    [InlineData(
        "{{ func f }}{{ x }}{{ end }}<a href=\"{{ if f }}{{ end }}\">",
        "javascript:1",
        "<a href=\"about:invalid\">"
    )]
    [InlineData(
        "{{ func f }}<a title=\"{{ $$ }}\">{{ end }}{{ wrap f }}<i>{{ x }}</i>{{ end }}",
        "&",
        "<a title=\"&lt;i&gt;&amp;&lt;/i&gt;\">"
    )]
    [InlineData("<script>x = {{ include 'json' }};</script>", "\"", "<script>x = \"\\u0022\";</script>")]
    [InlineData("<a{{ include 'attribute' }}>{{ h }}", "<i>", "<a title=\"&lt;i&gt;\"><i>")]
    [InlineData(
        "<a href=\"{{ include 'value' }}\">{{ include 'value' }}",
        "javascript:1",
        "<a href=\"about:invalid\">javascript:1"
    )]
    [InlineData("<a href=\"{{ include 'value' | string.upcase }}\">", "javascript:1", "<a href=\"about:invalid\">")]
    [InlineData("<a href=\"{{ include 'returns' }}\">", "javascript:1", "<a href=\"about:invalid\">")]
    [InlineData("{{ for c in l }}{{ if c == 'b'; break; end }}<i>{{ c }}</i>{{ end }}", "abc", "<i>a</i>")]
    public void A_value_is_written_as_its_place_asks_for(string template, string x, string? expected)
    {
        if (expected is null)
        {
            Assert.NotEmpty(Run(template).Errors(typeof(Model)));
            return;
        }
        Assert.Equal(expected, Run(template).Write(Of(x), typeof(Model)));
        // With a dynamic model nothing is known of types, functions and includes, and the same comes out.
        Assert.Equal(
            expected,
            Run(
                    template
                        .Replace(
                            "var n = {{ n }}, b = {{ b }}",
                            "var n = {{ n | object.to_json }}, b = {{ b | object.to_json }}",
                            StringComparison.Ordinal
                        )
                        .Replace("\"n\": {{ n }}", "\"n\": {{ n | object.to_json }}", StringComparison.Ordinal)
                )
                .Write(MembersOf(Of(x)), null)
        );
    }

    [Theory]
    [InlineData("<a{{ if b }} title=\"{{ end }}\">", "SN3401")]
    [InlineData("{{ if b }}<a href=\"{{ end }}", "SN3401")]
    [InlineData("{{ if b }}<p>{{ else }}<p title='{{ end }}", "SN3401")]
    [InlineData("{{ case x; when 'a' }}<!--{{ when 'b' }}b{{ end }}", "SN3401")]
    [InlineData("{{ for c in l }}<a {{ end }}", "SN3401")]
    [InlineData("{{ while b }}<script>{{ end }}", "SN3401")]
    [InlineData("<script>{{ if b }}'{{ end }}</script>", "SN3401")]
    [InlineData("{{ capture c }}<a {{ end }}", "SN3402")]
    [InlineData("{{ func f }}<a title=\"{{ end }}", "SN3402")]
    [InlineData("{{ func f; x; end; wrap f }}<b {{ end }}", "SN3402")]
    [InlineData("{{ for c in l }}<a {{ break }}>{{ end }}", "SN3402")]
    [InlineData("{{ func f }}<a {{ ret 1 }}>{{ end }}", "SN3402")]
    [InlineData("{{ include 'open' }}", "SN3402")]
    [InlineData("<h{{ n }}>", "SN3403")]
    [InlineData("<{{ x }}>", "SN3403")]
    [InlineData("</{{ x }}>", "SN3403")]
    [InlineData("<a {{ x }}>", "SN3404")]
    [InlineData("<a {{ x }}=\"1\">", "SN3404")]
    [InlineData("<a on{{ x }}=\"1\">", "SN3404")]
    [InlineData("<a title=\"\"{{ x }}>", "SN3404")]
    [InlineData("<a title {{ x }}>", "SN3404")]
    [InlineData("<a{{ include 'value' }}>", "SN3403")]
    [InlineData("<a class={{ x }}>", "SN3405")]
    [InlineData("<a href=/{{ x }}>", "SN3405")]
    [InlineData("<a onclick=\"f({{ n }})\">", "SN3406")]
    [InlineData("<svg ONLOAD='{{ x }}'>", "SN3406")]
    [InlineData("<iframe srcdoc=\"{{ h }}\">", "SN3406")]
    [InlineData("<script>x = {{ x }}</script>", "SN3407")]
    [InlineData("<script>x = {{ h }}</script>", "SN3407")]
    [InlineData("<SCRIPT>{{ l }}</SCRIPT>", "SN3407")]
    [InlineData("<script type=\"application/json\">{\"a\": {{ x }}}</script>", "SN3407")]
    [InlineData("<script>x = '{{ include 'json' }}' + {{ include 'value' }}</script>", "SN3407")]
    [InlineData("<script>// {{ x }}\n</script>", "SN3408")]
    [InlineData("<script>/* {{ x }} */</script>", "SN3408")]
    [InlineData("<script>x = /{{ x }}/</script>", "SN3408")]
    [InlineData("<script>if (a) /'/.test(b); x = {{ n }}</script>", "SN3408")]
    [InlineData("<script>x = '<{{ x }}'</script>", "SN3408")]
    [InlineData("<script>x = '</SC{{ x }}'</script>", "SN3408")]
    [InlineData("<script>x = '<!{{ x }}'</script>", "SN3408")]
    [InlineData("<script>x = '\\{{ x }}'</script>", "SN3408")]
    [InlineData("<script>x = `${ {{ n }} }`</script>", "SN3408")]
    [InlineData("<script><!-- \nx = {{ n }}</script>", "SN3408")]
    [InlineData("<a href=\"javascript:f('{{ x }}')\">", "SN3409")]
    [InlineData("<a href=\"java&#115;cript:{{ x }}\">", "SN3409")]
    [InlineData("<a href=\"data:text/html,{{ x }}\">", "SN3409")]
    [InlineData("<meta http-equiv=refresh content=\"{{ n }}\">", "SN3410")]
    [InlineData("<h{{ if b }}1{{ end }}2>", "SN3411")]
    [InlineData("<s{{ if b }}c{{ end }}ript>", "SN3411")]
    [InlineData("<table {{ tablerow c in l }}{{ c }}{{ end }}>", "SN3413")]
    public void What_no_place_allows_is_an_error_of_the_template(string template, string code)
    {
        Assert.Contains(Run(template).Compile(typeof(Model)).Errors, error => error.Code == code);
        Assert.DoesNotContain(
            Run(template).Compile(null, TemplateOptions.Text).Errors,
            error => error.Code.StartsWith("SN34", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Branches_that_end_apart_name_both_places()
    {
        var error = Assert.Single(Run("<p>\n{{ if b }}<a href=\"{{ end }}").Compile(typeof(Model)).Errors);
        Assert.Equal((2, "SN3401"), (error.Line, error.Code));
        Assert.Contains("in text", error.Message, StringComparison.Ordinal);
        Assert.Contains("within the value of 'href'", error.Message, StringComparison.Ordinal);
    }

    private static TemplateRun Run(string template) =>
        new(
            ("page", template),
            ("json", "{{ x | object.to_json }}"),
            ("attribute", " title=\"{{ h }}\""),
            ("value", "{{ x }}"),
            ("returns", "{{ ret x }}"),
            ("open", "<a ")
        );
}
