using System.Diagnostics;
using StaticNews.Output;
using StaticNews.Tests.Building;
using StaticNews.Tests.Output;

namespace StaticNews.Tests.Cli;

/// <summary>What only a process of its own can show.</summary>
public sealed class ProcessTests
{
    [LinuxFact]
    public async Task Ctrl_c_stops_the_build_and_the_next_one_goes_on()
    {
        using var site = TestSite.Plain();
        for (var i = 0; i < 1200; i++)
        {
            site.Article($"news/a{i}.md", $"Story {i}", "2020-01-01", "tags: [One, Two]");
        }

        using var process = Start("build", site.Root);
        while (!process.HasExited && !site.Has("news/2020/01/a0.html"))
        {
            await Task.Delay(5);
        }

        // On a fast machine the build may be over before the signal comes.
        Shell.Run("sh", "-c", $"kill -INT {process.Id} || true");
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode is 130 or 0, $"{process.ExitCode}: {error}");
        Assert.Equal(process.ExitCode == 130, error.StartsWith("Stopped.", StringComparison.Ordinal));
        var stopped = site.Build();
        Assert.Empty(stopped.Diagnostics);
        Assert.Equal(1200, stopped.Articles);
        Assert.Equal(0, site.Build().Written);
        Assert.Empty(Directory.GetFiles(site.Output, "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_second_build_at_the_same_time_is_refused()
    {
        using var site = TestSite.Plain().Article("news/a.md", "One", "2020-01-01");
        using var state = StateFolder.Open(site.Root, StorageFolder.Key).State!;
        var (gate, _) = BuildLock.Take(state);
        using (gate)
        {
            using var process = Start("build", site.Root);
            var error = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();

            Assert.Equal(1, process.ExitCode);
            Assert.Contains(
                $"error SN5111: another build of this site is running (process {Environment.ProcessId})",
                error,
                StringComparison.Ordinal
            );
            Assert.False(Directory.Exists(site.Output));
        }
    }

    [LinuxFact]
    public async Task A_reader_that_leaves_early_is_no_crash()
    {
        using var process = Process.Start(
            new ProcessStartInfo("sh", ["-c", $"'{Command}' build --help | true"])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;

        Assert.Empty(await process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
    }

    private static string Command =>
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "staticnews.exe" : "staticnews");

    private static Process Start(params string[] arguments) =>
        Process.Start(
            new ProcessStartInfo(Command, arguments)
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                Environment = { ["SOURCE_DATE_EPOCH"] = "1767225600" },
            }
        )!;
}
