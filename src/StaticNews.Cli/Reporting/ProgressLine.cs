using System.Diagnostics;
using Spectre.Console;

namespace StaticNews.Cli.Reporting;

/// <summary>
/// One line on the terminal that is written over: what is being done, how far, how fast, how long still. Silent elsewhere.
/// </summary>
internal sealed class ProgressLine : IProgress<BuildProgress>, IDisposable
{
    /// <summary>Ten times a second is as fast as one reads; more would slow the build.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly IAnsiConsole? _console;
    private readonly Stopwatch _watch = new();
    private BuildStage? _stage;
    private TimeSpan _shownAt;

    private ProgressLine(IAnsiConsole? console) => _console = console;

    /// <summary>A terminal that cannot take a line back gets none.</summary>
    public static ProgressLine Create(Shell shell)
    {
        if (!shell.IsTerminal)
        {
            return new ProgressLine(null);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(shell.Error) });
        return new ProgressLine(console.Profile.Capabilities.Ansi ? console : null);
    }

    public void Report(BuildProgress value)
    {
        if (_console is null)
        {
            return;
        }

        lock (_gate)
        {
            if (_stage != value.Stage)
            {
                _stage = value.Stage;
                _shownAt = TimeSpan.Zero;
                _watch.Restart();
            }

            if (_watch.Elapsed - _shownAt >= Interval)
            {
                _shownAt = _watch.Elapsed;
                Show(_console, value);
            }
        }
    }

    public void Dispose()
    {
        if (_console is not null && _stage is not null)
        {
            _console.Write(new ControlCode("\r\u001b[K"));
        }
    }

    private void Show(IAnsiConsole console, BuildProgress value)
    {
        var noun = value.Stage == BuildStage.Load ? "articles" : "pages";
        var rate = value.Done / _watch.Elapsed.TotalSeconds;
        var left = rate > 0 ? TimeSpan.FromSeconds((value.Total - value.Done) / rate) : TimeSpan.Zero;
        var line = FormattableString.Invariant(
            $"{value.Done:N0} of {value.Total:N0} {noun}, {rate:N0} a second, {Math.Ceiling(left.TotalSeconds):N0} s left");
        console.Write(new ControlCode("\r\u001b[K"));
        // A line that wraps could not be taken back.
        console.Write(new ControlCode(line[..Math.Min(line.Length, Math.Max(0, console.Profile.Width - 1))]));
    }
}
