using StaticNews.Tests.Building;

namespace StaticNews.Tests.Cli;

public sealed class RelatedCommandTests
{
    [Theory]
    [InlineData("news/a.md")]
    [InlineData("content/news/a.md")]
    [InlineData("./news/a.md")]
    public void An_articles_list_is_shown_with_scores_and_reasons(string file)
    {
        using var site = News();

        var run = CommandRun.Of("related", file, "--site", site.Root);

        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.StartsWith("Flood in the north (news/a.md)\n", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^\s*\d+\.\d{3}  Flood in the south \(news/b\.md\)$", run.Output);
        Assert.Matches(@"(?m)^\s+\d+\.\d{3}  tag Rivers", run.Output);
        Assert.False(Directory.Exists(site.Output));
    }

    [Fact]
    public void A_file_is_found_by_its_whole_path()
    {
        using var site = News();

        Assert.Equal(0, CommandRun.Of("related", site.PathOf("content/news/a.md"), "--site", site.Root).Status);
    }

    [Fact]
    public void A_file_that_is_no_article_is_refused()
    {
        using var site = News().Write("content/news/broken.md", "no front matter");

        var unknown = CommandRun.Of("related", "news/none.md", "--site", site.Root);
        var broken = CommandRun.Of("related", site.PathOf("content/news/broken.md"), "--site", site.Root);

        Assert.Equal(2, unknown.Status);
        Assert.Contains("'news/none.md' is not an article of this site", unknown.Error, StringComparison.Ordinal);
        Assert.Equal(1, broken.Status);
        Assert.Contains("content/news/broken.md:1:1: error SN1", broken.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_wrong_usage() =>
        Assert.Equal(
            2,
            CommandRun
                .Of("related", "a.md", "--site", Path.Combine(Path.GetTempPath(), "staticnews-no-such-folder"))
                .Status
        );

    private static TestSite News() =>
        TestSite
            .Plain()
            .Article("news/a.md", "Flood in the north", "2020-01-01", "tags: [Rivers]")
            .Article("news/b.md", "Flood in the south", "2020-01-02", "tags: [Rivers]");
}
