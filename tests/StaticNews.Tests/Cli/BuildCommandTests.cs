using System.Text.Json;
using StaticNews.Building;
using StaticNews.Tests.Building;

namespace StaticNews.Tests.Cli;

public sealed class BuildCommandTests
{
    [Fact]
    public void The_last_lines_say_what_happened()
    {
        using var site = News();

        var first = CommandRun.Of("build", site.Root);
        var second = CommandRun.Of("build", site.Root);

        Assert.Equal(0, first.Status);
        Assert.Empty(first.Error);
        Assert.Matches(
            @"^1 article, (\d+) pages: \1 rendered, 0 reused\n\1 files written, 0 unchanged, 0 removed\n0 errors, 0 warnings; \d+\.\d\d s, [\d,]+ MB\n$",
            first.Output
        );
        Assert.Matches(
            @"^1 article, (\d+) pages: 0 rendered, \1 reused\n0 files written, 0 unchanged, 0 removed\n",
            second.Output
        );
    }

    [Fact]
    public void Output_goes_where_it_is_sent()
    {
        using var site = News();
        var output = site.PathOf("elsewhere");

        Assert.Equal(0, CommandRun.Of("build", site.Root, "--output", output).Status);

        Assert.True(File.Exists(Path.Combine(output, "index.html")));
        Assert.False(Directory.Exists(site.Output));
    }

    [Fact]
    public void The_option_wins_over_the_environment_and_that_over_the_file()
    {
        using var site = News();
        var variables = new Dictionary<string, string> { ["STATICNEWS_BASE_URL"] = "https://env.example/" };

        CommandRun.With(variables, "build", site.Root);
        Assert.Contains("https://env.example/", site.Read("sitemap.xml"), StringComparison.Ordinal);
        CommandRun.With(variables, "build", site.Root, "--base-url", "https://option.example/");

        Assert.Contains("https://option.example/", site.Read("sitemap.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("env.example", site.Read("sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Drafts_and_the_future_are_built_only_when_asked_for()
    {
        using var site = News()
            .Article("news/draft.md", "A draft", "2020-01-02", "draft: true")
            .Article("news/future.md", "Not yet", "2030-01-01");

        Assert.StartsWith("1 article,", CommandRun.Of("build", site.Root).Output, StringComparison.Ordinal);
        Assert.StartsWith(
            "2 articles,",
            CommandRun.Of("build", site.Root, "--drafts").Output,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "2 articles,",
            CommandRun.Of("build", site.Root, "--future").Output,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "2 articles,",
            CommandRun.Of("build", site.Root, "--as-of", "2031-01-01").Output,
            StringComparison.Ordinal
        );
        var epoch = new Dictionary<string, string> { ["SOURCE_DATE_EPOCH"] = "1924992000" };
        Assert.StartsWith("2 articles,", CommandRun.With(epoch, "build", site.Root).Output, StringComparison.Ordinal);
        Assert.StartsWith(
            "1 article,",
            CommandRun.With(epoch, "build", site.Root, "--as-of", "2026-01-01T12:00:00Z").Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Clean_renders_everything_and_writes_nothing_that_stands()
    {
        using var site = News();
        CommandRun.Of("build", site.Root);

        Assert.Matches(
            @"(\d+) pages: \1 rendered, 0 reused\n0 files written, \1 unchanged",
            CommandRun.Of("build", site.Root, "--clean").Output
        );
    }

    [Fact]
    public void One_worker_or_many_write_the_same_bytes()
    {
        using var site = News()
            .Article("news/b.md", "Another", "2020-02-02")
            .Article("world/c.md", "A third", "2020-02-03");
        CommandRun.Of("build", site.Root, "--jobs", "1", "-o", site.PathOf("one"));
        CommandRun.Of("build", site.Root, "--jobs", "8", "-o", site.PathOf("many"));

        Assert.Equal(site.Snapshot(site.PathOf("one")), site.Snapshot(site.PathOf("many")));
    }

    [Fact]
    public void Warnings_count_only_when_strict()
    {
        using var site = News().Article("news/b.md", "Another", "2020-02-02", "publihed: 2014-03-02");

        var lax = CommandRun.Of("build", site.Root);
        var strict = CommandRun.Of("build", site.Root, "--strict");

        Assert.Equal(0, lax.Status);
        Assert.Equal(1, strict.Status);
        Assert.Contains("0 errors, 1 warning;", lax.Output, StringComparison.Ordinal);
        Assert.Contains("content/news/b.md:4:1: warning SN1", lax.Error, StringComparison.Ordinal);
        Assert.Contains("  4 | publihed: 2014-03-02\n    | ^^^^^^^^\n", lax.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_counts_what_is_held_back_and_lists_messages_by_code()
    {
        using var site = News()
            .Article("news/b.md", "B", "2020-02-02", "draft: true")
            .Article("news/c.md", "C", "2031-02-03")
            .Article("news/d.md", "D", "2020-02-02", "expiryDate: 2021-01-01")
            .Article("news/e.md", "E", "2020-02-02", "colour: red")
            .Article("news/f.md", "F", "2020-02-02", "colour: red")
            .Write("content/news/g.md", "No front matter.\n");
        var words = CommandRun.Of("build", site.Root);

        Assert.Contains(
            "1 draft and 1 future article held back (the next is due 2031-02-03), 1 removed",
            words.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("1 left out with an error", words.Output, StringComparison.Ordinal);
        Assert.Matches("SN1003  error +1  content/news/g.md:1:1 +Begin it with", words.Output);
        Assert.Matches("SN1103  warning +2  content/news/e.md:4:1 +Known keys are title, date", words.Output);
        Assert.Contains(
            "\"next_due\": \"2031-02-03\"",
            CommandRun.Of("build", site.Root, "--format", "json").Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Changes_are_told_by_reason_in_words_and_in_json()
    {
        using var site = News();
        Assert.Matches(
            @"^first build, .+ \((\d+)\)\n(  \S+\n){10}  … and \d+ more\n1 article",
            CommandRun.Of("build", site.Root, "--explain-change").Output
        );
        Assert.StartsWith(
            "1 article, ",
            CommandRun.Of("build", site.Root, "--explain-change").Output,
            StringComparison.Ordinal
        );

        site.Article("news/b.md", "Another", "2020-02-02");
        using var json = JsonDocument.Parse(
            CommandRun.Of("build", site.Root, "--explain-change", "--format", "json").Output
        );
        var group = json.RootElement.GetProperty("change")[0];
        Assert.Equal(
            ("new articles", 1),
            (group.GetProperty("reason").GetString(), group.GetProperty("count").GetInt32())
        );
        Assert.Equal("news/2020/02/b.html", Assert.Single(group.GetProperty("files").EnumerateArray()).GetString());
        Assert.Equal(
            json.RootElement.GetProperty("written").GetInt32() + json.RootElement.GetProperty("removed").GetInt32(),
            json.RootElement.GetProperty("change").EnumerateArray().Sum(each => each.GetProperty("count").GetInt32())
        );

        using var unasked = JsonDocument.Parse(CommandRun.Of("build", site.Root, "--format", "json").Output);
        Assert.Empty(unasked.RootElement.GetProperty("change").EnumerateArray());
    }

    [Fact]
    public void Json_is_one_object_with_the_counts_and_the_diagnostics()
    {
        using var site = News().Article("news/b.md", "Another", "yesterday");

        var run = CommandRun.Of("build", site.Root, "--format", "json", "--explain", "index.html");

        Assert.Equal(1, run.Status);
        Assert.Empty(run.Error);
        using var json = JsonDocument.Parse(run.Output);
        string[] numbers =
        [
            "articles",
            "pages",
            "rendered",
            "reused",
            "written",
            "unchanged",
            "removed",
            "errors",
            "warnings",
            "seconds",
            "peak_memory_bytes",
        ];
        Assert.All(numbers, name => Assert.Equal(JsonValueKind.Number, json.RootElement.GetProperty(name).ValueKind));
        Assert.True(json.RootElement.GetProperty("peak_memory_bytes").GetInt64() > 1_000_000);
        var diagnostic = Assert.Single(json.RootElement.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal("error", diagnostic.GetProperty("severity").GetString());
        Assert.Equal("content/news/b.md", diagnostic.GetProperty("path").GetString());
        Assert.Equal((3, 7, 9), (Number("line"), Number("column"), Number("length")));
        Assert.StartsWith(
            "index.html: rendered",
            json.RootElement.GetProperty("explanation")[0].GetString(),
            StringComparison.Ordinal
        );

        int Number(string name) => diagnostic.GetProperty(name).GetInt32();
    }

    [Theory]
    [InlineData("news/2020/01/a.html")]
    [InlineData("/news/2020/01/a.html")]
    [InlineData("https://test.example/news/2020/01/a.html")]
    [InlineData("public/news/2020/01/a.html")]
    [InlineData("content/news/a.md")]
    [InlineData("news/a.md")]
    public void A_page_is_explained_by_any_of_its_names(string name)
    {
        using var site = News();
        CommandRun.Of("build", site.Root);

        var run = CommandRun.Of("build", site.Root, "--explain", name);

        Assert.StartsWith(
            "news/2020/01/a.html: reused: nothing that it depends on has changed\n",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_explanation_names_the_part_that_changed()
    {
        using var site = News().Write("content/_pages/about.md", "---\ntitle: About\n---\n\nUs.\n");
        const string page = "news/2020/01/a.html";
        Assert.Contains($"{page}: rendered: there is no record of a build", Explain(), StringComparison.Ordinal);
        site.Article("news/a.md", "The first", "2020-01-01", body: "Other words.");
        Assert.Contains(
            $"{page}: rendered: changed since it was written: source\n",
            Explain(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"{page}: rendered: --clean uses nothing of earlier builds\n",
            Explain("--clean"),
            StringComparison.Ordinal
        );
        File.Delete(Path.Combine(site.Output, page));
        Assert.Contains($"{page}: rendered: its file was deleted", Explain(), StringComparison.Ordinal);
        Assert.Contains(
            "'nope' is not a page of this site",
            CommandRun.Of("build", site.Root, "--explain", "nope").Output,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "about.html: reused",
            CommandRun.Of("build", site.Root, "--explain", "content/_pages/about.md").Output,
            StringComparison.Ordinal
        );

        string Explain(params string[] more) =>
            CommandRun.Of(["build", site.Root, "--explain", "content/news/a.md", .. more]).Output;
    }

    [Theory]
    [InlineData("content/_index.md", "index.html: reused")]
    [InlineData("_index.md", "index.html: reused")]
    [InlineData("content/news/_index.md", "news/index.html: reused")]
    [InlineData("content/_tags/one.md", "tags/one/index.html: reused")]
    [InlineData("content/_assets/logo.svg", "assets/logo.svg: kept: content/_assets/logo.svg has the size and time")]
    [InlineData("assets/logo.svg", "assets/logo.svg: kept: ")]
    [InlineData("/assets/logo.svg", "assets/logo.svg: kept: ")]
    [InlineData(
        "templates/style.css",
        "templates/style.css: a template; when it changes, every page of these kinds is rendered again: front, "
            + "article, section, "
    )]
    [InlineData(
        "partials/timeline",
        "(shipped theme)/partials/timeline.sbn-html: a template; when it changes, every page of these kinds is "
            + "rendered again: article\n"
    )]
    [InlineData("templates/README.md", "'templates/README.md' is not a page of this site")]
    public void What_is_no_article_is_explained_too(string name, string expected)
    {
        using var site = News()
            .Article("news/b.md", "Another", "2020-01-03", "tags: [One]")
            .Write("content/_index.md", "---\ntitle: Front\n---\n\nWelcome.\n")
            .Write("content/news/_index.md", "---\ntitle: The news\n---\n\nAll of it.\n")
            .Write("content/_tags/one.md", "---\ntitle: One\n---\n\nThe first.\n")
            .Write("content/_assets/logo.svg", "<svg/>")
            .Write("templates/style.css", "p {}")
            .Write("templates/README.md", "Notes.");
        File.SetLastWriteTimeUtc(
            site.PathOf("content/_assets/logo.svg"),
            new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc)
        );
        Thread.Sleep(50);
        CommandRun.Of("build", site.Root);

        Assert.StartsWith(
            expected,
            CommandRun.Of("build", site.Root, "--explain", name).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_changed_asset_is_explained_as_copied_and_a_feed_without_numbers_of_ticks()
    {
        using var site = News()
            .Write("content/_assets/logo.svg", "<svg/>")
            .Article("news/b.md", "Another", "2020-01-03", "updated: 2020-01-04 10:00");
        CommandRun.Of("build", site.Root);
        site.Write("content/_assets/logo.svg", "<svg></svg>");

        Assert.StartsWith(
            "assets/logo.svg: copied: content/_assets/logo.svg is new or was changed",
            CommandRun.Of("build", site.Root, "--explain", "assets/logo.svg").Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "updated: 2020-01-04T10:00+00:00\n",
            CommandRun.Of("build", site.Root, "--explain", "feed.xml").Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_refused_output_folder_is_told_before_the_archive_is_read_and_without_counts()
    {
        using var site = News().Write("content/news/broken.md", "").Write("public/mine.txt", "Mine.");

        var run = CommandRun.Of("build", site.Root);

        Assert.Equal((1, "Nothing was built: 1 error, 0 warnings\n"), (run.Status, run.Output));
        Assert.StartsWith("public: error SN5102:", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("broken.md", run.Error, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(CommandRun.Of("build", site.Root, "--format", "json").Output);
        Assert.False(json.RootElement.GetProperty("built").GetBoolean());
    }

    [Fact]
    public void A_folder_that_is_no_site_stays_as_it_is()
    {
        using var folder = new TemporaryFolder();

        var missing = CommandRun.Of("build", folder.At("nowhere"));
        var empty = CommandRun.Of("build", folder.Path);

        Assert.Equal(2, missing.Status);
        Assert.Contains("there is no folder", missing.Error, StringComparison.Ordinal);
        Assert.Equal(1, empty.Status);
        Assert.Contains("site.yml: error SN4000:", empty.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Fifty_diagnostics_are_shown_and_the_rest_is_counted()
    {
        using var site = News();
        for (var i = 0; i < 53; i++)
        {
            site.Write($"content/news/empty-{i:D2}.md", "");
        }

        var run = CommandRun.Of("build", site.Root);

        Assert.Equal(1, run.Status);
        Assert.Equal(50, run.ErrorLines.Count(line => line.Contains(": error SN", StringComparison.Ordinal)));
        Assert.Contains("… and 3 more; --format json lists all.\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("53 errors, 0 warnings;", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_template_is_named_as_an_editor_finds_it()
    {
        using var site = News()
            .Write("templates/article.sbn-html", "{{ include 'partials/head' }}")
            .Write("templates/partials/head.sbn-html", "x\n{{ titel.foo }}");

        Assert.Contains(
            "templates/partials/head.sbn-html:2:4: error SN3102:",
            CommandRun.Of("build", site.Root).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void One_build_names_all_mistakes_of_all_templates_each_once()
    {
        using var site = TestSite
            .Plain()
            .Article("a.md", "A", "2024-01-01")
            .Write(
                "templates/article.sbn-html",
                "{{ include 'partials/own' }}\n{{ article.titel }}\n{{ include 'partials/gone' }}"
            )
            .Write("templates/front.sbn-html", "{{ include 'partials/own' }}{{ page.titel }}")
            .Write("templates/tag.sbn-html", "{{ include 'partials/own' }}\n{{ for }}x{{ end }}")
            .Write(
                "templates/section.sbn-html",
                "{{ words = 1 }}{{ include 'partials/own' }}{{ 'x' | date.to_string '%F' }}"
            )
            .Write("templates/partials/own.sbn-html", "{{ kept = 1 }}\n{{ 'a' | math.round }}");

        var error = CommandRun.Of("build", site.Root).Error;

        string[] expected =
        [
            "templates/article.sbn-html:2:12: error SN3101: ",
            "templates/article.sbn-html:3:12: error SN3106: ",
            "templates/front.sbn-html:1:37: error SN3101: ",
            "templates/partials/own.sbn-html:2:4: error SN3105: ",
            "templates/section.sbn-html:1:47: error SN3105: ",
            "templates/tag.sbn-html:2:8: error SN3001: ",
            "templates/section.sbn-html:1:4: warning SN3140: ",
        ];
        Assert.Equal(
            expected,
            error
                .Split('\n')
                .Where(line => line.Contains(" SN3", StringComparison.Ordinal))
                .Select(line => line[..(line.IndexOf(" SN3", StringComparison.Ordinal) + 9)])
        );
    }

    [Fact]
    public void A_mistake_of_a_page_that_another_page_includes_is_told_once()
    {
        using var site = TestSite
            .Plain()
            .Article("a.md", "A", "2024-01-01")
            .Write("templates/tags.sbn-html", "{{ lost = 1 }}{{ site.titel }}")
            .Write("templates/authors.sbn-html", "{{ include 'tags' }}");

        var error = CommandRun.Of("build", site.Root).Error;

        Assert.Equal(2, error.Split("templates/tags.sbn-html:1:23: error SN3101:").Length);
        Assert.Equal(2, error.Split("templates/tags.sbn-html:1:4: warning SN3140:").Length);
    }

    [Fact]
    public void A_variable_of_an_include_is_unused_only_if_no_page_uses_it()
    {
        using var site = TestSite
            .Plain()
            .Write("templates/article.sbn-html", "{{ include 'partials/own' }}{{ kept }}")
            .Write("templates/front.sbn-html", "{{ include 'partials/own' }}")
            .Write("templates/partials/own.sbn-html", "{{ kept = 1 }}{{ lost = 1 }}");

        var error = CommandRun.Of("build", site.Root).Error;

        Assert.Contains("templates/partials/own.sbn-html:1:18: warning SN3140:", error, StringComparison.Ordinal);
        Assert.DoesNotContain("'kept'", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shipped_theme_compiles_without_a_word()
    {
        var files = new ThemeFiles([]);
        Assert.Empty(StaticNews.Pages.Theme.Compile(files, files.PathOf, files.IsBuiltIn, TestSite.Now).Diagnostics);
    }

    [Fact]
    public void A_mistake_in_a_shipped_template_is_named_as_shipped()
    {
        var files = new ThemeFiles([new StaticNews.Text.SourceText("templates/article.sbn-html", "x")]);

        Assert.Equal("templates/article.sbn-html", files.PathOf("article.sbn-html"));
        Assert.Equal("templates/article.sbn-html", files.PathOf("article"));
        Assert.Equal("(shipped theme)/partials/head.sbn-html", files.PathOf("partials/head"));
        Assert.Equal("eval", files.PathOf("eval"));
    }

    [Fact]
    public void A_stopped_build_says_so_and_leaves_the_site()
    {
        using var site = News();
        CommandRun.Of("build", site.Root);
        var before = site.Snapshot();
        site.Article("news/b.md", "Another", "2020-02-02");
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        var run = CommandRun.With([], stop.Token, "build", site.Root);

        Assert.Equal(130, run.Status);
        Assert.StartsWith("Stopped.", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, site.Snapshot());
        Assert.Equal(0, CommandRun.Of("build", site.Root).Status);
    }

    private static TestSite News() => TestSite.Plain().Article("news/a.md", "The first", "2020-01-01");
}
