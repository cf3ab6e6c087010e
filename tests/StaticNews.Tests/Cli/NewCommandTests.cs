using StaticNews.Tests.Building;

namespace StaticNews.Tests.Cli;

public sealed class NewCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_site_builds_at_once_without_a_word()
    {
        var site = NewSite();

        var run = CommandRun.Of("build", site, "--strict");

        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.StartsWith("1 article,", run.Output, StringComparison.Ordinal);
    }

    /// <summary>Each command that it prints is one that runs.</summary>
    [Fact]
    public void A_new_site_says_how_to_build_see_and_write()
    {
        var site = _folder.At("my paper");
        var lines = CommandRun.Of("new", "site", site).Output.Split('\n');

        var build = lines.Single(line => line.Contains("staticnews build", StringComparison.Ordinal));
        Assert.EndsWith($"staticnews build \"{site}\"", build, StringComparison.Ordinal);
        Assert.Contains(
            lines,
            line =>
                line.Contains("http.server", StringComparison.Ordinal)
                && line.Contains(Path.Combine(site, "public"), StringComparison.Ordinal)
        );
        Assert.Contains(
            lines,
            line =>
                line.EndsWith(
                    $"staticnews new article \"A headline\" --section news --site \"{site}\"",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(lines, line => line.Contains("README.md", StringComparison.Ordinal));
        Assert.Equal(0, CommandRun.Of("new", "article", "A headline", "--section", "news", "--site", site).Status);
        Assert.Equal(0, CommandRun.Of("build", site, "--strict").Status);
    }

    [Fact]
    public void A_folder_that_holds_something_is_left_alone()
    {
        _folder.Write("full/mine.txt", "mine");

        var run = CommandRun.Of("new", "site", _folder.At("full"));

        Assert.Equal(2, run.Status);
        Assert.Contains("is not an empty folder; nothing was written", run.Error, StringComparison.Ordinal);
        Assert.Equal([_folder.At("full", "mine.txt")], Directory.GetFileSystemEntries(_folder.At("full")));
    }

    [Theory]
    [InlineData("Flood: the \"river\" rises \\ again", "flood-the-river-rises-again")]
    [InlineData("# It's 100% {{ true }} 🎉", null)]
    [InlineData("two\nlines\tand a\u0085tab\u2028", null)]
    [InlineData("@mayor", "mayor")]
    [InlineData("@", "")]
    [InlineData("---", "")]
    [InlineData("🎉🎉", "")]
    [InlineData("", "")]
    [InlineData("../../etc/passwd", null)]
    [InlineData("北京 news", null)]
    public void Any_title_makes_an_article_that_builds_or_is_refused(string title, string? slug)
    {
        var site = NewSite();

        var run = CommandRun.Of("new", "article", title, "--site", site, "--section", "news");

        if (slug is "")
        {
            Assert.Equal((2, "staticnews: the title needs a letter or a digit.\n"), (run.Status, run.Error));
            return;
        }

        Assert.Equal((0, ""), (run.Status, run.Error));
        var path = run.Output.TrimEnd();
        Assert.Equal(Path.Combine(site, "content", "news"), Path.GetDirectoryName(path));
        Assert.True(slug is null || Path.GetFileName(path) == $"2026-01-01-{slug}.md", path);
        var build = CommandRun.Of("build", site, "--drafts", "--strict");
        Assert.Equal((0, ""), (build.Status, build.Error));
        Assert.StartsWith("2 articles,", build.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-5 degrees and falling", "5-degrees-and-falling")]
    [InlineData("--force was used", "force-was-used")]
    [InlineData("@mayor answers", "mayor-answers")]
    public void Behind_two_hyphens_a_title_may_begin_like_an_option(string title, string slug)
    {
        var run = CommandRun.Of("new", "article", "--site", NewSite(), "--", title);

        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Equal($"2026-01-01-{slug}.md", Path.GetFileName(run.Output.TrimEnd()));
    }

    [Fact]
    public void A_very_long_title_has_a_name_that_the_disk_takes()
    {
        var site = NewSite();

        var run = CommandRun.Of("new", "article", string.Concat(Enumerable.Repeat("long word ", 60)), "--site", site);

        Assert.Equal(0, run.Status);
        Assert.InRange(Path.GetFileName(run.Output.TrimEnd()).Length, 20, 255);
    }

    [Theory]
    [InlineData("2026-01-31", "2026-01-31T00:00:00-05:00")]
    [InlineData("2026-07-04", "2026-07-04T00:00:00-04:00")]
    [InlineData("2026-01-31T12:00:00Z", "2026-01-31T12:00:00+00:00")]
    [InlineData("2026-01-31T12:00:00+09:00", "2026-01-31T12:00:00+09:00")]
    [InlineData(null, "2025-12-31T19:00:00-05:00")]
    public void A_day_begins_in_the_sites_time_zone(string? date, string written)
    {
        var site = NewSite();
        File.WriteAllText(
            Path.Combine(site, "site.yml"),
            "title: T\nbase_url: https://test.example/\nlanguage: en\ntime_zone: America/New_York\n"
        );

        var run = CommandRun.Of([
            "new",
            "article",
            "Snow",
            "--site",
            site,
            .. date is null ? Array.Empty<string>() : ["--date", date],
        ]);

        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Equal($"{written[..10]}-snow.md", Path.GetFileName(run.Output.TrimEnd()));
        Assert.Contains($"\ndate: {written}\n", File.ReadAllText(run.Output.TrimEnd()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_whose_time_zone_nobody_can_read_is_not_begun()
    {
        var site = NewSite();
        File.WriteAllText(Path.Combine(site, "site.yml"), "title: [T\n");

        var run = CommandRun.Of("new", "article", "Snow", "--site", site);

        Assert.Equal((1, ""), (run.Status, run.Output));
        Assert.Contains("site.yml:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_is_never_overwritten()
    {
        var site = NewSite();
        var path = CommandRun.Of("new", "article", "Once", "--site", site).Output.TrimEnd();
        File.WriteAllText(path, "mine");

        var run = CommandRun.Of("new", "article", "Once", "--site", site);

        Assert.Equal(2, run.Status);
        Assert.Contains("already exists and was not changed", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(path));
    }

    [Theory]
    [InlineData("../../x")]
    [InlineData("news/../../x")]
    [InlineData("news//x")]
    [InlineData("_pages")]
    [InlineData("World News")]
    [InlineData("news\\x")]
    public void A_section_is_an_id_and_no_path(string section)
    {
        var site = NewSite();
        var before = Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories);

        var run = CommandRun.Of("new", "article", "Out", "--site", site, "--section", section);

        Assert.Equal(2, run.Status);
        Assert.Contains("is not a section id", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void An_article_needs_a_site()
    {
        var run = CommandRun.Of("new", "article", "Lost", "--site", _folder.Path);

        Assert.Equal(2, run.Status);
        Assert.Contains("there is no site.yml", run.Error, StringComparison.Ordinal);
    }

    private string NewSite()
    {
        Assert.Equal(0, CommandRun.Of("new", "site", _folder.At("site")).Status);
        return _folder.At("site");
    }
}
