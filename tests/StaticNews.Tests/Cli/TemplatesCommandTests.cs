using System.Text.Json;
using StaticNews.Building;
using StaticNews.Tests.Building;

namespace StaticNews.Tests.Cli;

public sealed class TemplatesCommandTests
{
    [Fact]
    public void The_list_says_where_each_file_comes_from_and_what_uses_it()
    {
        using var site = News()
            .Write("templates/partials/pager.sbn-html", "{{ include 'partials/mine' }}")
            .Write("templates/partials/mine.sbn-html", "mine")
            .Write("templates/artcle.sbn-html", "slip");

        var run = CommandRun.Of("templates", "list", site.Root);

        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Contains("name file used by\n", Squeezed(run.Output), StringComparison.Ordinal);
        Assert.Contains("\narticle.sbn-html built in page article\n", Squeezed(run.Output), StringComparison.Ordinal);
        Assert.Contains(
            "\ntags.sbn-html built in page tags; authors\n",
            Squeezed(run.Output),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\nstyle.css built in every page, in site.style\n",
            Squeezed(run.Output),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\npartials/pager.sbn-html templates/partials/pager.sbn-html (replaces the built-in one) "
                + "partials/list, series\n",
            Squeezed(run.Output),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\npartials/mine.sbn-html templates/partials/mine.sbn-html partials/pager\n",
            Squeezed(run.Output),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\nartcle.sbn-html templates/artcle.sbn-html nothing; did you mean 'article.sbn-html'?\n",
            Squeezed(run.Output),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_list_is_json_for_scripts()
    {
        using var site = News().Write("templates/partials/pager.sbn-html", "").Write("templates/old/card.sbn-html", "");

        using var json = JsonDocument.Parse(CommandRun.Of("templates", "list", site.Root, "--format", "json").Output);

        var files = json
            .RootElement.GetProperty("templates")
            .EnumerateArray()
            .ToDictionary(file => file.GetProperty("name").GetString()!);
        var pager = files["partials/pager.sbn-html"];
        Assert.Equal("site", pager.GetProperty("origin").GetString());
        Assert.True(pager.GetProperty("replaces_built_in").GetBoolean());
        Assert.Equal("templates/partials/pager.sbn-html", pager.GetProperty("path").GetString());
        Assert.Equal(["partials/list.sbn-html", "series.sbn-html"], Texts(pager, "included_by"));
        Assert.Equal(["section", "tag", "author", "series", "event"], Texts(pager, "pages"));
        Assert.True(pager.GetProperty("used").GetBoolean());
        var month = files["month.sbn-html"];
        Assert.Equal(
            ("built-in", JsonValueKind.Null, "month"),
            (
                month.GetProperty("origin").GetString(),
                month.GetProperty("path").ValueKind,
                month.GetProperty("page").GetString()
            )
        );
        Assert.Equal(
            [
                "partials/calendar.sbn-html",
                "partials/foot.sbn-html",
                "partials/head.sbn-html",
                "partials/interface.sbn-html",
                "partials/teaser.sbn-html",
                "partials/turn.sbn-html",
            ],
            Texts(month, "includes")
        );
        Assert.False(files["old/card.sbn-html"].GetProperty("used").GetBoolean());
        Assert.Equal("partials/card.sbn-html", files["old/card.sbn-html"].GetProperty("did_you_mean").GetString());
    }

    [Fact]
    public void Every_built_in_file_is_used()
    {
        using var site = News();

        using var json = JsonDocument.Parse(CommandRun.Of("templates", "list", site.Root, "--format", "json").Output);

        Assert.All(
            json.RootElement.GetProperty("templates").EnumerateArray(),
            file => Assert.True(file.GetProperty("used").GetBoolean(), file.ToString())
        );
        Assert.DoesNotContain("README.md", new ThemeFiles([]).Names);
    }

    [Fact]
    public void Every_file_can_be_ejected_and_nothing_changes()
    {
        using var site = News().Article("news/b.md", "Another", "2020-02-02", "series: Two\ntags: [One]");
        CommandRun.Of("build", site.Root);
        var before = site.Snapshot();
        var names = new ThemeFiles([]).ShippedNames;

        var run = CommandRun.Of(["templates", "eject", .. names, "--site", site.Root]);

        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Equal(
            names.Select(name => site.PathOf("templates/" + name)),
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
        Assert.All(
            names,
            name =>
                Assert.Equal(
                    File.ReadAllBytes(Repository.Path("templates", name)),
                    File.ReadAllBytes(site.PathOf("templates/" + name))
                )
        );
        var build = CommandRun.Of("build", site.Root, "--clean", "--strict");
        Assert.Equal((0, ""), (build.Status, build.Error));
        Assert.Contains("\n0 files written,", build.Output, StringComparison.Ordinal);
        Assert.Equal(before, site.Snapshot());
    }

    [Theory]
    [InlineData("article", "templates/article.sbn-html")]
    [InlineData("partials/card", "templates/partials/card.sbn-html")]
    [InlineData("partials/card.sbn-html", "templates/partials/card.sbn-html")]
    [InlineData("style.css", "templates/style.css")]
    public void A_file_is_ejected_by_the_name_that_an_include_would_use(string name, string path)
    {
        using var site = News();

        Assert.Equal(
            new CommandRun(0, site.PathOf(path) + "\n", ""),
            CommandRun.Of("templates", "eject", name, "--site", site.Root)
        );

        Assert.True(File.Exists(site.PathOf(path)));
    }

    [Theory]
    [InlineData("artcle", "'artcle' is not a built-in template; did you mean 'article.sbn-html'?")]
    [InlineData("card", "'card' is not a built-in template; did you mean 'partials/card.sbn-html'?")]
    [InlineData("crad", "'crad' is not a built-in template; did you mean 'partials/card.sbn-html'?")]
    [InlineData("article.html", "did you mean 'article.sbn-html'?")]
    [InlineData("../site.yml", "'../site.yml' is not a built-in template; 'staticnews templates list' lists them all.")]
    [InlineData("/etc/passwd", "is not a built-in template")]
    [InlineData("partials/../article.sbn-html", "did you mean 'article.sbn-html'?")]
    [InlineData("README.md", "is not a built-in template")]
    public void What_is_no_built_in_file_is_refused_and_nothing_written(string name, string message)
    {
        using var site = News();

        var run = CommandRun.Of("templates", "eject", "front", name, "--site", site.Root);

        Assert.Equal((2, ""), (run.Status, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(site.PathOf("templates")));
    }

    [Fact]
    public void A_file_that_exists_is_not_touched_nor_its_company_written()
    {
        using var site = News().Write("templates/article.sbn-html", "mine");

        var run = CommandRun.Of("templates", "eject", "front", "article", "--site", site.Root);

        Assert.Equal((2, ""), (run.Status, run.Output));
        Assert.Equal(
            $"staticnews: '{site.PathOf("templates/article.sbn-html")}' already exists and was not changed.\n",
            run.Error
        );
        Assert.Equal("mine", File.ReadAllText(site.PathOf("templates/article.sbn-html")));
        Assert.False(File.Exists(site.PathOf("templates/front.sbn-html")));
    }

    [Fact]
    public void Nothing_is_written_through_a_link_that_leads_out()
    {
        using var site = News().Write("templates/front.sbn-html", "");
        using var elsewhere = new TemporaryFolder();
        Directory.CreateSymbolicLink(site.PathOf("templates/partials"), elsewhere.Path);

        var run = CommandRun.Of("templates", "eject", "partials/card", "--site", site.Root);

        Assert.Equal(2, run.Status);
        Assert.Contains("contains a symbolic link", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(elsewhere.Path));
    }

    [Fact]
    public void Templates_are_ejected_into_sites_only()
    {
        using var folder = new TemporaryFolder();

        var run = CommandRun.Of("templates", "eject", "article", "--site", folder.Path);

        Assert.Equal(2, run.Status);
        Assert.Contains("there is no site.yml", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_template_that_no_page_uses_is_a_warning()
    {
        using var site = News()
            .Write("templates/artcle.sbn-html", "slip")
            .Write("templates/partials/foot.sbn-html", "</html>")
            .Write("templates/old/thing.sbn-html", "")
            .Write("templates/README.md", "Notes of ours.");

        var report = site.Build();

        Assert.Equal(
            ["templates/artcle.sbn-html:0:0 SN3501", "templates/old/thing.sbn-html:0:0 SN3501"],
            TestSite.Codes(report)
        );
        Assert.Equal("Did you mean 'templates/article.sbn-html'?", report.Diagnostics[0].Hint);
        Assert.Contains("templates list", report.Diagnostics[1].Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_template_of_a_page_is_a_warning()
    {
        using var site = News()
            .Write("templates/article.sbn-html", " \n\n")
            .Write("templates/partials/foot.sbn-html", "");

        var report = site.Build();

        Assert.Equal(["templates/article.sbn-html:0:0 SN3502"], TestSite.Codes(report));
        Assert.Contains("'article'", report.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    private static string Squeezed(string text) =>
        string.Join(
            '\n',
            text.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        );

    private static IEnumerable<string?> Texts(JsonElement file, string name) =>
        file.GetProperty(name).EnumerateArray().Select(text => text.GetString());

    private static TestSite News() => TestSite.Plain().Article("news/a.md", "The first", "2020-01-01");
}
