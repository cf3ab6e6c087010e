using System.Text.Json;
using StaticNews.Tests.Building;

namespace StaticNews.Tests.Cli;

public sealed class BuildTimingsTests
{
    private static readonly string[] Stages =
    [
        "configure",
        "open log",
        "compile templates",
        "discover",
        "load",
        "catalogue",
        "decode images",
        "plan",
        "open output",
        "count pages",
        "publish",
        "copy assets",
        "remove leftovers",
        "close",
    ];

    [Fact]
    public void The_summary_ends_with_a_row_for_each_stage()
    {
        using var site = News();

        var run = CommandRun.Of("build", site.Root, "--timings");

        Assert.Equal(0, run.Status);
        Assert.Empty(run.Error);
        Assert.Matches(@" MB\n\nstage +wall s  processor s  workers' s  allocated MB  peak MB\n", run.Output);
        Assert.All(
            [.. Stages, "all"],
            stage => Assert.Matches($@"\n{stage} +\d+\.\d\d\d +\d+\.\d\d\d +[\d,]+ +[\d,]+\n", run.Output)
        );
        Assert.All(
            ["read", "parse", "remember", "keys", "models", "bodies", "templates", "feeds and maps", "write"],
            work => Assert.Matches($@"\n  {work} +\d+\.\d\d\d\n", run.Output)
        );
        Assert.Matches(
            @"\ncollections: \d+ of generation 0, \d+ of generation 1, \d+ of generation 2; \d+\.\d\d\d s of pauses; [\d,]+ MB allocated\n$",
            run.Output
        );
    }

    [Fact]
    public void Articles_are_named_by_source_and_templates_by_name()
    {
        using var site = News();

        var output = CommandRun.Of("build", site.Root, "--timings").Output;

        Assert.Matches(
            @"\n +ms +load +body +template  slowest articles\n( *[\d,]+\.\d){4}  content/news/[ab]\.md\n( *[\d,]+\.\d){4}  content/news/[ab]\.md\n\n",
            output
        );
        Assert.Matches(@"\ntemplate +pages +ms +slowest  which page\n", output);
        Assert.Matches(@"\narticle\.sbn-html +2 +[\d,]+\.\d +[\d,]+\.\d  news/2020/\d\d/[ab]\.html\n", output);
        Assert.Matches(@"\nfront\.sbn-html +1 +[\d,]+\.\d +[\d,]+\.\d  index\.html\n", output);
    }

    [Fact]
    public void What_was_reused_took_no_time_to_render()
    {
        using var site = News();
        CommandRun.Of("build", site.Root);

        var output = CommandRun.Of("build", site.Root, "--timings").Output;

        Assert.Matches(@"\n  keys +\d", output);
        Assert.DoesNotContain("\n  write ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("slowest articles", output, StringComparison.Ordinal);
        Assert.DoesNotContain(".sbn-html", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_the_same_as_one_member()
    {
        using var site = News();

        using var json = JsonDocument.Parse(CommandRun.Of("build", site.Root, "--timings", "--format", "json").Output);

        var timings = json.RootElement.GetProperty("timings");
        Assert.Equal(
            Stages,
            timings.GetProperty("stages").EnumerateArray().Select(stage => stage.GetProperty("stage").GetString())
        );
        Assert.True(
            timings.GetProperty("stages").EnumerateArray().Sum(stage => stage.GetProperty("wall_seconds").GetDouble())
                > 0
        );
        Assert.True(
            timings
                .GetProperty("stages")
                .EnumerateArray()
                .Sum(stage => stage.GetProperty("processor_seconds").GetDouble()) > 0
        );
        var load = timings.GetProperty("stages")[Array.IndexOf(Stages, "load")];
        Assert.Contains(
            load.GetProperty("work").EnumerateArray(),
            work =>
                work.GetProperty("work").GetString() == "parse" && work.GetProperty("worker_seconds").GetDouble() > 0
        );
        Assert.Empty(timings.GetProperty("stages")[0].GetProperty("work").EnumerateArray());
        var articles = timings.GetProperty("slowest_articles").EnumerateArray().ToList();
        Assert.Equal(
            ["content/news/a.md", "content/news/b.md"],
            articles.Select(article => article.GetProperty("path").GetString()).Order(StringComparer.Ordinal)
        );
        Assert.All(
            articles,
            article =>
                Assert.True(
                    article.GetProperty("milliseconds").GetDouble()
                        >= article.GetProperty("body_milliseconds").GetDouble()
                )
        );
        var template = Assert.Single(
            timings.GetProperty("templates").EnumerateArray(),
            template => template.GetProperty("template").GetString() == "article.sbn-html"
        );
        Assert.Equal(2, template.GetProperty("pages").GetInt32());
        Assert.True(
            template.GetProperty("milliseconds").GetDouble() >= template.GetProperty("slowest_milliseconds").GetDouble()
        );
        Assert.EndsWith(".html", template.GetProperty("slowest_page").GetString(), StringComparison.Ordinal);
        Assert.Equal(3, timings.GetProperty("collections").GetArrayLength());
        Assert.True(timings.GetProperty("allocated_bytes").GetInt64() > 0);
        Assert.True(timings.GetProperty("pause_seconds").GetDouble() >= 0);
    }

    [Fact]
    public void Nobody_is_told_who_did_not_ask()
    {
        using var site = News();

        Assert.DoesNotContain("stage", CommandRun.Of("build", site.Root, "--clean").Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(CommandRun.Of("build", site.Root, "--clean", "--format", "json").Output);
        Assert.False(json.RootElement.TryGetProperty("timings", out _));
    }

    [Fact]
    public void A_build_that_was_refused_has_no_timings()
    {
        using var site = News().Write("templates/article.sbn-html", "{{ titel }}");

        Assert.Matches(@"^Nothing was built: .*\n$", CommandRun.Of("build", site.Root, "--timings").Output);
        using var json = JsonDocument.Parse(CommandRun.Of("build", site.Root, "--timings", "--format", "json").Output);
        Assert.False(json.RootElement.TryGetProperty("timings", out _));
    }

    [Fact]
    public void Timings_change_no_byte()
    {
        using var site = News();
        CommandRun.Of("build", site.Root, "-o", site.PathOf("plain"));
        CommandRun.Of("build", site.Root, "-o", site.PathOf("timed"), "--timings");

        Assert.Equal(site.Snapshot(site.PathOf("plain")), site.Snapshot(site.PathOf("timed")));
    }

    private static TestSite News() =>
        TestSite.Plain().Article("news/a.md", "The first", "2020-01-01").Article("news/b.md", "Another", "2020-02-02");
}
