using StaticNews.Diagnostics;

namespace StaticNews.Tests.Building;

/// <summary>What a build says of a site's own templates and style sheets.</summary>
public sealed class ThemeMessageTests
{
    [Theory]
    [InlineData(
        "{{ list.title }}",
        "SN3102",
        "The variable 'list' belongs to section, tag, author, series, event and lite_section pages; article pages have: around, "
            + "article, "
    )]
    [InlineData(
        "{{ years }}",
        "SN3102",
        "The variable 'years' belongs to front, archive, not_found pages; article pages have: "
    )]
    [InlineData("{{ params.mood }}", "SN3102", "Write 'article.params' or 'page.params'")]
    [InlineData("{{ older.params.mood }}", "SN3101", "There is 'page.params' of front pag")]
    [InlineData("{{ artcle.title }}", "SN3102", "Did you mean 'article'?")]
    [InlineData(
        "{{ article.title }}{{ include 'partials/haed' }}{{ include 'partials/head' }}",
        "SN3106",
        "Did you mean 'partials/head'?"
    )]
    [InlineData(
        "{{ article.date | date.to_string '%Y' }}",
        "SN3105",
        "Use 'article.date.value', or print 'article.date.text'"
    )]
    [InlineData("{{ older.date | date.add_days 1 }}", "SN3105", "Use 'older.date.value', or print 'older.date.text'")]
    [InlineData("{{ article.updated }}", "SN3125", "Print one of its members: 'article.updated.text', ")]
    [InlineData(
        "{{ article.section }}",
        "SN3125",
        "Print one of its members: 'article.section.title' or 'article.section.href'"
    )]
    [InlineData("{{ article.tags }}", "SN3126", "Write a loop: {{ for item in article.tags }} ")]
    [InlineData(
        "{% for tag in article.tags %}{{ article.title }}{% endfor %}",
        "SN3128",
        "Write code between {{ and }}"
    )]
    public void A_name_or_a_print_that_cannot_be_meant_is_told_with_what_can(string template, string code, string hint)
    {
        using var site = News().Write("templates/article.sbn-html", template);

        var told = Assert.Single(site.Build().Diagnostics);

        Assert.Equal((code, "templates/article.sbn-html", 1), (told.Code, told.At.Path, told.At.Line));
        Assert.StartsWith(hint, told.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_fault_while_rendering_is_told_once_with_the_first_page_and_how_many_others(int jobs)
    {
        using var site = News()
            .Article("b/two.md", "Two", "2020-01-02")
            .Article("a/three.md", "Three", "2020-01-03")
            .Article("c/four.md", "Four", "2020-01-04", "image: { src: https://p.example/a.jpg, alt: A }")
            .Write("templates/article.sbn-html", "<p>{{ article.title }}</p>\n{{ article.image.src }}");

        var report = site.Build(options => options with { Jobs = jobs });
        var told = Assert.Single(report.Diagnostics, diagnostic => diagnostic.Code == "SN3308");
        Assert.Equal(
            "'article.image' is null here and has no member 'src' (on a/2020/01/three.html and 2 other pages)",
            told.Message
        );
        Assert.Equal(2, told.At.Line);
        Assert.True(site.Has("c/2020/01/four.html"));

        // Said again by the next build, whose pages are the same.
        Assert.Equal(
            told.Message,
            Assert
                .Single(
                    site.Build(options => options with { Jobs = jobs }).Diagnostics,
                    diagnostic => diagnostic.Code == "SN3308"
                )
                .Message
        );
        site.Write(
            "templates/article.sbn-html",
            "{{ article.image?.src }}{{ if article.title == 'Two'; article.image.src; end }}{{ article.words / 0.0 }}"
        );
        var other = site.Build(options => options with { Jobs = jobs }).Diagnostics;
        Assert.Contains(
            other,
            diagnostic =>
                diagnostic is { Code: "SN3127", Severity: Severity.Warning }
                && diagnostic.Message.EndsWith("(on a/2020/01/three.html and 2 other pages)", StringComparison.Ordinal)
        );
        Assert.Contains(
            other,
            diagnostic =>
                diagnostic is { Code: "SN3308", Severity: Severity.Error }
                && diagnostic.Message.EndsWith("(on b/2020/01/two.html)", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_list_of_params_is_told_with_its_page_which_is_published()
    {
        using var site = News()
            .Article("b/two.md", "Two", "2020-01-02", "params: { places: [Pune, Delhi] }")
            .Write("templates/article.sbn-html", "<p>{{ article.params.places }}</p>");

        var told = Assert.Single(site.Build().Diagnostics);

        Assert.Equal(("SN3126", Severity.Warning), (told.Code, told.Severity));
        Assert.EndsWith("(on b/2020/01/two.html)", told.Message, StringComparison.Ordinal);
        Assert.True(site.Has("b/2020/01/two.html"));
    }

    [Theory]
    [InlineData("<script>x()</script>", "this script is not run")]
    [InlineData(
        "<p>{{ '\u00e9' }}é</p>\n<script type=module src=\"{{ site.home }}a.js\"></script>",
        "this script is not run"
    )]
    [InlineData("<link href=\"/a.css\" rel=\"alternate stylesheet\">", "this style sheet is not loaded")]
    [InlineData("<style>b{color:red}</style>", "this style element is not used")]
    [InlineData("<p onclick=\"x()\">", "'onclick' is not run")]
    [InlineData("<form action=\"https://s.example/\"><input name=\"q\"></form>", "this form is not sent")]
    [InlineData("<object data=\"/a.pdf\"></object>", "this 'object' is not shown")]
    [InlineData("<link rel=\"manifest\" href=\"/m.json\">", "this manifest is not loaded")]
    public void What_the_policy_of_the_pages_forbids_is_told_at_its_line(string markup, string message)
    {
        using var site = News()
            .Write(
                "templates/article.sbn-html",
                $"{{{{ include 'partials/head' }}}}\n{markup}\n{{{{ include 'partials/foot' }}}}"
            );

        var told = Assert.Single(site.Build().Diagnostics);

        Assert.Equal(
            ("SN3129", Severity.Warning, "templates/article.sbn-html"),
            (told.Code, told.Severity, told.At.Path)
        );
        Assert.StartsWith(message, told.Message, StringComparison.Ordinal);
        Assert.Equal(2 + markup.Count(letter => letter == '\n'), told.At.Line);
        Assert.Equal(1, told.At.Column);
    }

    [Theory]
    [InlineData(
        "<script type=\"application/ld+json\">{}</script><!-- <script>x()</script> --><textarea><script></textarea>",
        null
    )]
    [InlineData(
        "<link rel=\"icon\" href=\"/a.png\"><link rel=\"canonical\" href=\"/\"><img src=\"/a.png\" "
            + "alt=\"\"><iframe src=\"https://v.example/\"></iframe><b style=\"color:red\">",
        null
    )]
    [InlineData("<script src=\"/a.js\"></script>", "<html><head><title>x</title></head><body>")]
    [InlineData(
        "<script src=\"/a.js\"></script>",
        "<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"{{ site.policy }}; script-src "
            + "'self'\"></head><body>"
    )]
    [InlineData(
        "<link rel=\"stylesheet\" href=\"/a.css\"><style>b{color:red}</style>",
        "<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"{{ site.policy | string.replace "
            + "'style-src' `style-src 'self'` }}\"></head><body>"
    )]
    [InlineData(
        "",
        "<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"{{ site.policy }}\"><style>{{ include "
            + "'style.css' }}</style></head><body>"
    )]
    public void What_the_policy_allows_and_pages_without_it_are_passed_over(string markup, string? head)
    {
        using var site = News()
            .Write(
                "templates/article.sbn-html",
                $"{{{{ include 'partials/head' }}}}\n{markup}\n{{{{ include 'partials/foot' }}}}"
            );
        if (head is not null)
        {
            site.Write("templates/partials/head.sbn-html", head);
        }

        Assert.DoesNotContain(site.Build().Diagnostics, diagnostic => diagnostic.Code == "SN3129");
    }

    [Theory]
    [InlineData("b{color:red}\n@font-face{font-family:X;src:url(/assets/x.woff2)}", "2:1 SN3129")]
    [InlineData("@font-face{font-family:X;src:local(Georgia)}", "")]
    [InlineData("@import '/a.css';", "1:1 SN3129")]
    [InlineData("a{color:red}\nb{color:red\ni{color:blue}", "2:2 SN3130")]
    [InlineData("a{color:red}\n/* b{color:red}", "2:1 SN3130")]
    [InlineData("a{color:red}}\nb{color:red}", "1:13 SN3131")]
    [InlineData("{{ if rich }}a{ {{ else }}b{ {{ end }}color:red}", "")]
    [InlineData(
        "a:before{content:'{'}/* } */b{background:url(data:x,{)}i{content:\"\\\"{\"}s{color:{{ '#123456' }}}",
        ""
    )]
    [InlineData("@media(min-width:9em){a{color:red}\n", "1:22 SN3130")]
    public void A_style_sheet_says_what_is_not_closed_or_not_loaded(string css, string expected)
    {
        using var site = News().Write("templates/style.css", css);

        var report = site.Build();

        Assert.Equal(
            expected,
            string.Join(
                "; ",
                report.Diagnostics.Select(diagnostic =>
                    FormattableString.Invariant($"{diagnostic.At.Line}:{diagnostic.At.Column} {diagnostic.Code}")
                )
            )
        );
        Assert.True(report.IsBuilt);
    }

    [Theory]
    [InlineData("artcle.sbn-html", "Did you mean 'templates/article.sbn-html'?")]
    [InlineData("contact.sbn-html", "All standing pages (content/_pages/) use 'page.sbn-html'")]
    [InlineData("map.sbn-html", "All standing pages (content/_pages/) use 'page.sbn-html'")]
    [InlineData("list.sbn-html", "Did you mean 'templates/partials/list.sbn-html'?")]
    [InlineData("partials/promo.sbn-html", "Include it in a template")]
    public void A_template_that_no_page_uses_is_told_what_it_may_be(string file, string hint)
    {
        using var site = News().Write($"templates/{file}", "<p>x</p>");

        var told = Assert.Single(site.Build().Diagnostics);

        Assert.Equal("SN3501", told.Code);
        Assert.StartsWith(hint, told.Hint, StringComparison.Ordinal);
    }

    private static TestSite News() => TestSite.Plain().Article("news/one.md", "One", "2020-01-01");
}
