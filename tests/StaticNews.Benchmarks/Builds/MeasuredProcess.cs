using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace StaticNews.Benchmarks.Builds;

/// <summary>
/// Runs a command as a process of its own and measures it from outside, whoever wrote it. Processor time is what the
/// kernel adds to our own account when it hands over an ended child (Linux: <c>cutime</c> and <c>cstime</c> in
/// <c>/proc/self/stat</c>, proc(5)), so nothing is lost at the end. Peak memory is the kernel's own high-water mark of
/// the child, read while it lives: only growth in its last few milliseconds could be missed. The peak that <c>wait4</c>
/// tells will not do: it counts what the parent held when it forked.
/// </summary>
internal static class MeasuredProcess
{
    private const int PollMilliseconds = 20;

    /// <summary>Of the times in <c>/proc</c>, a second (USER_HZ): 100 on every Linux that .NET runs on.</summary>
    private const double TicksPerSecond = 100;

    /// <param name="command">The program and its arguments.</param>
    /// <exception cref="InvalidOperationException">Where it ends with another status than 0.</exception>
    public static Measurement Run(params IReadOnlyList<string> command)
    {
        var before = ChildrensSeconds();
        var watch = Stopwatch.StartNew();
        using var process = Start(command);
        var output = new StringBuilder();
        var errors = new StringBuilder();
        process.OutputDataReceived += (_, line) => output.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var peak = 0L;
        while (!process.WaitForExit(PollMilliseconds))
        {
            peak = Math.Max(peak, PeakOf(process));
        }

        var wall = watch.Elapsed.TotalSeconds;
        process.WaitForExit();
        return process.ExitCode == 0
            ? new Measurement(
                wall,
                OperatingSystem.IsLinux() ? ChildrensSeconds() - before : process.TotalProcessorTime.TotalSeconds,
                peak,
                output.ToString()
            )
            : throw new InvalidOperationException(
                $"'{string.Join(' ', command)}' ended with {process.ExitCode}:\n{output}{errors}"
            );
    }

    private static Process Start(IReadOnlyList<string> command) =>
        Process.Start(
            new ProcessStartInfo(command[0], command.Skip(1))
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;

    private static long PeakOf(Process process)
    {
        try
        {
            return OperatingSystem.IsLinux() ? PeakOfStatus($"/proc/{process.Id}/status") : PeakOfRefreshed(process);
        }
        catch (IOException)
        {
            return 0;
        }
        catch (InvalidOperationException)
        {
            // It ended since it was asked.
            return 0;
        }
    }

    private static long PeakOfRefreshed(Process process)
    {
        process.Refresh();
        return process.PeakWorkingSet64;
    }

    /// <summary><c>VmHWM</c>, in kilobytes of 1,024; the line is gone once the process has ended (proc(5)).</summary>
    private static long PeakOfStatus(string path)
    {
        var line = File.ReadLines(path).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return line is null
            ? 0
            : 1024
                * long.Parse(
                    line.AsSpan("VmHWM:".Length).TrimEnd("kB"),
                    NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                    CultureInfo.InvariantCulture
                );
    }

    private static double ChildrensSeconds()
    {
        if (!OperatingSystem.IsLinux())
        {
            return 0;
        }

        // The second field is our own name in parentheses and may hold blanks; cutime and cstime are the 16th and 17th,
        // and the third follows the name.
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (
                long.Parse(fields[13], CultureInfo.InvariantCulture)
                + long.Parse(fields[14], CultureInfo.InvariantCulture)
            ) / TicksPerSecond;
    }
}
