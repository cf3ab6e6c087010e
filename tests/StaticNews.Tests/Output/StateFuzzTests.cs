using System.Text;
using StaticNews.FileSystem;
using StaticNews.Output;

namespace StaticNews.Tests.Output;

/// <summary>
/// A thousand damages to the ledger and a thousand to the log: nothing outside of the output folder and the state is
/// touched, no file in the output folder that is not ours is, and no page without a source stays without a
/// word.
/// </summary>
public sealed class StateFuzzTests : IDisposable
{
    private static int Rounds => TestSettings.Number("STATE_ROUNDS", few: 100, many: 1000);

    private static readonly (string Path, string Text)[] Pages =
    [
        .. Enumerable
            .Range(0, 12)
            .Select(i => ($"s{i % 3}/page-{i}.html", $"<meta name=\"generator\" content=\"StaticNews\">page {i}")),
    ];

    private readonly StorageFolder _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Of_the_ledger()
    {
        Prepare();
        TestBuild.Run(_site, Pages[..10]);
        TestBuild.Run(_site, Pages);
        var files = Files();
        var ledger = files.Keys.Single(path =>
            path.StartsWith(".staticnews/outputs/", StringComparison.Ordinal)
            && path.EndsWith(".txt", StringComparison.Ordinal)
        );
        var random = new Random(23);
        for (var round = 0; round < Rounds; round++)
        {
            Restore(files);
            _site.Write(ledger, Damage.Of(files[ledger], random));

            var problems = TestBuild.Run(_site, Pages[2..]);

            AssertOthersStand(round);
            var stays = Pages[..2].Where(page => File.Exists(_site.At($"public/{page.Path}"))).ToList();
            Assert.True(
                stays.Count == 0 || problems.Any(problem => problem.Code is "SN5110"),
                $"round {round}: a page stayed without a word"
            );
        }
    }

    [Fact]
    public void Of_the_log()
    {
        Prepare();
        TestBuild.Run(_site, Pages);
        var files = Files();
        var random = new Random(29);
        for (var round = 0; round < Rounds; round++)
        {
            Restore(files);
            _site.Write(".staticnews/build.log", Damage.Of(files[".staticnews/build.log"], random));
            using (var build = new TestBuild(_site))
            {
                foreach (var (path, text) in Pages[2..])
                {
                    if (!build.Tree.Keep(path, [1]))
                    {
                        build.Publish(path, text, 1);
                    }
                }

                Assert.Empty(build.End());
            }

            AssertOthersStand(round);
            Assert.All(Pages[2..], page => Assert.Equal(page.Text, File.ReadAllText(_site.At($"public/{page.Path}"))));
            Assert.All(Pages[..2], page => Assert.False(File.Exists(_site.At($"public/{page.Path}"))));
        }
    }

    [Fact]
    public void Of_a_log_that_was_cut_or_put_together_from_pieces_of_itself_gives_only_what_was_written()
    {
        using (var state = _site.OpenState())
        using (var log = BuildLog.Open(state, _site.Output, "1", DateTime.UtcNow.AddDays(1).Ticks))
        {
            for (var i = 0; i < 4000; i++)
            {
                log.AddFacts(
                    $"a{i}.md",
                    new FileStamp(i, 1, 1, 1),
                    StaticNews.Text.ContentHash.Of(Encoding.UTF8.GetBytes($"a{i}")),
                    Encoding.UTF8.GetBytes($"facts of a{i}")
                );
            }
        }

        var whole = File.ReadAllBytes(_site.At(".staticnews/build.log"));
        var random = new Random(31);
        for (var round = 0; round < Rounds / 4; round++)
        {
            _site.Write(".staticnews/build.log", Damage.Of(whole, random));
            using var state = _site.OpenState();
            using var log = BuildLog.Open(state, _site.Output, "1", DateTime.UtcNow.AddDays(1).Ticks);
            for (var i = 0; i < 4000; i += 97)
            {
                if (
                    log.TryFindFacts($"a{i}.md", out var facts)
                    && log.TryReadPayload(facts, new LogBuffer(), out var payload)
                )
                {
                    Assert.Equal($"facts of a{i}", Encoding.UTF8.GetString(payload));
                    Assert.Equal(i, facts.Stamp.Size);
                }
            }
        }
    }

    private void Prepare()
    {
        _site.Write("victim/letters.txt", "letters");
        _site.Write("content/news/good.md", "good");
        _site.Write("site.yml", "title: x");
    }

    private void AssertOthersStand(int round)
    {
        foreach (
            var (path, text) in (ReadOnlySpan<(string, string)>)
                [("victim/letters.txt", "letters"), ("content/news/good.md", "good"), ("site.yml", "title: x")]
        )
        {
            Assert.True(
                File.Exists(_site.At(path)) && File.ReadAllText(_site.At(path)) == text,
                $"round {round}: {path} was touched"
            );
        }
    }

    private SortedDictionary<string, byte[]> Files()
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (
            var file in Directory.EnumerateFiles(
                _site.Root,
                "*",
                new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }
            )
        )
        {
            files[Path.GetRelativePath(_site.Root, file).Replace('\\', '/')] = File.ReadAllBytes(file);
        }

        return files;
    }

    private void Restore(SortedDictionary<string, byte[]> files)
    {
        Directory.Delete(_site.Output, recursive: true);
        foreach (var (path, bytes) in files)
        {
            _site.Write(path, bytes);
        }
    }
}
