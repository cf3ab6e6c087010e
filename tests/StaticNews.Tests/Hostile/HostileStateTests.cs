using System.Globalization;
using System.Numerics;
using System.Text;
using StaticNews.Building;
using StaticNews.FileSystem;
using StaticNews.Output;
using StaticNews.Tests.Building;
using StaticNews.Tests.Output;

namespace StaticNews.Tests.Hostile;

/// <summary>
/// A <c>.staticnews/</c> that came with a checkout: it can make a build do its work again, and nothing else.
/// </summary>
public sealed class HostileStateTests : IDisposable
{
    private const string Page = "world/2014/05/flood.html";

    private readonly TemporaryFolder _elsewhere = new();

    private readonly TestSite _site = TestSite
        .Plain()
        .Article("world/flood.md", "The flood", "2014-05-17")
        .Article("world/dry.md", "The drought", "2013-05-17")
        .Article("world/good.md", "Good news", "2012-05-17");

    public HostileStateTests() => _elsewhere.Write("letters.txt", "letters");

    public void Dispose()
    {
        _site.Dispose();
        _elsewhere.Dispose();
    }

    public static TheoryData<string> Escapes =>
        new(
            "../../victim/letters.txt",
            "../content/world/good.md",
            "../site.yml",
            "/etc/hostname",
            "a/../../site.yml",
            "..",
            "./x",
            "a//b",
            "a\\..\\b",
            "C:/letters.txt",
            "nul",
            "world/com1.html",
            ".staticnews.txt",
            "world/\u0001.html",
            ""
        );

    /// <summary>
    /// Somebody without the key: the format that was written before there was one, with the checksum that anyone can
    /// compute, and the one of today with any code.
    /// </summary>
    [Theory]
    [MemberData(nameof(Escapes))]
    public void A_ledger_without_a_good_code_removes_nothing(string path)
    {
        WriteLedger(
            $"StaticNews outputs "
                + $"1\n{Checked("= The Test https://test.example/")}{Checked($"+ {path}")}{Checked("! accounted")}{Checked("< done")}"
        );
        BuildAndCompareEverythingElse();
        WriteLedger($"StaticNews outputs 2\n{new string('0', 32)} + {path}\n{new string('0', 32)} < done\n");
        BuildAndCompareEverythingElse();
    }

    /// <summary>Somebody with the key, or a mistake of ours: the path itself is looked at.</summary>
    [Theory]
    [MemberData(nameof(Escapes))]
    public void A_path_that_no_output_can_have_is_passed_over_with_a_warning(string path)
    {
        _site.Build();
        using (var chain = StorageFolder.Key.Chain($"ledger {Path.GetFileNameWithoutExtension(LedgerFile)}"))
        {
            var ledger = new StringBuilder("StaticNews outputs 2\n");
            foreach (
                var line in (string[])
                    [
                        "= The Test https://test.example/",
                        $"+ {path}",
                        $"- {path}",
                        $"~ {path}",
                        $"+ {path}",
                        "+ world/old.html",
                        "! accounted",
                        "< done",
                    ]
            )
            {
                ledger.Append(
                    CultureInfo.InvariantCulture,
                    $"{chain.Append(Encoding.UTF8.GetBytes(line)):x32} {line}\n"
                );
            }

            File.WriteAllText(LedgerFile, ledger.ToString());
        }

        _site.Write("public/world/old.html", "an earlier build's");
        var report = BuildAndCompareEverythingElse();
        Assert.Contains(report.Diagnostics, problem => problem.Code is "SN5116");
        Assert.False(_site.Has("world/old.html"));
    }

    [Fact]
    public void Facts_that_another_key_wrote_do_not_reach_a_page()
    {
        _site.Build(options => options with { StateKey = new StateKeyPlace("another secret of tests", null) });
        using (var state = StateFolder.Open(_site.Root, StateKey.FromSecret("another secret of tests")!).State!)
        using (
            var log = BuildLog.Open(
                state,
                _site.Output,
                StaticNews.Pages.RendererVersion.Name,
                DateTime.UtcNow.AddDays(1).Ticks
            )
        )
        {
            Assert.True(log.TryFindFacts("world/dry.md", out var facts));
            Assert.True(log.TryReadPayload(facts, new LogBuffer(), out var payload));
            var forged = payload.ToArray();
            forged.AsSpan().Replace((byte)'d', (byte)'D');
            log.AddFacts(
                "world/dry.md",
                FileStatus.At(_site.PathOf("content/world/dry.md")).Stamp,
                facts.Content,
                forged
            );
        }

        var report = _site.Build();
        Assert.Contains("The drought", _site.Read("world/2013/05/dry.html"), StringComparison.Ordinal);
        Assert.Contains("The drought", _site.Read("world/index.html"), StringComparison.Ordinal);
        Assert.Contains(
            report.Diagnostics,
            problem => problem is { Code: "SN5115", Severity: StaticNews.Diagnostics.Severity.Note }
        );
        Assert.Contains(
            report.Diagnostics,
            problem => problem is { Code: "SN5114", Severity: StaticNews.Diagnostics.Severity.Note }
        );
        Assert.Equal((0, 0), (report.Errors, report.Warnings));
        Assert.Empty(_site.Build().Diagnostics);
    }

    [LinuxTheory]
    [InlineData(".staticnews")]
    [InlineData(".staticnews/outputs")]
    [InlineData(".staticnews/lock")]
    [InlineData(".staticnews/running")]
    [InlineData(".staticnews/build.log")]
    [InlineData(".staticnews/build.log.new")]
    [InlineData(".staticnews/outputs/ID.txt")]
    [InlineData(".staticnews/outputs/ID.txt.new")]
    [InlineData(".staticnews/outputs/ID.end")]
    [InlineData(".staticnews/outputs/ID.end.new")]
    [InlineData("public/.staticnews.txt")]
    [InlineData("public/.staticnews-00000000.tmp")]
    [InlineData("public/.staticnews-00000001.tmp")]
    [InlineData("public/world/.staticnews-00000001.tmp")]
    public void Nothing_is_opened_through_a_link_or_waited_for(string path)
    {
        foreach (var kind in (string[])["link to a file", "link to a folder", "link to nothing", "pipe", "hard link"])
        {
            foreach (var isFirst in (bool[])[true, false])
            {
                Reset(isFirst);
                var at = _site.PathOf(
                    path.Replace("ID", Path.GetFileNameWithoutExtension(LedgerFile), StringComparison.Ordinal)
                );
                Put(at, kind);
                _site.Build();
                _site.Article("world/flood.md", "The flood", "2014-05-17", body: "Another text.");
                _site.Build();

                Assert.Equal("letters", File.ReadAllText(_elsewhere.At("letters.txt")));
                Assert.Equal(
                    ["letters.txt"],
                    Directory.GetFileSystemEntries(_elsewhere.Path).Select(file => Path.GetFileName(file))
                );
            }
        }
    }

    [LinuxTheory]
    [InlineData("content", ".git")]
    [InlineData("content", "deep/.git/refs")]
    [InlineData("content/vis", "content/.hid")]
    [InlineData("public", ".git/refs")]
    public void Nothing_hidden_is_read_or_written_through_a_link_inside_the_site(string link, string target)
    {
        _site.Write($"{target}/config.txt", "a token");
        Shell.Run("rm", "-rf", _site.PathOf(link));
        Directory.CreateSymbolicLink(_site.PathOf(link), _site.PathOf(target));

        var report = _site.Build();

        Assert.Contains(report.Diagnostics, problem => problem.Code is "SN5013" or "SN5005");
        Assert.Equal(
            [_site.PathOf($"{target}/config.txt")],
            Directory.GetFiles(_site.PathOf(target), "*", SearchOption.AllDirectories)
        );
        Assert.True(
            link is "public"
                || !Directory.Exists(_site.Output)
                || !_site.Snapshot().Keys.Any(path => path.EndsWith("config.txt", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_ledger_of_any_length_that_is_not_ours_is_not_read()
    {
        WriteLedger("");
        using (var file = File.OpenWrite(LedgerFile))
        {
            file.SetLength(3_000_000_000);
        }

        Assert.Contains(_site.Build().Diagnostics, problem => problem is { Code: "SN5114" });
        Assert.True(_site.Has(Page) && new FileInfo(LedgerFile).Length < 100_000);
        Assert.Empty(_site.Build().Diagnostics);
    }

    [LinuxFact]
    public void A_source_that_becomes_a_pipe_after_it_was_listed_is_not_waited_for()
    {
        var tree = SourceTree.Discover(new LinkPolicy(_site.Root, FollowsOut: false));
        var source = tree.Find("world/flood.md");
        File.Delete(_site.PathOf("content/world/flood.md"));
        Shell.Run("mkfifo", _site.PathOf("content/world/flood.md"));

        using var bytes = tree.Read(source);
        Assert.Equal("SN5001", bytes.Problem!.Code);
        Assert.Equal("SN5001", tree.Open(source).Problem!.Code);
    }

    [LinuxFact]
    public void A_folder_of_the_output_that_becomes_a_link_gets_nothing()
    {
        _site.Build();
        Directory.Move(_site.PathOf("public/world"), _site.PathOf("public/moved"));
        Directory.CreateSymbolicLink(_site.PathOf("public/world"), _elsewhere.Path);
        _site.Article("world/flood.md", "The flood", "2014-05-17", body: "Another text.");

        var report = _site.Build();

        Assert.Contains(report.Diagnostics, problem => problem.Code is "SN5109");
        Assert.Equal(
            ["letters.txt"],
            Directory.GetFileSystemEntries(_elsewhere.Path).Select(file => Path.GetFileName(file))
        );
    }

    [LinuxTheory]
    [InlineData("content")]
    [InlineData("templates")]
    [InlineData("site.yml")]
    [InlineData("public")]
    public void A_part_of_the_site_that_is_a_link_leading_out_is_followed_only_if_the_person_says_so(string part)
    {
        _site.Write("templates/README.md", "Notes.");
        Directory.CreateDirectory(_site.Output);
        if (part is "site.yml")
        {
            File.Move(_site.PathOf(part), _elsewhere.At(part));
        }
        else
        {
            Directory.Move(_site.PathOf(part), _elsewhere.At(part));
        }

        File.CreateSymbolicLink(_site.PathOf(part), _elsewhere.At(part));

        var report = _site.Build();
        Assert.Contains(report.Diagnostics, problem => problem is { Code: "SN5013" } && problem.At.Path == part);
        Assert.Equal(1, report.Diagnostics.Count(problem => problem.Code is "SN5013"));
        Assert.False(_site.Has(Page));

        Assert.Empty(_site.Build(options => options with { FollowLinks = true }).Diagnostics);
        Assert.True(_site.Has(Page));
    }

    /// <summary>
    /// Damages to the ledger, each of which must be told of or have cost nothing: a page of an article that is gone
    /// does not stay public without a word.
    /// </summary>
    [Fact]
    public void A_damaged_ledger_touches_nothing_else_and_leaves_no_page_without_a_word()
    {
        var random = new Random(13);
        _site.Build();
        _site.Article("world/later.md", "Later", "2014-05-18");
        _site.Build();
        var ledger = File.ReadAllBytes(LedgerFile);
        File.Delete(_site.PathOf("content/world/dry.md"));
        var clean = CleanBuild();
        using var saved = new SavedFolder(_site.Root);
        for (var i = 0; i < Rounds; i++)
        {
            saved.Restore();
            var damaged = Damage.Of(ledger, random);
            File.WriteAllBytes(LedgerFile, damaged);
            var report = BuildAndCompareEverythingElse();
            var stays = _site.Snapshot().Keys.Except(clean.Keys, StringComparer.Ordinal).ToList();
            Assert.True(
                stays.Count == 0
                    || report.Diagnostics.Any(problem =>
                        problem.Code is "SN5110" && stays.All(report.UnknownFiles.Contains)
                    ),
                $"round {i}: {string.Join(' ', stays)} stayed without a word"
            );
        }
    }

    [Fact]
    public void A_damaged_log_costs_work_and_nothing_else()
    {
        var random = new Random(17);
        _site.Build();
        var log = File.ReadAllBytes(_site.PathOf(".staticnews/build.log"));
        _site.Article("world/flood.md", "The flood", "2014-05-17", body: "Another text.");
        var clean = CleanBuild();
        using var saved = new SavedFolder(_site.Root);
        for (var i = 0; i < Rounds; i++)
        {
            saved.Restore();
            File.WriteAllBytes(_site.PathOf(".staticnews/build.log"), Damage.Of(log, random));
            var report = BuildAndCompareEverythingElse();
            Assert.Equal(0, report.Errors + report.Warnings);
            Assert.Equal(clean, _site.Snapshot());
        }
    }

    /// <summary>Whole builds; <see cref="StateFuzzTests"/> has more rounds of the storage alone.</summary>
    private static int Rounds => TestSettings.Number("STATE_ROUNDS", few: 10, many: 60);

    private string LedgerFile =>
        Directory.Exists(_site.PathOf(".staticnews/outputs"))
        && Directory.GetFiles(_site.PathOf(".staticnews/outputs"), "*.txt") is [var only, ..]
            ? only
            : _site.PathOf($".staticnews/outputs/{OutputId()}.txt");

    private string OutputId()
    {
        using var state = StateFolder.Open(_site.Root, StorageFolder.Key).State!;
        return state.OutputId(_site.Output);
    }

    private void WriteLedger(string text)
    {
        var file = LedgerFile;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private void Reset(bool isFirst)
    {
        foreach (var folder in (string[])["public", ".staticnews"])
        {
            var path = _site.PathOf(folder);
            Shell.Run("rm", "-rf", path);
        }

        _site.Article("world/flood.md", "The flood", "2014-05-17");
        if (!isFirst)
        {
            _site.Build();
        }
    }

    private void Put(string path, string kind)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Shell.Run("rm", "-rf", path);
        switch (kind)
        {
            case "link to a file":
                File.CreateSymbolicLink(path, _elsewhere.At("letters.txt"));
                break;
            case "link to a folder":
                File.CreateSymbolicLink(path, _elsewhere.Path);
                break;
            case "link to nothing":
                File.CreateSymbolicLink(path, _elsewhere.At("new.txt"));
                break;
            case "pipe":
                Shell.Run("mkfifo", path);
                break;
            default:
                Shell.Run("ln", _elsewhere.At("letters.txt"), path);
                break;
        }
    }

    /// <summary>Builds; everything outside of the output folder and the state is as before.</summary>
    private BuildReport BuildAndCompareEverythingElse()
    {
        var before = EverythingElse();
        var report = _site.Build();
        Assert.Equal(before, EverythingElse());
        Assert.True(_site.Has(Page));
        return report;
    }

    private SortedDictionary<string, string> EverythingElse()
    {
        var files = _site.Snapshot(_site.Root);
        foreach (var path in files.Keys.Where(path => path.StartsWith("public/", StringComparison.Ordinal)).ToList())
        {
            files.Remove(path);
        }

        return files;
    }

    private SortedDictionary<string, string> CleanBuild()
    {
        using var copy = TestSite.CopyOf(_site.Root);
        Directory.Delete(copy.Output, recursive: true);
        Directory.Delete(copy.PathOf(".staticnews"), recursive: true);
        copy.Build();
        return copy.Snapshot();
    }

    /// <summary>A line as ledgers had it before there was a key: with its CRC-32C.</summary>
    private static string Checked(string rest)
    {
        var crc = ~0u;
        foreach (var value in Encoding.UTF8.GetBytes(rest))
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{~crc:x8} {rest}\n");
    }

    /// <summary>A folder that can be put back as it was, with the times of its files.</summary>
    private sealed class SavedFolder : IDisposable
    {
        private readonly string _root;
        private readonly TemporaryFolder _copy = new();

        public SavedFolder(string root)
        {
            _root = root;
            Shell.Run("cp", "-a", $"{root}/.", _copy.Path);
        }

        public void Restore()
        {
            Directory.Delete(_root, recursive: true);
            Directory.CreateDirectory(_root);
            Shell.Run("cp", "-a", $"{_copy.Path}/.", _root);
        }

        public void Dispose() => _copy.Dispose();
    }
}
