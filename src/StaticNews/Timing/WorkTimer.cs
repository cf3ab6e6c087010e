using System.Diagnostics;

namespace StaticNews.Timing;

/// <summary>
/// What one worker spends its time on. Work takes laps: all that passed since the last one is put down to the work named. Nothing can be
/// asked of it while the build runs, so that no page can depend on it. There is none unless <c>--timings</c> asks for it.
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

    /// <summary>Before a source or a page: what passed since the one before is nobody's.</summary>
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
        [.. AllWork.Where(work => _ticks[(int)work] > 0).Select(work => new WorkTime(work, Stopwatch.GetElapsedTime(0, _ticks[(int)work])))];

    public ArticleTime[] SlowestArticles() => _slowest.ToArray();

    /// <summary>The one that took most first.</summary>
    public TemplateTime[] Templates() =>
        [.. _templates.Values.OrderByDescending(template => template.Total).ThenBy(template => template.Name, StringComparer.Ordinal)];

    private void Add(TemplateTime time) =>
        _templates[time.Name] = _templates.TryGetValue(time.Name, out var before) ? before.With(time) : time;

    private TimeSpan TimeOf(Work work) => Stopwatch.GetElapsedTime(0, _pageTicks[(int)work]);
}
