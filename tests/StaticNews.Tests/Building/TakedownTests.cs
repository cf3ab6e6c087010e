using StaticNews.Tests.Cli;

namespace StaticNews.Tests.Building;

/// <summary>
/// What is deleted, drafted or withdrawn goes while other articles are broken; of these, what was published stays.
/// </summary>
public sealed class TakedownTests : IDisposable
{
    private readonly TestSite _site = TestSite
        .Plain()
        .Article("world/gone.md", "Gone", "2014-05-01", "aliases: [/old/gone.html]\ntags: [Rain]")
        .Article("world/plan.md", "Plan", "2014-05-02")
        .Article("world/broken.md", "Broken", "2014-05-03", "aliases: [/old/broken.html]\ntags: [Wind]")
        .Article("world/good.md", "Good", "2014-05-04");

    public TakedownTests()
    {
        _site.Build();
        _site.Write("content/world/broken.md", "---\ntitle: [\n---\n\nText.\n");
    }

    public void Dispose() => _site.Dispose();

    [Fact]
    public void A_deleted_article_goes_with_all_its_files_and_a_broken_one_stays_with_all_of_its()
    {
        File.Delete(_site.PathOf("content/world/gone.md"));
        var report = _site.Build();

        Assert.True(report.Errors > 0);
        Assert.False(
            _site.Has("world/2014/05/gone.html")
                || _site.Has("lite/world/2014/05/gone.html")
                || _site.Has("old/gone.html")
                || _site.Has("tags/rain/index.html")
        );
        Assert.True(
            _site.Has("world/2014/05/broken.html")
                && _site.Has("lite/world/2014/05/broken.html")
                && _site.Has("old/broken.html")
        );
        Assert.Equal(
            ["lite/world/2014/05/broken.html", "old/broken.html", "world/2014/05/broken.html"],
            report.KeptFiles.Select(file => file.Path).Order(StringComparer.Ordinal)
        );
        Assert.All(report.KeptFiles, file => Assert.Equal("world/broken.md", file.Owner));
        Assert.DoesNotContain("Gone", _site.Read("world/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_has_become_a_draft_is_taken_down()
    {
        _site.Article("world/plan.md", "Plan", "2014-05-02", "draft: true");
        _site.Build();

        Assert.False(_site.Has("world/2014/05/plan.html"));
        Assert.True(_site.Has("world/2014/05/broken.html"));
    }

    [Fact]
    public void It_is_so_in_every_later_build_until_the_article_is_mended_or_deleted_itself()
    {
        File.Delete(_site.PathOf("content/world/gone.md"));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(3, _site.Build().KeptFiles.Count);
        }

        File.Delete(_site.PathOf("content/world/broken.md"));
        var report = _site.Build();
        Assert.Equal((0, 0), (report.Errors, report.KeptFiles.Count));
        Assert.False(_site.Has("world/2014/05/broken.html") || _site.Has("old/broken.html"));
    }

    [Fact]
    public void An_article_whose_file_was_moved_to_the_same_address_belongs_to_the_new_file()
    {
        using var site = TestSite.Plain().Article("world/a.md", "One", "2014-05-01", "slug: one");
        site.Build();
        File.Delete(site.PathOf("content/world/a.md"));
        site.Article("world/b.md", "One", "2014-05-01", "slug: one");
        site.Build();
        site.Write("content/world/b.md", "---\ntitle: [\n---\n");
        site.Build();

        Assert.True(site.Has("world/2014/05/one.html"));
    }

    [Fact]
    public void Compressed_copies_stay_with_their_page()
    {
        var page = string.Concat(Enumerable.Repeat("The river rose again and again. ", 60));
        using var site = TestSite
            .Plain()
            .Article("world/a.md", "One", "2014-05-01", body: page)
            .Article("world/b.md", "Two", "2014-05-01", body: page);
        site.Write("site.yml", File.ReadAllText(site.PathOf("site.yml")) + "\nprecompress: { gzip: true }\n");
        site.Build();
        site.Write("content/world/a.md", "---\ntitle: [\n---\n");
        File.Delete(site.PathOf("content/world/b.md"));
        site.Build();

        Assert.True(site.Has("world/2014/05/a.html") && site.Has("world/2014/05/a.html.gz"));
        Assert.False(site.Has("world/2014/05/b.html") || site.Has("world/2014/05/b.html.gz"));
    }

    [Fact]
    public void Where_nothing_can_be_read_nothing_is_removed()
    {
        Directory.Move(_site.PathOf("content"), _site.PathOf("elsewhere"));
        var before = _site.Snapshot();
        var report = _site.Build();

        Assert.True(report.Errors > 0);
        Assert.Empty(before.Keys.Except(_site.Snapshot().Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void The_summary_names_what_was_kept_and_why()
    {
        var run = CommandRun.Of("build", _site.Root);

        Assert.Equal(1, run.Status);
        Assert.Contains(
            "3 files of earlier builds kept, because the source has errors: content/world/broken.md\n",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\"source\": \"content/world/broken.md\"",
            CommandRun.Of("build", _site.Root, "--format", "json").Output,
            StringComparison.Ordinal
        );
    }
}
