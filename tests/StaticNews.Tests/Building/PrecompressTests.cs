using StaticNews.Output;
using StaticNews.Tests.Cli;
using StaticNews.Tests.Output;

namespace StaticNews.Tests.Building;

/// <summary>
/// Compressed copies beside the files of the site: which there are, what they hold, and that an incremental build
/// leaves those of a clean one.
/// </summary>
public sealed class PrecompressTests : IDisposable
{
    private const string Head = "title: The Test\nbase_url: https://test.example/\nlanguage: en\ntime_zone: Etc/UTC\n";
    private const string All = "precompress: { gzip: true, brotli: true, zstd: true }";

    private static readonly string[] Endings = [".gz", ".br", ".zst"];

    private readonly TestSite _site = TestSite.WithConfig($"{Head}{All}\n");

    public PrecompressTests()
    {
        for (var i = 1; i < 6; i++)
        {
            _site.Article($"news/story-{i}.md", $"Story {i}", $"2020-01-0{i}", "tags: [Floods]");
        }

        _site.Write("content/_assets/data.json", string.Concat(Enumerable.Repeat("{\"a\": [1, 2, 3]}\n", 100)));
        _site.Write("content/_assets/small.txt", "too small to gain");
        _site.WriteBytes("content/_assets/noise.txt", Noise(4_000));
        _site.WriteBytes("content/news/photo.jpg", new byte[4_000]);
    }

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Every_text_has_its_copies_and_they_hold_it()
    {
        var report = _site.Build();

        Assert.Empty(report.Diagnostics);
        Assert.All(
            ["index.html", "feed.xml", "sitemap.xml", "news/2020/01/story-1.html", "assets/data.json"],
            path => Assert.True(Array.TrueForAll(Endings, ending => _site.Has(path + ending)), path)
        );
        Assert.DoesNotContain(
            Copies(),
            path =>
                path.StartsWith("assets/small", StringComparison.Ordinal)
                || path.StartsWith("assets/noise", StringComparison.Ordinal)
                || path.StartsWith("news/photo", StringComparison.Ordinal)
                || path.StartsWith('_')
        );
        foreach (var copy in Copies())
        {
            var (method, original) = CompressionMethods.OfCopy(copy)!.Value;
            Assert.Equal(Bytes(original), CompressorTests.Expand(method, Bytes(copy)));
        }

        Assert.Equal(Copies().Length, report.Compressed.Sum(method => method.Files));
        Assert.Equal(Copies().Sum(copy => (long)Bytes(copy).Length), report.Compressed.Sum(method => method.After));
        Assert.All(report.Compressed, method => Assert.InRange(method.After, 1, method.Before / 2));
    }

    [ToolFact("gzip", "brotli", "zstd")]
    public void Other_programs_can_read_them()
    {
        _site.Build();

        Assert.True(StaticNews.Tests.Output.Shell.TryRun("gzip", ["-t", .. PathsOf(".gz")]));
        Assert.True(StaticNews.Tests.Output.Shell.TryRun("brotli", ["-t", .. PathsOf(".br")]));
        Assert.True(StaticNews.Tests.Output.Shell.TryRun("zstd", ["-q", "-t", .. PathsOf(".zst")]));
    }

    [Fact]
    public void One_worker_or_many_make_the_same_bytes_and_a_second_build_writes_nothing()
    {
        _site.Build(options => options with { Jobs = 1 });
        var one = _site.Snapshot();
        var again = _site.Build(options => options with { Jobs = 8 });
        Assert.Equal((0, 0), (again.Rendered, again.Written));
        Assert.Equal(one, _site.Snapshot());

        var other = Path.Combine(_site.Root, "other");
        _site.Build(options => options with { Jobs = 8, Output = other });
        Assert.Equal(one, _site.Snapshot(other));

        var clean = _site.Build(options => options with { Clean = true });
        Assert.Equal((0, 0), (clean.Written, clean.Removed));
    }

    [SlowFact]
    public void An_incremental_build_leaves_the_copies_of_a_clean_one_after_every_change()
    {
        Action[] changes =
        [
            () => _site.Article("news/story-2.md", "Story 2, corrected", "2020-01-02", "tags: [Floods]"),
            () => File.Delete(_site.PathOf("content/news/story-4.md")),
            () => Config("precompress: { gzip: true }"),
            () => _site.Article("news/story-7.md", "Story 7", "2020-01-07", "aliases: [/old.html]"),
            () => Config(All + "\nbudgets: { article: 2 kB }"),
            () => _site.Write("content/_assets/data.json", "{}"),
            () => _site.WriteBytes("content/_assets/noise.txt", new byte[3_000]),
            () => Config(All),
            () => File.Delete(_site.PathOf("public/index.html.br")),
            () => File.WriteAllText(_site.PathOf("public/index.html.gz"), "damaged"),
            () => File.Delete(_site.PathOf(".staticnews/build.log")),
            () => Config("precompress: { brotli: true, zstd: false }\nbudgets: { article: 2 kB }"),
            () => _site.Write("content/news/story-1.html.br", "the site's own"),
            () => File.Delete(_site.PathOf("content/news/story-1.html.br")),
            () => Config(""),
        ];
        _site.Build();
        for (var step = 0; step < changes.Length; step++)
        {
            changes[step]();
            var report = _site.Build();
            var other = Path.Combine(_site.Root, $"clean-{step}");
            var clean = _site.Build(options => options with { Output = other, Clean = true });

            Assert.Equal(_site.Snapshot(other), _site.Snapshot());
            Assert.Equal(
                clean.Diagnostics.Select(problem => problem.Message),
                report.Diagnostics.Where(problem => problem.Code != "SN2021").Select(problem => problem.Message)
            );
            Assert.Equal(clean.Compressed, report.Compressed);
            Assert.Equal(clean.Weights?.Kinds, report.Weights?.Kinds);
        }

        Assert.Empty(Copies());
    }

    [Fact]
    public void What_saves_too_little_is_not_tried_again()
    {
        _site.Build();
        Assert.Contains(
            "assets/noise.txt.br: not made: it would save less than a tenth",
            Explain("assets/noise.txt.br"),
            StringComparison.Ordinal
        );
        var log = new FileInfo(_site.PathOf(".staticnews/build.log")).Length;
        Assert.Equal(0, _site.Build().Written);
        Assert.Equal(log, new FileInfo(_site.PathOf(".staticnews/build.log")).Length);
    }

    [Fact]
    public void Copies_that_are_not_asked_for_any_more_go_even_where_another_article_has_errors()
    {
        _site.Build();
        Config("");
        _site.Article("news/story-1.md", "Another title", "2020-01-01");
        _site.Write("content/news/broken.md", "no front matter");
        var report = _site.Build();

        Assert.NotEqual(0, report.Errors);
        Assert.DoesNotContain("news/2020/01/story-1.html.br", Copies());
        Assert.DoesNotContain("assets/data.json.br", Copies());
    }

    [Fact]
    public void A_foreign_file_in_a_copys_place_stays_and_is_told_by_every_build()
    {
        _site.Build(options => options with { Output = Path.Combine(_site.Root, "elsewhere") });
        Config("");
        _site.Build();
        File.WriteAllText(_site.PathOf("public/index.html.gz"), "somebody's");
        Config(All);
        for (var i = 0; i < 2; i++)
        {
            var problem = Assert.Single(_site.Build().Diagnostics);
            Assert.Equal(("SN5104", "public/index.html.gz"), (problem.Code, problem.At.Path));
            Assert.Equal("somebody's", _site.Read("index.html.gz"));
        }
    }

    [Fact]
    public void The_sites_own_compressed_file_stands_in_place_of_ours()
    {
        _site.Build();
        _site.Write("content/_assets/data.json.gz", "made with care");
        _site.Article("news/old.md", "Old", "2020-01-09", "aliases: [/index.html.br, /feed.xml.gz/]");
        _site.Write("content/news/feed.xml.br/map.svg", "<svg></svg>");
        var report = _site.Build();

        Assert.DoesNotContain(report.Diagnostics, problem => problem.Severity == StaticNews.Diagnostics.Severity.Error);
        Assert.Equal("made with care", _site.Read("assets/data.json.gz"));
        Assert.True(_site.Has("assets/data.json.br"));
        Assert.Contains(": content/_assets/data.json.gz ", Explain("assets/data.json.gz"), StringComparison.Ordinal);
        Assert.True(_site.Has("news/feed.xml.br/map.svg"));
        Assert.Equal(0, _site.Build().Written);
    }

    [Fact]
    public void A_copy_is_explained_by_its_original()
    {
        Assert.Contains(
            "index.html.br: made, unless it saves less than a tenth",
            Explain("index.html.br"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "index.html.br: kept until the content of index.html changes",
            Explain("public/index.html.br"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "not made: assets/small.txt has 17 bytes",
            Explain("assets/small.txt.gz"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "not made: news/photo.jpg is not a text",
            Explain("news/photo.jpg.gz"),
            StringComparison.Ordinal
        );
        File.Delete(_site.PathOf("public/index.html.br"));
        Assert.Contains(
            "index.html.br: made: there is no copy of index.html",
            Explain("index.html.br"),
            StringComparison.Ordinal
        );
        Config("");
        Assert.Contains(
            "index.html.zst: not made: site.yml does not ask for it (precompress.zstd)",
            Explain("index.html.zst"),
            StringComparison.Ordinal
        );
        Assert.Contains("'nope.html.br' is not a page", Explain("nope.html.br"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_counts_them_and_their_work_is_shown_by_itself()
    {
        var first = CommandRun.Of("build", _site.Root, "--timings", "--explain-change");
        Assert.Matches(@"\nbrotli: \d+ compressed files, [\d.]+ kB in [\d.]+ kB\n", first.Output);
        Assert.Matches(@"\n  compress +\d+\.\d\d\d\n", first.Output);
        Assert.Contains("\ncompressed copies (", first.Output, StringComparison.Ordinal);

        using var json = System.Text.Json.JsonDocument.Parse(
            CommandRun.Of("build", _site.Root, "--format", "json").Output
        );
        Assert.Equal(
            ["gzip", "brotli", "zstd"],
            json.RootElement.GetProperty("compressed")
                .EnumerateArray()
                .Select(row => row.GetProperty("method").GetString())
        );
    }

    [Fact]
    public void Where_copies_in_brotli_are_made_a_page_weighs_what_its_copy_does()
    {
        Config("precompress: { brotli: true }\nbudgets: { front: 100 kB }");
        var weights = _site.Build().Weights!;

        Assert.Equal("brotli 11", weights.Measure);
        Assert.Equal(Bytes("index.html.br").Length, weights.Kinds.Single(kind => kind.Kind == "front").Html.Heaviest);
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    private void Config(string more) => _site.Write("site.yml", $"{Head}{more}\n");

    private string Explain(string path) => CommandRun.Of("build", _site.Root, "--explain", path).Output;

    private byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(_site.Output, path));

    private string[] Copies() => [.. _site.Snapshot().Keys.Where(path => CompressionMethods.OfCopy(path) is not null)];

    private IEnumerable<string> PathsOf(string ending) =>
        Copies()
            .Where(path => path.EndsWith(ending, StringComparison.Ordinal))
            .Select(path => Path.Combine(_site.Output, path));
}
