using System.Globalization;
using StaticNews.Output;

namespace StaticNews.Tests.Output;

public sealed class BuildLockTests : IDisposable
{
    private readonly StorageFolder _site = new();
    private readonly StateFolder _state;

    public BuildLockTests() => _state = _site.OpenState();

    public void Dispose()
    {
        _state.Dispose();
        _site.Dispose();
    }

    [Fact]
    public void A_second_build_is_told_who_holds_the_lock_and_gets_it_afterwards()
    {
        var (first, _) = BuildLock.Take(_state);
        using (first)
        {
            var (second, problem) = BuildLock.Take(_state);
            Assert.Null(second);
            Assert.Equal(("SN5111", ".staticnews/lock"), (problem!.Code, problem.At.Path));
            Assert.Contains(
                Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
                problem.Message,
                StringComparison.Ordinal
            );
        }

        var (third, _) = BuildLock.Take(_state);
        using (third)
        {
            Assert.NotNull(third);
        }
    }

    [Fact]
    public void A_file_that_a_killed_build_left_is_no_obstacle_and_the_clock_is_the_disks()
    {
        _site.Write(".staticnews/lock", "999999999\nand more than one line");

        var (taken, problem) = BuildLock.Take(_state);
        using (taken)
        {
            Assert.Null(problem);
            var probe = _site.Write("probe", "x");
            Assert.InRange(File.GetLastWriteTimeUtc(probe).Ticks - taken!.ClockTicks, 0, TimeSpan.TicksPerMinute);
        }
    }

    [Fact]
    public void Where_no_records_can_be_kept_the_build_does_not_begin()
    {
        using var other = new StorageFolder();
        other.Write(".staticnews", "a file");

        var (state, problem) = StateFolder.Open(other.Root, StorageFolder.Key);

        Assert.Null(state);
        Assert.Equal("SN5112", problem!.Code);
    }
}
