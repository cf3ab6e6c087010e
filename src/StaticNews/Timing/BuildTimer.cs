using System.Diagnostics;

namespace StaticNews.Timing;

/// <summary>
/// The stages of one build by the clock: what passed since the last lap is put down to the stage named. The command makes one for <c>--timings</c> and
/// asks it when the build is over; the build itself only tells it.
/// </summary>
internal sealed class BuildTimer
{
    private readonly Lock _gate = new();
    private readonly List<StageTime> _stages = [];
    private readonly GarbageCost _garbageBefore = GarbageCost.SoFar();
    private WorkTimer _stageWork = new();
    private readonly WorkTimer _pages = new();
    private TimeSpan _processor = Environment.CpuUsage.TotalTime;
    private long _allocated = GC.GetTotalAllocatedBytes();
    private long _last = Stopwatch.GetTimestamp();

    /// <summary>Ends a stage; its workers have given their times before.</summary>
    public void Lap(string stage)
    {
        var (now, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var allocated = GC.GetTotalAllocatedBytes();
        using var process = Process.GetCurrentProcess();
        _stages.Add(new StageTime(
            stage, Stopwatch.GetElapsedTime(_last, now), processor - _processor, allocated - _allocated, process.PeakWorkingSet64, _stageWork.WorkTimes()));
        _pages.AddAll(_stageWork);
        _stageWork = new WorkTimer();
        (_last, _processor, _allocated) = (now, processor, allocated);
    }

    /// <summary>Takes a worker's times when it ends; called by many threads.</summary>
    public void Add(WorkTimer worker)
    {
        lock (_gate)
        {
            _stageWork.AddAll(worker);
        }
    }

    public BuildTimings Timings() => new([.. _stages], _pages.SlowestArticles(), _pages.Templates(), GarbageCost.SoFar().Since(_garbageBefore));
}
