using System.Globalization;
using System.Text;
using StaticNews.FileSystem;
using StaticNews.Output;
using StaticNews.Text;

namespace StaticNews.Tests.Output;

public sealed class BuildLogTests : IDisposable
{
    // The test's clock: a start long after the stamps of settled files.
    private const long Start = 638_000_000_000_000_001;

    private static readonly FileStamp Old = new(10, Start - TimeSpan.TicksPerHour, Start - TimeSpan.TicksPerHour, 7);

    private readonly StorageFolder _site = new();
    private readonly StateFolder _state;

    public BuildLogTests() => _state = _site.OpenState();

    public void Dispose()
    {
        _state.Dispose();
        _site.Dispose();
    }

    [Fact]
    public void What_was_added_is_found_by_the_next_build_the_last_word_counts()
    {
        using (var log = Open())
        {
            log.AddOutput("a.html", [1, 2, 3], Hash("old"), Old);
            log.AddOutput("a.html", [4, ulong.MaxValue], Hash("a"), Old);
            log.AddOutput("b.html", [], Hash("b"), Old);
            log.AddOutput("gone.html", [1], Hash("g"), Old);
            log.DropOutput("gone.html");
            log.AddFacts("world/наводнение.md", Old, Hash("src"), "summary"u8);
        }

        using var next = Open();
        Assert.True(next.TryFindOutput("a.html", out var a));
        Assert.Equal([4, ulong.MaxValue], a.Key.ToArray());
        Assert.Equal((Hash("a"), Old, true), (a.Content, a.Stamp, a.IsSettled));
        Assert.True(next.TryFindOutput("b.html", out var b));
        Assert.True(b.Key.IsEmpty);
        Assert.False(next.TryFindOutput("gone.html", out _));
        Assert.True(next.TryFindFacts("world/наводнение.md", out var facts));
        Assert.Equal((Old, Hash("src")), (facts.Stamp, facts.Content));
        Assert.True(next.TryReadPayload(facts, new LogBuffer(), out var payload));
        Assert.Equal("summary", Encoding.UTF8.GetString(payload));
    }

    [Fact]
    public void A_young_stamp_is_not_trusted()
    {
        var young = Old with { ModifiedTicks = Start - TimeSpan.TicksPerMillisecond };
        var coarse = Old with
        {
            ModifiedTicks = (Start / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond) - TimeSpan.TicksPerSecond,
        };
        using (var log = Open())
        {
            log.AddFacts("young.md", young, Hash("x"), []);
            log.AddFacts("coarse.md", coarse, Hash("x"), []);
            log.AddOutput("now.html", [1], Hash("x"), Old with { ModifiedTicks = DateTime.UtcNow.AddMinutes(1).Ticks });
        }

        using var next = Open();
        Assert.True(next.TryFindFacts("young.md", out var facts));
        Assert.NotEqual(young, facts.Stamp);
        Assert.True(next.TryFindFacts("coarse.md", out facts));
        Assert.NotEqual(coarse, facts.Stamp);
        Assert.True(next.TryFindOutput("now.html", out var output));
        Assert.False(output.IsSettled);
    }

    [Fact]
    public void Outputs_of_a_build_without_an_end_are_not_trusted_by_a_later_clock()
    {
        using (var log = Open())
        {
            log.AddOutput("a.html", [1], Hash("a"), Old);
        }

        var cut = new FileInfo(LogFile);
        using (var file = cut.Open(FileMode.Open))
        {
            file.SetLength(file.Length - 1);
        }

        using var next = Open();
        Assert.True(next.TryFindOutput("a.html", out var record));
        Assert.False(record.IsSettled);
    }

    [Fact]
    public void Another_renderer_or_a_foreign_file_is_a_first_build()
    {
        using (var log = Open())
        {
            log.AddOutput("a.html", [1], Hash("a"), Old);
        }

        using (var other = Open("2"))
        {
            Assert.True(other.IsEmpty);
        }

        File.WriteAllText(LogFile, "this is no log, but it is long enough to hold the header of one");
        using (var foreign = Open())
        {
            Assert.True(foreign.IsEmpty);
            foreign.AddOutput("b.html", [1], Hash("b"), Old);
        }

        using var next = Open();
        Assert.True(next.TryFindOutput("b.html", out _));
    }

    [Fact]
    public void Two_output_folders_in_turn_do_not_mix_and_share_the_facts()
    {
        using (var log = Open())
        {
            log.AddOutput("a.html", [1], Hash("a"), Old);
            log.AddFacts("a.md", Old, Hash("a"), []);
        }

        using (var preview = Open(output: "preview"))
        {
            Assert.False(preview.TryFindOutput("a.html", out _));
            Assert.True(preview.TryFindFacts("a.md", out _));
            preview.AddOutput("a.html", [2], Hash("p"), Old);
        }

        using var back = Open();
        Assert.True(back.TryFindOutput("a.html", out var record));
        Assert.Equal([1ul], record.Key.ToArray());
    }

    [Fact]
    public void Cut_anywhere_the_log_opens_and_claims_only_what_was_written_whole()
    {
        var ends = new List<(string Path, long End)>();
        for (var i = 0; i < 6; i++)
        {
            using var log = Open();
            var path = string.Create(CultureInfo.InvariantCulture, $"page{i}.html");
            log.AddOutput(path, [(ulong)i], Hash(path), Old);
            log.AddFacts(path, Old, Hash(path), Encoding.UTF8.GetBytes(path));
            log.Close();
            ends.Add((path, new FileInfo(LogFile).Length));
        }

        var whole = File.ReadAllBytes(LogFile);
        for (var length = 0; length <= whole.Length; length++)
        {
            File.WriteAllBytes(LogFile, whole[..length]);
            using var log = Open();
            foreach (var (path, end) in ends)
            {
                var found = log.TryFindOutput(path, out var record);
                Assert.True(found || length < end);
                Assert.True(!found || (record.Content == Hash(path) && record.Key.Length == 1));
            }

            log.AddOutput("after.html", [7], Hash("after"), Old);
            log.Close();
            using var next = Open();
            Assert.True(next.TryFindOutput("after.html", out _));
        }
    }

    [SlowFact]
    public void Any_flipped_bit_ends_the_log_there_and_nothing_false_is_claimed()
    {
        using (var log = Open())
        {
            for (var i = 0; i < 4; i++)
            {
                log.AddOutput(string.Create(CultureInfo.InvariantCulture, $"p{i}.html"), [(ulong)i], Hash("same"), Old);
            }
        }

        var whole = File.ReadAllBytes(LogFile);
        for (var bit = 0; bit < whole.Length * 8; bit++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(LogFile, damaged);
            using var log = Open();
            for (var i = 0; i < 4; i++)
            {
                if (log.TryFindOutput(string.Create(CultureInfo.InvariantCulture, $"p{i}.html"), out var record))
                {
                    Assert.Equal([(ulong)i], record.Key.ToArray());
                    Assert.Equal((Hash("same"), Old), (record.Content, record.Stamp));
                }
            }
        }
    }

    [Fact]
    public void Dead_records_are_dropped_when_they_are_the_greater_part_and_trust_is_not_gained_by_it()
    {
        using (var log = Open())
        {
            log.AddFacts("keep.md", Old, Hash("k"), new byte[5000]);
            log.AddOutput("a.html", [1], Hash("a"), Old);
            log.AddOutput(
                "unsettled.html",
                [1],
                Hash("u"),
                Old with
                {
                    ModifiedTicks = DateTime.UtcNow.AddMinutes(1).Ticks,
                }
            );
        }

        using (var log = Open())
        {
            for (var i = 0; i < 500; i++)
            {
                log.AddOutput("a.html", [(ulong)i], Hash("a"), Old);
            }
        }

        Assert.InRange(new FileInfo(LogFile).Length, 5000, 6000);
        using var next = Open();
        Assert.True(next.TryFindOutput("a.html", out var record));
        Assert.Equal([499ul], record.Key.ToArray());
        Assert.True(record.IsSettled);
        Assert.True(next.TryFindOutput("unsettled.html", out record));
        Assert.False(record.IsSettled);
        Assert.True(next.TryFindFacts("keep.md", out var facts));
        Assert.True(next.TryReadPayload(facts, new LogBuffer(), out var payload));
        Assert.Equal(5000, payload.Length);
    }

    [Fact]
    public void Sources_that_a_whole_build_did_not_meet_are_forgotten()
    {
        using (var log = Open())
        {
            log.AddFacts("a.md", Old, Hash("a"), []);
            log.AddFacts("b.md", Old, Hash("b"), []);
        }

        using (var log = Open())
        {
            log.TryFindFacts("a.md", out _);
            log.AddFacts("c.md", Old, Hash("c"), []);
            log.EndSources();
        }

        using var next = Open();
        Assert.Equal(
            (true, false, true),
            (next.TryFindFacts("a.md", out _), next.TryFindFacts("b.md", out _), next.TryFindFacts("c.md", out _))
        );
    }

    [Fact]
    public void A_log_that_cannot_be_opened_is_told_and_the_build_goes_on()
    {
        Directory.CreateDirectory(LogFile);

        using var log = Open();
        log.AddOutput("a.html", [1], Hash("a"), Old);
        log.Close();

        Assert.Equal(("SN5112", ".staticnews/build.log"), (log.Problem!.Code, log.Problem.At.Path));
        Assert.True(log.KnowsOutputs);
    }

    [Fact]
    public void A_tail_of_zeros_of_any_length_is_a_torn_log_and_costs_nothing()
    {
        using (var log = Open())
        {
            log.AddOutput("a.html", [1], Hash("a"), Old);
        }

        using (var file = File.OpenWrite(LogFile))
        {
            file.SetLength(1L << 41);
        }

        using var next = Open();
        Assert.Null(next.Problem);
        Assert.True(next.TryFindOutput("a.html", out _));
        Assert.InRange(new FileInfo(LogFile).Length, 1, 1000);
    }

    [Fact]
    public void Many_threads_may_append_and_nothing_is_lost()
    {
        using (var log = Open())
        {
            Parallel.For(
                0,
                5000,
                i =>
                {
                    var path = string.Create(CultureInfo.InvariantCulture, $"p{i}.html");
                    log.AddOutput(path, [(ulong)i, 7], Hash(path), Old);
                    log.AddFacts(path, Old, Hash(path), Encoding.UTF8.GetBytes(path));
                }
            );
        }

        using var next = Open();
        for (var i = 0; i < 5000; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"p{i}.html");
            Assert.True(next.TryFindOutput(path, out var record));
            Assert.Equal([(ulong)i, 7], record.Key.ToArray());
            Assert.True(next.TryFindFacts(path, out var facts));
            Assert.True(next.TryReadPayload(facts, new LogBuffer(), out var payload));
            Assert.Equal(path, Encoding.UTF8.GetString(payload));
        }
    }

    private string LogFile => _site.At(".staticnews/build.log");

    private static ContentHash Hash(string text) => ContentHash.Of(Encoding.UTF8.GetBytes(text));

    private BuildLog Open(string version = "1", string output = "public") =>
        BuildLog.Open(_state, _site.At(output), version, Start);
}
