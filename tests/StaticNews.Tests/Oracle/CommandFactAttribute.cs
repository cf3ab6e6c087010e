using System.ComponentModel;
using System.Diagnostics;

namespace StaticNews.Tests.Oracle;

/// <summary>
/// A test that needs the command as a process of its own; where none can be started it is counted as skipped.
/// </summary>
public sealed class CommandFactAttribute : FactAttribute
{
    public CommandFactAttribute()
    {
        if (!CanStart.Value)
        {
            Skip = $"needs to start {Command}, which is not there or may not be started here";
        }
    }

    internal static string Command =>
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "staticnews.exe" : "staticnews");

    private static Lazy<bool> CanStart { get; } =
        new(() =>
        {
            try
            {
                using var process = Process.Start(
                    new ProcessStartInfo(Command, ["--version"])
                    {
                        UseShellExecute = false,
                        RedirectStandardError = true,
                        RedirectStandardOutput = true,
                    }
                );
                process?.StandardOutput.ReadToEnd();
                process?.WaitForExit();
                return process is not null;
            }
            catch (Exception exception) when (exception is Win32Exception or PlatformNotSupportedException)
            {
                return false;
            }
        });
}
