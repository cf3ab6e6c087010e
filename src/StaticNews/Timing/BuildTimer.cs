using System.Diagnostics;

namespace StaticNews.Timing;

/// <summary>
/// The stages of one build by the clock: what passed since the last lap is put down to the stage named. The command
/// makes one for <c>--timings</c> and reads it after the build; the build itself only writes to it.
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
        _stages.Add(
            new StageTime(
                stage,
                Stopwatch.GetElapsedTime(_last, now),
                processor - _processor,
                allocated - _allocated,
                process.PeakWorkingSet64,
                _stageWork.WorkTimes()
            )
        );
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

    public BuildTimings Timings() =>
        new([.. _stages], _pages.SlowestArticles(), _pages.Templates(), GarbageCost.SoFar().Since(_garbageBefore));
}

/// <summary>
/// What one worker spends its time on. Work takes laps: all that passed since the last one is put down to the work
/// named. Nothing can be asked of it while the build runs, so that no page can depend on it. There is none unless
/// <c>--timings</c> asks for it.
/// </summary>
internal sealed class WorkTimer
{
    private static readonly Work[] AllWork = Enum.GetValues<Work>();

    private readonly long[] _ticks = new long[AllWork.Length];
    private readonly long[] _pageTicks = new long[AllWork.Length];
    private readonly Dictionary<string, TemplateTime> _templates = new(StringComparer.Ordinal);
    private readonly SlowestPages _slowest = new();
    private string? _template;
    private long _last;

    /// <summary>Called before a source or a page: the time since the one before is not counted.</summary>
    public void Begin()
    {
        Array.Clear(_pageTicks);
        _template = null;
        _last = Stopwatch.GetTimestamp();
    }

    public void Lap(Work work)
    {
        var now = Stopwatch.GetTimestamp();
        _pageTicks[(int)work] += now - _last;
        _ticks[(int)work] += now - _last;
        _last = now;
    }

    public void LapTemplate(string name)
    {
        Lap(Work.Templates);
        _template = name;
    }

    /// <summary>After a page that was rendered.</summary>
    /// <param name="path">Below the output folder.</param>
    /// <param name="source">The article's, below content/; null for a page that is no article's.</param>
    public void Finish(string path, string? source)
    {
        if (_template is not null)
        {
            var time = TimeOf(Work.Templates);
            Add(new TemplateTime(_template, 1, time, time, path));
        }

        if (source is not null)
        {
            var load = TimeOf(Work.Read) + TimeOf(Work.Parse);
            var (body, template) = (TimeOf(Work.Bodies), TimeOf(Work.Templates));
            _slowest.Add(new ArticleTime(source, load + body + template + TimeOf(Work.Models), load, body, template));
        }
    }

    public void AddAll(WorkTimer other)
    {
        for (var work = 0; work < _ticks.Length; work++)
        {
            _ticks[work] += other._ticks[work];
        }

        foreach (var template in other._templates.Values)
        {
            Add(template);
        }

        _slowest.AddAll(other._slowest);
    }

    /// <summary>What anything was done of.</summary>
    public WorkTime[] WorkTimes() =>
        [
            .. AllWork
                .Where(work => _ticks[(int)work] > 0)
                .Select(work => new WorkTime(work, Stopwatch.GetElapsedTime(0, _ticks[(int)work]))),
        ];

    public ArticleTime[] SlowestArticles() => _slowest.ToArray();

    /// <summary>The one that took most first.</summary>
    public TemplateTime[] Templates() =>
        [
            .. _templates
                .Values.OrderByDescending(template => template.Total)
                .ThenBy(template => template.Name, StringComparer.Ordinal),
        ];

    private void Add(TemplateTime time) =>
        _templates[time.Name] = _templates.TryGetValue(time.Name, out var before) ? before.With(time) : time;

    private TimeSpan TimeOf(Work work) => Stopwatch.GetElapsedTime(0, _pageTicks[(int)work]);
}

/// <summary>What a worker is busy with, in the order in which the table lists it.</summary>
internal enum Work
{
    /// <summary>Asking the log for what an earlier build learned of a source.</summary>
    LookUp,

    /// <summary>Describing a page, hashing that, and comparing it with the log and the standing file.</summary>
    Keys,

    /// <summary>Getting a source's bytes from the disk.</summary>
    Read,

    /// <summary>Sizes and colours out of pictures' bytes.</summary>
    Pictures,

    /// <summary>Front matter, and what a summary needs of the text.</summary>
    Parse,

    /// <summary>Writing facts about a source into the log.</summary>
    Remember,

    /// <summary>Gathering what a template or a feed is handed.</summary>
    Models,

    /// <summary>Markdown to HTML.</summary>
    Bodies,

    Templates,

    /// <summary>Files that no template makes: feeds, sitemaps, redirects.</summary>
    Feeds,

    /// <summary>Comparing with the standing file; a temporary name, the rename, the log.</summary>
    Write,

    /// <summary>Finding out what a page weighs.</summary>
    Weigh,

    /// <summary>Making compressed copies, and seeing whether those of earlier builds stand.</summary>
    Compress,
}
