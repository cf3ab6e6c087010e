using StaticNews.Benchmarks.Corpus;
using StaticNews.Tests.Building;
using StaticNews.Tests.Content;

namespace StaticNews.Tests.Benchmarks;

/// <summary>Figures can be compared only as long as the archive that they were measured on stays the same.</summary>
public sealed class ArchiveCorpusTests
{
    private const string DigestOfSeed1 = "3c17c42309c09104cb7a343ed9f24235adfe4aa6c11e5f31448928e198a16067";

    [Fact]
    public void The_same_seed_gives_the_same_bytes_on_every_machine() =>
        Assert.Equal(DigestOfSeed1, new ArchiveCorpus(1).Digest(500));

    [Fact]
    public void Another_seed_gives_another_archive() =>
        Assert.NotEqual(new ArchiveCorpus(2).Digest(20), new ArchiveCorpus(1).Digest(20));

    [Fact]
    public void A_small_archive_is_the_beginning_of_a_large_one()
    {
        using var small = new TemporaryFolder();
        using var large = new TemporaryFolder();
        CorpusWriter.Write(new ArchiveCorpus(3), 300, small.Path);
        CorpusWriter.Write(new ArchiveCorpus(3), 600, large.Path);

        var files = Directory.GetFiles(small.Path, "*", SearchOption.AllDirectories);
        Assert.Equal(300, files.Count(file => file.EndsWith(".md", StringComparison.Ordinal)));
        Assert.Equal(600, Directory.GetFiles(large.Path, "*.md", SearchOption.AllDirectories).Length);
        Assert.All(
            files,
            file =>
                Assert.Equal(
                    File.ReadAllBytes(file),
                    File.ReadAllBytes(large.At(Path.GetRelativePath(small.Path, file)))
                )
        );
    }

    [Fact]
    public void Articles_are_read_without_a_word_and_are_as_long_as_news_is()
    {
        var corpus = new ArchiveCorpus(1);
        foreach (var file in Enumerable.Range(0, 400).Select(corpus.Compose))
        {
            var loaded = Reading.Text(file.Text, file.Path);
            Assert.Empty(loaded.Diagnostics);
            var body = file.Text[loaded.Article!.Body.Start..];
            Assert.InRange(body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 350, 1_050);
            Assert.InRange(loaded.Article.Summary.Date.Year, 2005, 2025);
        }
    }

    [Fact]
    public void A_site_of_it_builds_without_a_warning_so_no_link_is_broken()
    {
        using var site = TestSite.WithConfig(
            $"""
            title: The Generated Times
            base_url: https://generated.example/
            time_zone: Etc/UTC
            sections:
            {ArchiveCorpus.SectionsYaml}
            """
        );
        CorpusWriter.Write(new ArchiveCorpus(1), 150, site.PathOf("content"));

        var report = site.Build();

        Assert.Equal(150, report.Articles);
        Assert.Empty(report.Diagnostics);
    }

    [Fact]
    public void A_few_tags_are_on_many_articles_and_many_tags_on_few()
    {
        var corpus = new ArchiveCorpus(1);
        var counts = Enumerable
            .Range(0, 1_000)
            .SelectMany(i => Reading.Text(corpus.Compose(i).Text).Article!.Summary.Tags)
            .CountBy(tag => tag, StringComparer.Ordinal)
            .Select(tag => tag.Value)
            .OrderDescending()
            .ToList();

        Assert.InRange(counts[0], 40, 400);
        Assert.InRange(counts[counts.Count / 2], 1, 5);
        Assert.InRange(counts.Count, 500, 2_600);
    }

    [Fact]
    public void All_sections_have_articles_and_bodies_hold_what_reports_hold()
    {
        var corpus = new ArchiveCorpus(1);
        var files = Enumerable.Range(0, 1_000).Select(corpus.Compose).ToList();

        Assert.All(
            ArchiveSection.All,
            section => Assert.Contains(files, file => file.Path.StartsWith(section.Id + "/2", StringComparison.Ordinal))
        );
        string[] marks =
        [
            "\n## ",
            "\n> ",
            "\n- ",
            "\n1. ",
            "\n| ",
            "**",
            "https://example.org/",
            ".md)",
            "\nimage:",
            "\nupdated:",
            "\ncorrections:",
            "\nseries:",
        ];
        Assert.All(
            marks,
            mark => Assert.InRange(files.Count(file => file.Text.Contains(mark, StringComparison.Ordinal)), 5, 995)
        );
        Assert.InRange(
            Enumerable.Range(0, 1_000).Count(i => corpus.FrameOf(i).Title.Any(c => c > 0x2FF && char.IsLetter(c))),
            5,
            60
        );
    }
}
