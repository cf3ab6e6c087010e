using StaticNews.Tests.Building;
using StaticNews.Tests.Output;

namespace StaticNews.Tests.Hostile;

/// <summary>
/// Output folders that are not ours, disks that are full, and builds in which something is wrong: nothing is lost.
/// </summary>
public sealed class BadPlaceTests : IDisposable
{
    private readonly HostileArchive _archive = new();

    private TestSite Site => _archive.Site;

    public void Dispose() => _archive.Dispose();

    [Theory]
    [InlineData("content")]
    [InlineData("content/news")]
    [InlineData("templates")]
    [InlineData(".")]
    [InlineData("..")]
    public void An_output_folder_among_or_around_the_sources_is_refused(string folder)
    {
        var output = Path.GetFullPath(Path.Combine(Site.Root, folder));
        var before = Entries();
        var report = Site.Build(options => options with { Output = output });

        Assert.Equal(["SN5101"], report.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal(folder == ".." ? output : folder, report.Diagnostics[0].At.Path);
        Assert.Equal(0, report.Written);
        Assert.Equal(before, Entries());
    }

    [Fact]
    public void An_output_folder_with_someones_files_is_refused_and_left_as_it_is()
    {
        Site.Write("public/thesis.txt", "Three years of work.").Write("public/index.html", "Mine.");
        var report = Site.Build();

        Assert.Equal(["SN5102"], report.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal(["index.html", "thesis.txt"], Site.Snapshot().Keys);
        Assert.Equal("Mine.", Site.Read("index.html"));
    }

    [Fact]
    public void Someones_file_that_comes_later_stays_and_one_in_the_way_of_a_page_is_told()
    {
        _archive.Build();
        Site.Write("public/notes.txt", "Mine.")
            .Write("public/news/2010/01/late.html", "Mine, too.")
            .Article("news/late.md", "Late", "2010-01-02");
        var report = Site.Build();

        Assert.Equal(
            ["news/late.md:0:0 SN5104"],
            TestSite.Codes(report).Select(line => line[(line.IndexOf("news/", StringComparison.Ordinal))..])
        );
        Assert.Equal("Mine.", Site.Read("notes.txt"));
        Assert.Equal("Mine, too.", Site.Read("news/2010/01/late.html"));
    }

    [Fact]
    public void An_article_that_becomes_broken_keeps_its_page_and_one_that_is_deleted_loses_its()
    {
        Site.Article("news/bad.md", "Once good", "2010-01-02").Article("news/gone.md", "To be deleted", "2010-01-03");
        _archive.Build();
        var page = _archive.BadPage;
        File.Delete(Site.PathOf("content/news/gone.md"));
        Site.Write("content/news/bad.md", "---\ntitle: [broken\n---\n");
        var broken = _archive.Build();

        Assert.Equal(["content/news/bad.md:2:8 SN1101", "content/news/gone.md:0:0 SN2021"], TestSite.Codes(broken));
        Assert.Equal(2, broken.Removed);
        Assert.Equal(page, _archive.BadPage);
        Assert.False(Site.Has("news/2010/01/gone.html"));

        Site.Article("news/bad.md", "Good again", "2010-01-02");
        var mended = _archive.Build();

        Assert.Equal(["content/news/gone.md:0:0 SN2021"], TestSite.Codes(mended));
        Assert.Equal(0, mended.Removed);
        Assert.Contains("Good again", _archive.BadPage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_retracted_article_stays_as_a_notice_and_in_no_list()
    {
        Site.Article("news/bad.md", "The wrong report", "2010-01-02");
        _archive.Build();
        Site.Article(
            "news/bad.md",
            "The wrong report",
            "2010-01-02",
            "status: retracted\nstatus_reason: It was not so."
        );
        _archive.Build();

        Assert.Contains("It was not so.", _archive.BadPage, StringComparison.Ordinal);
        Assert.Contains("It was not so.", Site.Read("lite/news/2010/01/bad.html"), StringComparison.Ordinal);
        Assert.All(
            Site.Snapshot().Keys.Where(path => path is not ("news/2010/01/bad.html" or "lite/news/2010/01/bad.html")),
            path => Assert.DoesNotContain("The wrong report", Site.Read(path), StringComparison.Ordinal)
        );
    }

    [SmallDiskFact]
    public void On_a_full_disk_the_build_says_so_once_and_what_was_published_stays()
    {
        Directory.CreateDirectory(Site.Output);
        Shell.Run("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", Site.Output);
        try
        {
            _archive.Build();
            var before = Site.Snapshot();
            for (var i = 0; i < 150; i++)
            {
                Site.Article(
                    $"news/more-{i}.md",
                    $"More {i}",
                    $"2011-02-{1 + (i % 28):00}",
                    body: new string('x', 3000)
                );
            }

            var report = Site.Build();

            Assert.Equal(["SN5107"], report.Diagnostics.Select(diagnostic => diagnostic.Code));
            Assert.Equal(0, report.Removed);
            Assert.Empty(before.Keys.Except(Site.Snapshot().Keys));
            Assert.Empty(SiteInspection.ParseErrors(Site.Output));
        }
        finally
        {
            Shell.Run("umount", Site.Output);
        }

        _archive.Build();
        Assert.True(Site.Has("news/2011/02/more-149.html"));
    }

    private List<string> Entries() =>
        [
            .. Directory
                .GetFileSystemEntries(Path.GetDirectoryName(Site.Root)!, "*", SearchOption.AllDirectories)
                .Where(path => !path.Contains(".staticnews", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
}
