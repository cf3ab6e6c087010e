using System.Diagnostics;
using System.Globalization;
using StaticNews.Building;

namespace StaticNews.Cli.Reporting;

/// <summary>
/// One line on the terminal that is written over: what is being done, how far, how fast, and how many seconds are left.
/// It writes nothing where the output is no terminal.
/// </summary>
/// <remarks>
/// The line is cleared with blanks rather than with an escape sequence, so that every terminal shows it right.
/// </remarks>
internal sealed class ProgressLine(Shell shell) : IProgress<BuildProgress>, IDisposable
{
    /// <summary>A reader cannot follow more changes a second, and each takes time from the build.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly Stopwatch _watch = new();
    private BuildStage? _stage;
    private TimeSpan _shownAt;
    private int _shownLength;

    public void Report(BuildProgress value)
    {
        if (shell.Columns == 0)
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
                Show(LineOf(value));
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_shownLength > 0)
            {
                Show("");
                shell.Error.Write('\r');
            }
        }
    }

    private string LineOf(BuildProgress value)
    {
        var noun = value.Stage switch
        {
            BuildStage.Load => "files",
            BuildStage.Images => "images",
            _ => "pages",
        };
        var rate = value.Done / _watch.Elapsed.TotalSeconds;
        var left = rate > 0 ? TimeSpan.FromSeconds((value.Total - value.Done) / rate) : TimeSpan.Zero;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{value.Done:N0} of {value.Total:N0} {noun}, {rate:N0} per second, "
                + $"{Math.Ceiling(left.TotalSeconds):N0} s left"
        );
    }

    private void Show(string line)
    {
        // The cursor cannot go back over a line that has wrapped.
        var shown = line[..Math.Min(line.Length, shell.Columns - 1)];
        shell.Error.Write($"\r{shown.PadRight(_shownLength)}");
        _shownLength = shown.Length;
    }
}
