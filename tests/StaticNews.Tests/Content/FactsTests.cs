using System.Buffers;
using StaticNews.Building;
using StaticNews.Compact;
using StaticNews.Content;
using StaticNews.Content.Facts;
using StaticNews.Diagnostics;
using StaticNews.FileSystem;
using StaticNews.Text;

namespace StaticNews.Tests.Content;

public sealed class FactsTests
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public static TheoryData<string> Archives =>
        [
            Repository.Path(),
            .. Directory
                .GetDirectories(Repository.Path("tests", "StaticNews.Tests", "Sites"))
                .Where(folder =>
                    !folder.EndsWith("a-misspelt-setting-is-reported-at-its-line", StringComparison.Ordinal)
                )
                .Select(folder => Path.Join(folder, "site")),
        ];

    [Fact]
    public void Every_property_of_a_summary_comes_back()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var summary = new RandomRecord(seed).Of<ArticleSummary>();
            Assert.Equal(
                RandomRecord.Print(summary),
                RandomRecord.Print(AfterStorage(new LoadedSummary(SourceState.Article, summary, []))!.Summary)
            );
        }
    }

    [Fact]
    public void Every_property_of_a_diagnostic_comes_back()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var diagnostics = new RandomRecord(seed).Of<IReadOnlyList<Diagnostic>>();
            Assert.Equal(
                diagnostics,
                AfterStorage(new LoadedSummary(SourceState.Failed, null, diagnostics))!.Diagnostics
            );
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void Any_priority_comes_back(int priority)
    {
        var summary = new RandomRecord(1).Of<ArticleSummary>() with { Priority = priority };
        Assert.Equal(priority, AfterStorage(new LoadedSummary(SourceState.Article, summary, []))!.Summary!.Priority);
    }

    [Theory]
    [MemberData(nameof(Archives))]
    public void Every_article_of_an_archive_comes_back_with_what_was_said_of_it(string site)
    {
        var options = new BuildOptions { Site = site, AsOf = default };
        var config = ConfigLoader.ReadConfig(options, [])!;
        var tree = SourceTree.Discover(new LinkPolicy(site, FollowsOut: false));
        var reader = new SourceReader(options, config, tree);
        var articles = tree.Files.Where(file => file.Kind == SourceKind.Article).ToList();

        Assert.NotEmpty(articles);
        foreach (var file in articles)
        {
            var loaded = reader.ReadSummary(file);
            var stored = AfterStorage(loaded, file.Path)!;
            Assert.Equal(RandomRecord.Print(loaded.Summary), RandomRecord.Print(stored.Summary));
            Assert.Equal(loaded.Diagnostics, stored.Diagnostics);
        }
    }

    [Fact]
    public void Bytes_that_are_cut_off_are_told()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var bytes = Stored(
                    new LoadedSummary(SourceState.Article, new RandomRecord(seed).Of<ArticleSummary>(), []),
                    "a.md"
                )
                .ToArray();
            for (var length = 0; length < bytes.Length; length++)
            {
                Assert.Null(Read(bytes.AsSpan(0, length), "a.md", default));
            }

            Assert.Null(Read([.. bytes, 0], "a.md", default));
        }
    }

    [Fact]
    public void Damaged_bytes_never_throw()
    {
        var random = new Random(7);
        for (var seed = 0; seed < 500; seed++)
        {
            var bytes = Stored(
                    new LoadedSummary(SourceState.Article, new RandomRecord(seed).Of<ArticleSummary>(), []),
                    "a.md"
                )
                .ToArray();
            for (var i = 0; i < 20; i++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                _ = Read(bytes, "a.md", default);
            }
        }
    }

    [Fact]
    public void Half_a_surrogate_pair_is_not_stored()
    {
        var writer = new FactsWriter(_bytes, "content/a.md");
        writer.TextOrNull("whole 🌊", FactUse.LogOnly);
        Assert.True(writer.IsFaithful);
        writer.TextOrNull("half \ud83c", FactUse.LogOnly);
        Assert.False(writer.IsFaithful);
        Assert.True(new FactsWriter(_bytes, "content/b.md").IsFaithful);
    }

    [Fact]
    public void What_many_articles_name_is_one_string()
    {
        var summary = new RandomRecord(3).Of<ArticleSummary>() with
        {
            Tags = ["Floods"],
            Section = "world/us-news",
            Authors = [new Byline("Edith Lang")],
        };
        var names = new NamePool();
        var bytes = Stored(new LoadedSummary(SourceState.Article, summary, []), "a.md").ToArray();
        var (first, second) = (
            Read(bytes, "a.md", default, names)!.Summary!,
            Read(bytes, "a.md", default, names)!.Summary!
        );

        Assert.Same(first.Tags[0], second.Tags[0]);
        Assert.Same(first.Section, second.Section);
        Assert.Same(first.Authors, second.Authors);
    }

    private LoadedSummary? AfterStorage(LoadedSummary loaded, string path = "a.md")
    {
        path = loaded.Summary?.Path ?? path;
        return Read(Stored(loaded, path), path, loaded.Summary?.Content ?? default);
    }

    private ReadOnlySpan<byte> Stored(LoadedSummary loaded, string path)
    {
        var writer = new FactsWriter(_bytes, ArticleReader.ContentFolder + path);
        loaded.WriteTo(ref writer);
        Assert.True(writer.IsFaithful);
        return writer.Written;
    }

    private static LoadedSummary? Read(
        ReadOnlySpan<byte> bytes,
        string path,
        ContentHash content,
        NamePool? names = null
    )
    {
        var from = new FactsScanner(bytes, ArticleReader.ContentFolder + path, names ?? new NamePool());
        return LoadedSummary.ReadFrom(ref from, path, content);
    }
}
